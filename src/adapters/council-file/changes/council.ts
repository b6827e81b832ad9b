import type { Council, Rules } from '#domain/council.ts'
import { severities } from '#domain/severity.ts'
import { duration, share } from '../write-council-file.ts'
import { asIs, changed, changedList, hours, knownUntil, type Naming } from './said.ts'

/** What becomes of the council itself: its channel, people, times and goals. */
export const councilChanges = (before: Council, after: Council, { person, channel }: Naming): readonly string[] => [
  ...changed('channel', before.channel, after.channel, channel),
  ...changed('chair', before.chair, after.chair, person),
  ...changed('deputy', before.deputy, after.deputy, person),
  ...changed('sponsor', before.sponsor, after.sponsor, person),
  ...changedList('members', before.members, after.members, person),
  ...changed('time zone', before.calendar.timeZone, after.calendar.timeZone, asIs),
  ...changed('working hours', before.calendar.hours, after.calendar.hours, hours),
  ...changedList('holidays', before.calendar.holidays, after.calendar.holidays, asIs),
  ...changed('public holidays known until', knownUntil(before.calendar), knownUntil(after.calendar), asIs),
  ...changed('digest', before.digest, after.digest, (cron) => `"${cron}"`),
  ...changed('goal “told in time”', before.goals.toldInTime, after.goals.toldInTime, share),
  ...changed('goal “sent around”', before.goals.sentAround, after.goals.sentAround, share),
  ...changed('goal “explained again”', before.goals.explainedAgain, after.goals.explainedAgain, share),
]

const timed = [
  ['claim within', 'claimWithin'],
  ['resolve within', 'resolveWithin'],
  ['update within', 'updateWithin'],
  ['accept within', 'acceptWithin'],
  ['answer within', 'answerWithin'],
] as const satisfies readonly (readonly [string, keyof Rules])[]

/** What becomes of the rules. */
export const rulesChanges = ({ rules: before }: Council, { rules: after }: Council): readonly string[] => [
  ...timed.flatMap(([name, rule]) =>
    severities
      .toReversed()
      .flatMap((severity) => changed(`${name}, ${severity}`, before[rule][severity], after[rule][severity], duration)),
  ),
  ...changed('most hops', before.maxHops, after.maxHops, asIs),
  ...changed('reminders per day', before.remindersPerDay, after.remindersPerDay, asIs),
  ...changed('reaction that flags', before.reactions.flag, after.reactions.flag, (name) => `:${name}:`),
  ...changed('reaction that claims', before.reactions.claim, after.reactions.claim, (name) => `:${name}:`),
  ...changed('words are kept', before.retention, after.retention, ({ amount, unit }) => `${amount}${unit}`),
]
