import fc from 'fast-check'
import type { Council, Department, JourneyStage } from '#domain/council.ts'
import { type Calendar, weekdays } from '#domain/time/calendar.ts'

const upper = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789']
const idOf = (...prefixes: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...prefixes), fc.string({ unit: fc.constantFrom(...upper), minLength: 2, maxLength: 10 }))
    .map((parts) => parts.join(''))
const person = idOf('U', 'W')
const channel = idOf('C', 'G')
const people = fc.uniqueArray(person, { maxLength: 4 })

/** Words that YAML would like to take for something else. */
const treacherous = [
  'no',
  'null',
  '~',
  '42',
  '1e3',
  '0x1F',
  '- a',
  'a: b',
  '#x',
  '@home',
  '"q"',
  "it's",
  '{x}',
  '*x',
  '&x',
  '!t',
]
const name = fc
  .oneof(fc.constantFrom(...treacherous), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }))
  .filter((text) => text.trim() !== '' && text.length <= 75 && !/[\p{Cc}\u2028\u2029]/u.test(text))
const key = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,12}$/)

const calendar: fc.Arbitrary<Calendar> = fc.record({
  timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Etc/GMT+5'),
  hours: fc.oneof(
    fc.constant<'always'>('always'),
    fc
      .record({
        days: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }),
        minutes: fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 2 }),
      })
      .map(({ days, minutes }) => ({ days, from: Math.min(...minutes), to: Math.max(...minutes) })),
  ),
  holidays: fc.uniqueArray(fc.constantFrom('2026-12-25', '2027-01-01', '2028-02-29'), { maxLength: 3 }),
})

const duration = fc.record({
  amount: fc.constantFrom(1, 2, 5, 30, 90, 0.5, 1.25),
  unit: fc.constantFrom('s' as const, 'm' as const, 'h' as const, 'd' as const),
})
const perSeverity = fc.oneof(
  duration.map((every) => ({ low: every, normal: every, high: every, urgent: every })),
  fc.record({ low: duration, normal: duration, high: duration, urgent: duration }),
)
const share = fc.oneof(
  fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs),
)
const rules = fc.record({
  claimWithin: perSeverity,
  resolveWithin: perSeverity,
  updateWithin: perSeverity,
  acceptWithin: perSeverity,
  answerWithin: perSeverity,
  maxHops: fc.nat(99),
  remindersPerDay: fc.integer({ min: 1, max: 99 }),
  reactions: fc.record({
    flag: fc.constantFrom('triangular_flag_on_post', '+1', 'sos'),
    claim: fc.constantFrom('raising_hand', '100', 'no'),
  }),
  retention: fc.record({ amount: fc.integer({ min: 1, max: 999 }), unit: fc.constantFrom('d' as const, 'y' as const) }),
})

const department = (of: string): fc.Arbitrary<Department> =>
  fc.record(
    { key: fc.constant(of), name, lead: person, channel, members: people, calendar, onCall: person },
    {
      requiredKeys: ['key', 'name', 'lead', 'members', 'calendar'],
    },
  )

const cell = (of: string) =>
  fc.record(
    { department: fc.constant(of), region: name, owner: person, backup: person },
    {
      requiredKeys: ['department', 'owner'],
    },
  )

const stage = (of: string, departments: readonly string[]): fc.Arbitrary<JourneyStage> =>
  fc.record({
    key: fc.constant(of),
    name,
    leadDepartment: fc.constantFrom(...departments),
    owners: fc.subarray([...departments]).chain((owning) => fc.tuple(...owning.map(cell))),
  })

/** Any council that a file can say. */
export const anyCouncil: fc.Arbitrary<Council> = fc
  .record({
    departments: fc.uniqueArray(key, { minLength: 1, maxLength: 4 }),
    stages: fc.uniqueArray(key, { maxLength: 4 }),
  })
  .chain(({ departments, stages }) =>
    fc.record(
      {
        channel,
        chair: person,
        deputy: person,
        sponsor: person,
        members: people,
        calendar,
        digest: fc.constantFrom('0 9 * * mon', '30 17 * * 5', '*/5 * * * * *', '@weekly'),
        goals: fc.record({ toldInTime: share, sentAround: share, explainedAgain: share }),
        rules,
        departments: fc.tuple(...departments.map(department)),
        journey: fc.tuple(...stages.map((of) => stage(of, departments))),
      },
      {
        requiredKeys: ['channel', 'chair', 'members', 'calendar', 'digest', 'goals', 'rules', 'departments', 'journey'],
      },
    ),
  )
