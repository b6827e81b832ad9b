import type { About } from '#application/messages/message.ts'
import type { JoinedEntry, TimelineEntry } from '#application/read-models.ts'
import type { BriefEdit } from '#domain/decisions/moving/edit-brief.ts'
import { briefOf } from '#domain/issue/brief.ts'
import { issueName } from '#domain/issue/issue.ts'
import { prefill } from '../../blocks/kit/inputs.ts'
import { storyWords } from '../issue.ts'
import { departmentName, severityLabels, stageName } from '../labels.ts'
import { somebody, withDepartment } from '../people.ts'

type Told = Pick<About, 'story' | 'council'>

/** Who wrote it and to what end, in words that stay the same on every day. */
const saidBy = (entry: TimelineEntry, about: Told): string => {
  const name = (key: string): string => departmentName(about.council, key)
  const of = (department?: string): string => withDepartment(about, entry.actor, department)
  switch (entry.kind) {
    case 'flagged':
      return of()
    case 'not_ours':
      return `${of(entry.from)}, not ours`
    case 'handover_asked':
      return `${of(entry.from)}, to ${name(entry.to)}`
    case 'decision_opened':
      return entry.to === undefined ? of(entry.from) : `${of(entry.from)}, to ${name(entry.to)}`
    case 'voted':
      return `${of()}, for ${somebody(about.story, entry.person)}`
    case 'lead_spoke':
      return `${of(entry.department)} told the council`
    case 'named_cannot':
      return `${of(entry.department)} cannot take it`
    case 'handover_returned':
      return `${of(entry.to)} returned it`
    case 'handover_question':
      return `${of()} asked`
    case 'handover_question_answered':
      return `${of()} answered`
    case 'resolved':
      return `${of()}, what was done`
    case 'reopened':
      return `${of()}, what is still wrong`
    case 'closed':
      return `${of()}, what the customer was told`
    case 'promised':
      return `${of()} promised the customer`
    case 'next_step_set':
      return `${of()}, the next step`
    default:
      return of()
  }
}

const bullet = (entry: TimelineEntry | JoinedEntry, about: Told): string => {
  const said = `${saidBy(entry, about)}: ${entry.words?.text.trim() ?? ''}`
  return `• ${'number' in entry ? `${issueName(Number(entry.number))}, ${said}` : said}`
}

/** What was written about issues that were merged into this one, unless an edit of the brief came after that. */
const joinedSince = ({ story }: Told, after: number, upTo: number): readonly JoinedEntry[] => {
  const merged = story.timeline.filter(({ kind, seq }) => kind === 'merged_from' && seq > after && seq <= upTo)
  const numbers = new Set(merged.map((entry) => (entry.kind === 'merged_from' ? entry.number : 0)))
  return (story.joined ?? []).filter(({ number }) => after === 0 || numbers.has(number))
}

const details = ({ story: { issue, customerName }, council }: Told): string =>
  [
    customerName?.trim(),
    severityLabels[issue.severity],
    issue.stage === undefined ? undefined : stageName(council, issue.stage),
  ]
    .filter((piece) => piece !== undefined && piece !== '')
    .join(' · ')

/**
 * The brief as one text, as it was at an event: what somebody made of it last, else the customer's words, and then what
 * people wrote since. The same every time it is asked for.
 */
export const briefText = (about: Told, upTo = Number.POSITIVE_INFINITY): string => {
  const { edited, since } = briefOf(about.story.timeline, upTo)
  const joined = joinedSince(about, edited?.seq ?? 0, upTo)
  const bullets = [...joined, ...since].map((entry) => bullet(entry, about))
  const opening = edited ? [edited.words?.text] : [details(about), storyWords(about.story)]
  const title = edited ? 'Since then:' : 'Tried so far:'
  return [...opening, bullets.length === 0 ? undefined : [title, ...bullets].join('\n')]
    .filter((piece) => piece !== undefined && piece !== '')
    .join('\n\n')
}

/** What the customer must not be asked again, on one line; undefined while nobody said so. */
export const dontAskWords = ({ story }: Told, upTo?: number): string | undefined => {
  const words = briefOf(story.timeline, upTo).dontAsk?.words?.text.replaceAll(/\s+/g, ' ').trim()
  return words === '' ? undefined : words
}

/** The brief as a field shows it: the last event it tells of, and how many characters at its end have no room there. */
export type ShownBrief = { readonly seen: number; readonly rest: number }

/** The brief as it was sent with the field. */
export type TypedBrief = ShownBrief & { readonly text: string; readonly dontAsk: string }

/** How much of the brief a field can show now. */
export const shownBrief = (about: Told): ShownBrief => {
  const text = briefText(about)
  return { seen: about.story.timeline.at(-1)?.seq ?? 0, rest: text.length - prefill(text).length }
}

const plain = (text: string): string => text.replaceAll(/\r\n?/g, '\n').trim()

/** What was written while somebody edited the brief: it goes on behind their words, as if they had seen it. */
const meanwhile = (about: Told, seen: number): string => {
  const missed = briefOf(about.story.timeline).since.filter(({ seq }) => seq > seen)
  return missed.length === 0 ? '' : ['\n\nSince then:', ...missed.map((entry) => bullet(entry, about))].join('\n')
}

/** What somebody changed of the brief that they were shown: what had no room in the field goes on behind their words. */
export const editOf = (about: Told, { seen, rest, text, dontAsk }: TypedBrief): BriefEdit => {
  const whole = briefText(about, seen)
  const shown = whole.slice(0, Math.max(0, whole.length - rest))
  const tail = whole.slice(shown.length)
  const gap = /\s*$/.exec(shown)?.[0] ?? ''
  const after = tail === '' ? text : `${text}${gap}${tail}`
  const known = dontAskWords(about, seen) ?? ''
  return {
    ...(plain(text) === plain(shown.toWellFormed()) ? {} : { brief: `${after}${meanwhile(about, seen)}` }),
    ...(dontAsk.trim() === known ? {} : { dontAsk }),
  }
}
