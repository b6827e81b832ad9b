import type { ConsultEnded, ConsultFact } from '#domain/issue/consult-facts.ts'
import { somebody, withDepartment } from '../people.ts'
import { actorOf, type Teller, type Told } from '../stories/telling.ts'

const nobodyNeeded: Readonly<Record<Exclude<ConsultEnded, 'not_needed' | 'asked_other' | 'done'>, string>> = {
  owns_it: 'they answer for it themselves now',
  resolved: 'the issue was resolved',
  withdrawn: 'the issue was withdrawn',
  closed: 'the issue was closed',
  merged: 'the issue was merged',
}

type Ended = Parameters<Teller<'consult_ended'>>[0]

const ended = (entry: Ended, about: Told): string => {
  const who = withDepartment(about, entry.asked, entry.department)
  switch (entry.why) {
    case 'not_needed':
      return entry.of === 'hands'
        ? `${actorOf(entry, about)} needs no help of ${who} any more.`
        : `${actorOf(entry, about)} needs no answer of ${who} any more.`
    case 'asked_other':
      return `${who} has not answered, so ${actorOf(entry, about)} asks somebody else.`
    case 'done':
      return entry.actor === entry.asked
        ? `${who} is done helping.`
        : `${actorOf(entry, about)} noted that ${who} is done helping.`
    default:
      return entry.of === 'hands'
        ? `${who} need not help any more: ${nobodyNeeded[entry.why]}.`
        : `${who} need not answer any more: ${nobodyNeeded[entry.why]}.`
  }
}

/** Who did it in the place of the one asked. */
const inPlaceOf = (
  { actor, asked, department }: { actor?: string; asked: string; department: string },
  about: Told,
): string =>
  actor === undefined || actor === asked
    ? withDepartment(about, asked, department)
    : `${somebody(about.story, actor)}, for ${withDepartment(about, asked, department)},`

/** How consults and help are told. */
export const consultTellers = {
  consult_asked: (entry, about) =>
    entry.of === 'hands'
      ? `${actorOf(entry, about)} asked ${withDepartment(about, entry.asked, entry.department)} to lend a hand:`
      : `${actorOf(entry, about)} asked ${withDepartment(about, entry.asked, entry.department)}:`,
  consult_answered: (entry, about) => `${inPlaceOf(entry, about)} answered:`,
  consult_asked_back: (entry, about) => `${inPlaceOf(entry, about)} asked back:`,
  consult_explained: (entry, about) => `${actorOf(entry, about)} answered what was asked back:`,
  hands_given: ({ asked, department }, about) =>
    `${withDepartment(about, asked, department)} helps with it from now on.`,
  consult_declined: (entry, about) => `${inPlaceOf(entry, about)} cannot help:`,
  consult_ended: ended,
} satisfies { readonly [K in ConsultFact['kind']]: Teller<K> }
