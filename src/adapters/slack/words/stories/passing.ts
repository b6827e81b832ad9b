import type { IssueEventKind, PassCancelled } from '#domain/issue/events.ts'
import { somebody, somebodyFirst, withDepartment } from '../people.ts'
import { actorOf, type Teller } from './telling.ts'

const passCancelled: Readonly<Record<Exclude<PassCancelled, 'no_answer'>, string>> = {
  resolved: 'the issue was resolved.',
  withdrawn: 'the issue was withdrawn.',
  closed: 'the issue was closed.',
  merged: 'the issue was merged.',
  replaced: 'it goes another way.',
  back: 'the owner is here again.',
}

/** How passes within a department are told. */
export const passTellers = {
  pass_asked: (entry, about) =>
    entry.why === 'away'
      ? `${somebodyFirst(about.story, entry.asked)} was asked to take it over, because its owner is away.`
      : `${actorOf(entry, about)} asked ${somebody(about.story, entry.asked)} to take it over.`,
  pass_accepted: (entry, about) =>
    entry.onBehalfOf !== undefined && entry.actor !== entry.owner
      ? `${somebodyFirst(about.story, entry.actor)} gave it to ${withDepartment(about, entry.owner, entry.department)}, who answers for it now.`
      : `${withDepartment(about, entry.owner, entry.department)} took it over from ${somebody(about.story, entry.from)} and answers for it now.`,
  pass_declined: (entry, about) => `${actorOf(entry, about)} returned it; its owner still answers for it.`,
  pass_cancelled: ({ why }) =>
    why === 'no_answer'
      ? 'There was no answer in time; somebody else is asked.'
      : `Nobody needs to take it over any more: ${passCancelled[why]}`,
} satisfies { readonly [K in IssueEventKind & `pass_${string}`]: Teller<K> }
