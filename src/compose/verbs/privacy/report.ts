import { counted } from '#adapters/doctor/finding.ts'
import { plain } from '#adapters/doctor/print.ts'
import type { Touched } from '#application/privacy/privacy.ts'
import type { Erased, Whose } from '#application/use-cases/privacy/erase.ts'
import type { Survey } from '#application/use-cases/privacy/survey.ts'
import { issueName } from '#domain/issue/issue.ts'

/** As many as one still reads; the timelines have all of them. */
const mostNamed = 40

const listOf = (numbers: readonly number[]): string => {
  const more = numbers.length - mostNamed
  const shown = numbers.slice(0, mostNamed).map(issueName).join(', ')
  return more > 0 ? `${shown} and ${more} more` : shown
}

const numbersOf = (issues: readonly Touched[]): readonly number[] => issues.map(({ number }) => number)

const sum = (issues: readonly Touched[]): number => issues.reduce((all, { texts }) => all + texts, 0)

const inIssues = (numbers: readonly number[]): string =>
  numbers.length === 0 ? '' : ` in ${counted(numbers.length, 'issue')} (${listOf(numbers)})`

const subject = (whose: Whose): string =>
  'person' in whose ? `${whose.person.id} (${plain(whose.person.name)})` : `the customer ${plain(whose.customer.name)}`

const keptBecauseHeld = (numbers: readonly number[]): readonly string[] =>
  numbers.length === 0
    ? []
    : [`  kept, because on hold: the words of ${listOf(numbers)}. After npm run council -- unhold, erase again.`]

/** What an erasure would do, before anybody agreed to it. */
export const beforehand = (whose: Whose, found: Survey): readonly string[] => {
  const { issues, named, held, open, drafts, requests } = found
  const theirs = 'person' in whose ? 'that they wrote' : 'that anybody wrote'
  return [
    `To erase of ${subject(whose)}:`,
    `  the name, and ${counted(sum(issues), 'text')} ${theirs}${inIssues(numbersOf(issues))}`,
    ...(named.length > 0 ? [`  the name in the messages of ${counted(named.length, 'more issue')}`] : []),
    ...(drafts + requests > 0
      ? [`  ${counted(drafts, 'draft')} and ${counted(requests, 'stored answer')} to what they did`]
      : []),
    ...keptBecauseHeld(numbersOf(held)),
    ...(open.length > 0 ? [`  take care: ${listOf(open)} still open; whoever works on it loses these words`] : []),
    ...('person' in whose && whose.person.active
      ? ['  take care: they are active in Slack; what they write from now on is kept again']
      : []),
  ]
}

const beyond = (whose: Whose): readonly string[] => [
  'Out of the bot’s reach: messages that people wrote in Slack, what others wrote about them, private notes and Home',
  '  tabs that are open right now (a Home tab is drawn anew when it is opened), exports, and backups of the database.',
  ...('person' in whose
    ? ['  Their id stays in timelines, as a fact. If the council file still names them, change it and apply it.']
    : ['  If customers.csv still has the customer, take the line out before you import it again.']),
]

/** What an erasure did. */
export const done = (whose: Whose, erased: Erased): readonly string[] => {
  const { survey, texts, issues, heldMeanwhile, deliveries } = erased
  const { drafts, requests } = survey
  return [
    `Erased: ${subject(whose)}.`,
    `  ${counted(texts, 'text')}${inIssues(issues)}, ${counted(drafts, 'draft')}, ${counted(requests, 'stored answer')}, ${counted(deliveries.emptied, 'stored delivery', 'stored deliveries')}`,
    ...keptBecauseHeld([...numbersOf(survey.held), ...heldMeanwhile]),
    ...(deliveries.underWay > 0
      ? [
          `  not yet: ${counted(deliveries.underWay, 'delivery', 'deliveries')} being worked on right now. Erase again in a minute.`,
        ]
      : []),
    '  The bot’s messages in Slack are brought up to date by the running bot, about fifty a minute.',
    '  The issues stay as counts; their timelines say that words were erased.',
    ...beyond(whose),
  ]
}
