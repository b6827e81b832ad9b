import type { TimelineEntry } from '#application/read-models.ts'
import type { IssueEventKind } from '#domain/issue/events.ts'
import { departmentName } from '../labels.ts'
import { somebody } from '../people.ts'
import { actorOf, type Teller } from './telling.ts'

const isEmptied = ({ words, erased }: TimelineEntry): boolean => words === undefined && erased === undefined

type Kinds =
  | 'brief_edited'
  | 'dont_ask_said'
  | 'handover_question'
  | 'handover_question_answered'
  | 'handover_lead_asked'
  | 'handover_expired'
  | 'handover_taken_back'

/** How the brief, the receiver's question and the ends of a handover without an answer are told. */
export const handingTellers = {
  brief_edited: (entry, about) =>
    isEmptied(entry) ? `${actorOf(entry, about)} emptied the brief.` : `${actorOf(entry, about)} edited the brief:`,
  dont_ask_said: (entry, about) =>
    isEmptied(entry)
      ? `${actorOf(entry, about)} noted that nothing is left that must not be asked again.`
      : `${actorOf(entry, about)} noted what must not be asked again:`,
  handover_question: (entry, about) =>
    `${actorOf(entry, about)} asks ${somebody(about.story, entry.asked)} first, before they accept:`,
  handover_question_answered: (entry, about) => `${actorOf(entry, about)} answered their question:`,
  handover_lead_asked: ({ to, asked }, { story, council }) =>
    `Nobody in ${departmentName(council, to)} has answered yet, so ${somebody(story, asked)} was asked too.`,
  handover_expired: ({ from, to }, { story, council }) =>
    `Nobody in ${departmentName(council, to)} answered in time: it stays with ${departmentName(council, from)}, and ${somebody(story, story.issue.owner)} answers for it.`,
  handover_taken_back: (entry, about) =>
    `${actorOf(entry, about)} took the handover to ${departmentName(about.council, entry.to)} back.`,
} satisfies { readonly [K in IssueEventKind & Kinds]: Teller<K> }

/** What is left to do for those who were asked, once a handover is over; nothing where that says it all. */
export const nextAfterSilence = ({ kind }: TimelineEntry, owner: string): string | undefined =>
  kind === 'handover_expired' ? `If it is yours after all, or you know who can help, tell ${owner}.` : undefined
