import type { IssueEventKind } from '#domain/issue/events.ts'
import type { WaitEnded } from '#domain/issue/wait.ts'
import { zoneOf } from '../people.ts'
import { day } from '../time/dates.ts'
import { waitedOn } from '../waiting/waits.ts'
import { actorOf, type Teller } from './telling.ts'

const ended: Readonly<Record<Exclude<WaitEnded, 'moving'>, string>> = {
  replaced: 'it waits on something else now.',
  released: 'the claim was released.',
  resolved: 'the issue was resolved.',
  withdrawn: 'the issue was withdrawn.',
  merged: 'the issue was merged.',
  moved: 'the issue was handed over.',
  decided: 'the council decided.',
}

/** How waits are told. */
export const waitTellers = {
  waiting_started: (entry, about) => {
    const zone = zoneOf(about.council, about.story.issue.department)
    const until = entry.until === undefined ? '' : ` It wakes up on ${day(zone, entry.until, about.now)}.`
    return `${actorOf(entry, about)} waits on ${waitedOn(entry, about)}.${until}`
  },
  waiting_continued: (entry, about) => {
    const zone = zoneOf(about.council, about.story.issue.department)
    return `${actorOf(entry, about)} still waits, until ${day(zone, entry.until, about.now)}.`
  },
  waiting_ended: (entry, about) =>
    entry.why === 'moving'
      ? `${actorOf(entry, about)} says that it moves again.`
      : `The wait on ${waitedOn(entry, about)} is over: ${ended[entry.why]}`,
} satisfies { readonly [K in IssueEventKind & `waiting_${string}`]: Teller<K> }
