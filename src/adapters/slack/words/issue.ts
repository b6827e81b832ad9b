import type { About } from '#application/messages/message.ts'
import type { IssueStory, TimelineEntry } from '#application/read-models.ts'
import type { Council } from '#domain/council.ts'
import { type Issue, issueName } from '#domain/issue/issue.ts'
import type { Severity } from '#domain/severity.ts'
import { severityLabels, stageName } from './labels.ts'

type Titled = {
  readonly number: number
  readonly severity: Severity
  readonly stage?: string
  readonly customerName?: string
}

/** “CX-42 · Nordwind · High · Pay”. */
export const titleOf = (council: Council, { number, customerName, severity, stage }: Titled): string =>
  [
    issueName(number),
    customerName,
    severityLabels[severity],
    stage === undefined ? undefined : stageName(council, stage),
  ]
    .filter((piece) => piece !== undefined && piece.trim() !== '')
    .join(' · ')

/** The same for a story. */
export const storyTitle = ({ story: { issue, customerName }, council }: Pick<About, 'story' | 'council'>): string =>
  titleOf(council, { ...issue, ...(customerName === undefined ? {} : { customerName }) })

/** “CX-42”. */
export const nameIn = ({ issue }: IssueStory): string => issueName(issue.number)

/** The last event of a kind. */
export const lastOf = <K extends TimelineEntry['kind']>(
  { timeline }: IssueStory,
  kind: K,
): Extract<TimelineEntry, { kind: K }> | undefined =>
  timeline.findLast((entry): entry is Extract<TimelineEntry, { kind: K }> => entry.kind === kind)

/** What the customer's problem is, in the words of the one who flagged it; undefined once they were erased. */
export const storyWords = ({ timeline }: IssueStory): string | undefined => {
  const words = timeline.find((entry) => entry.words?.kind === 'what_happened')?.words?.text.trim()
  return words === '' ? undefined : words
}

/** What the owner said the next step is, when they said it with the day that stands; on one line. */
export const nextStepWords = (story: IssueStory): string | undefined => {
  const said = lastOf(story, 'next_step_set')
    ?.words?.text.replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/[.,;]$/, '')
  return said === '' ? undefined : said
}

/** How it stands, in two or three words. */
export const stateLabel = ({ state, mergedInto, closing }: Issue): string => {
  const told = closing?.outcome === 'could_not_be_told' ? 'Closed, customer could not be told' : 'Closed, customer told'
  const labels: Readonly<Record<Issue['state'], string>> = {
    flagged: 'Waiting for an owner',
    claimed: 'Claimed',
    resolved: 'Resolved, customer not told yet',
    closed: told,
    merged: mergedInto === undefined ? 'Goes on elsewhere' : `Goes on in ${issueName(mergedInto)}`,
    withdrawn: 'Withdrawn',
  }
  return labels[state]
}

/** The customer of an issue, as the field for it shows it. */
export const customerIn = ({ issue: { customer: id }, customerName: name }: IssueStory) =>
  id === undefined || name === undefined ? undefined : { id, name }
