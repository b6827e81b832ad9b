import type { Council, PersonId } from '#domain/council.ts'
import type { Issue } from '#domain/issue/issue.ts'
import type { Snooze } from '#domain/reminders/snooze.ts'
import type { SentRow } from '../record.ts'
import type { Standing } from '../slack.ts'
import { nextOpening, roomFor } from './budget.ts'
import { judgeMessages } from './messages.ts'
import { channel, type People } from './people.ts'
import { onCallOf, type Step, stepsOf } from './steps.ts'
import { firstFrom, wall } from './wall.ts'

/** What was seen of the world at an instant: the issues before and after what happened then, and what was said by then. */
export type Sight = {
  readonly at: number
  readonly before: ReadonlyMap<number, Issue>
  readonly after: ReadonlyMap<number, Issue>
  /** What the ledger has as sent in the last minutes. */
  readonly sent: readonly SentRow[]
  /** How many messages the ledger counts, by person and day. */
  readonly batches: ReadonlyMap<string, number>
  /** All messages that ever stood in Slack. */
  readonly posts: readonly Standing[]
  /** Nothing went wrong at this instant, and nothing is on its way. */
  readonly clean: boolean
}

/** Something that somebody has to hear: how often by now, and not before when. */
type Duty = {
  readonly number: number
  readonly step: Step
  readonly person: PersonId
  times: number
  notBefore: number
  /** Until when the person put it off. */
  snoozedUntil: number
  /** How many rounds it was left unsaid though it could have been said. */
  missed: number
}

export type Given = {
  readonly council: () => Council
  readonly people: People
  /** By how much clocks may differ; milliseconds. */
  readonly apart: number
  /** Whether the owner answered in the thread of the card after their issue's last update. */
  readonly answered: (issue: Issue, at: number) => boolean
}

const hour = 3_600_000

/** What lead or chair hear of for an owner who is not here. */
const ofOwner = ['quiet', 'untold', 'promise']

const nameOf = (...parts: readonly (string | number)[]): string => parts.join('|')

const iso = (at: number): string => new Date(at).toISOString()

/**
 * Works out by itself what was due when, and holds against it what was said. Answers what is wrong, as sentences.
 */
export const createJudge = ({ council, people, apart, answered }: Given) => {
  const duties = new Map<string, Duty>()
  const rows = new Map<string, { readonly at: number; readonly post: string }>()
  const said = new Map<string, number>()
  const heard = new Map<string, string>()
  const snoozed = new Map<string, number>()
  const reported = new Set<string>()
  const wrong: string[] = []
  const counts = { due: 0, said: 0, again: 0 }
  const messages = judgeMessages({ council, people, apart, wrong, mayRepeat: (key) => snoozed.get(key) ?? 0 })
  const around = (at: number): readonly number[] => [at - apart, at, at + apart]
  const isOnCall = (issue: Issue, person: PersonId): boolean => {
    const named = onCallOf(council(), issue)
    return named !== undefined && (person === named || person === channel)
  }

  const isOnBehalf = (person: PersonId): boolean =>
    council().chair === person || council().departments.some(({ lead }) => lead === person)

  /** What is asked of one who is away may be asked of who covers for them. */
  const isFor = (named: PersonId, person: PersonId, kind: string, at: number): boolean =>
    named === person ||
    (['unclaimed', 'handover'].includes(kind) &&
      around(at).some((instant) => people.standsIn(named, person, instant))) ||
    (isOnBehalf(person) &&
      (people.isGone(named) ? ofOwner.includes(kind) : kind === 'promise') &&
      around(at).some((instant) => !people.isHere(named, instant)))

  /** The steps of one question, to one person: it is asked of them once, whatever step it is. */
  const questionOf = (number: number, kind: string, state: string, person: PersonId): string =>
    nameOf(number, kind, state.slice(0, state.lastIndexOf(':')), person)

  const hears = ({ issue_number: number, kind, state, person, again }: SentRow, at: number): void => {
    if (again > 0 || !['unclaimed', 'handover'].includes(kind)) return
    const question = questionOf(number, kind, state, person)
    const before = heard.get(question)
    if (before !== undefined && before !== state)
      wrong.push(`${iso(at)} CX-${number} ${kind} ${state} to ${person}: was asked that already, as ${before}`)
    heard.set(question, state)
  }

  /** A row is rightly sent: its time has come, it is still so, and the person is here and in their hours. */
  const judgeRow = (row: SentRow, { before, after }: Sight): void => {
    const { issue_number: number, kind, state, person, again } = row
    const at = row.sent_at.getTime()
    const say = (what: string): void =>
      void wrong.push(`${iso(at)} CX-${number} ${kind} ${state} to ${person} (${again}): ${what}`)
    const issues = [before.get(number), after.get(number)].filter((issue) => issue !== undefined)
    const fits = (issue: Issue): boolean =>
      stepsOf(council(), issue, people)
        .flat()
        .some(
          (step) =>
            step.kind === kind &&
            step.state === state &&
            step.due <= at + apart &&
            (step.persons.some((named) => isFor(named, person, kind, at)) ||
              (kind === 'unclaimed' && isOnCall(issue, person))),
        )
    if (!issues.some(fits)) say('was not due')
    if (kind === 'quiet' && issues.every((issue) => answered(issue, at - apart))) say('the owner had answered')
    if (!around(at).some((instant) => people.isHere(person, instant))) say('was away')
    const atAnyHour = issues.some((issue) => isOnCall(issue, person))
    if (!atAnyHour && !around(at).some((instant) => people.inHours(person, instant))) say('was not at work')
    const key = nameOf(number, kind, state, person)
    if (again > (snoozed.get(key) ?? 0)) say('was said again, and nobody snoozed it')
    const duty = duties.get(key)
    if (again > 0 && duty && at < duty.snoozedUntil - apart) say('was said again before its time')
  }

  const noteRows = (sight: Sight): void => {
    for (const row of sight.sent) {
      const key = nameOf(row.issue_number, row.kind, row.state, row.person, row.again)
      const known = rows.get(key)
      if (known?.at === row.sent_at.getTime()) continue
      rows.set(key, { at: row.sent_at.getTime(), post: row.post })
      judgeRow(row, sight)
      if (known && messages.stood(known.post)) wrong.push(`${iso(sight.at)} ${key} was sent twice`)
      if (known) continue
      counts.said += 1
      hears(row, sight.at)
      const [saidTo, saidOf] = [
        nameOf(row.issue_number, row.kind, row.state, row.person),
        nameOf(row.issue_number, row.kind, row.state),
      ]
      said.set(saidTo, (said.get(saidTo) ?? 0) + 1)
      said.set(saidOf, (said.get(saidOf) ?? 0) + 1)
    }
  }

  /** Takes up what has come due: of each kind the last step that is reached, unless it or a later one was taken up. */
  const takeUp = ({ at, after, clean }: Sight): void => {
    const open = new Set<string>()
    for (const issue of after.values())
      for (const steps of stepsOf(council(), issue, people)) {
        const keysOf = (step: Step) =>
          step.persons.map((person) => [nameOf(issue.number, step.kind, step.state, person), person] as const)
        const reached = steps.findLastIndex(({ due }) => due <= at - apart)
        const passed = steps.findLastIndex((step) => keysOf(step).some(([key]) => duties.has(key)))
        const superseded = (step: Step): boolean => step.kind === 'promise' && reached > steps.indexOf(step)
        for (const step of steps) for (const [key] of keysOf(step)) if (!superseded(step)) open.add(key)
        const step = steps[reached]
        if (!clean || !step || reached <= passed) continue
        for (const [key, person] of keysOf(step)) {
          counts.due += 1
          duties.set(key, { number: issue.number, step, person, times: 1, notBefore: 0, snoozedUntil: 0, missed: 0 })
        }
      }
    for (const key of duties.keys()) if (!open.has(key)) duties.delete(key)
  }

  /** Shown as often as it has to be; of what a person is asked only as long as the state lasts, once to whom it may concern. */
  const isSaid = ({ number, step, times, person }: Duty, key: string): boolean => {
    if (Math.min(said.get(key) ?? 0, messages.timesShown(key)) >= times) return true
    const toSomebody = said.get(nameOf(number, step.kind, step.state)) ?? 0
    if (times > 1 || said.has(key)) return false
    if (heard.has(questionOf(number, step.kind, step.state, person))) return true
    return toSomebody > 0 && ['unclaimed', 'handover', 'promise'].includes(step.kind)
  }

  const nextDay = (person: PersonId, at: number): number => {
    const today = people.day(person, at)
    return nextOpening(
      people,
      person,
      firstFrom(at, (instant) => people.day(person, instant) !== today),
    )
  }

  /** Whether nothing keeps it from being said at this round; notes until when it has to wait otherwise. */
  const couldBeSaid = (duty: Duty, issue: Issue, { at, batches }: Sight): boolean => {
    const { person } = duty
    const instants = around(at)
    if (!instants.every((instant) => people.isHere(person, instant))) {
      if (duty.times > 1) duty.notBefore = Math.max(duty.notBefore, nextDay(person, at))
      return false
    }
    if (!isOnCall(issue, person) && !instants.every((instant) => people.inHours(person, instant))) {
      duty.notBefore = Math.max(duty.notBefore, nextOpening(people, person, at))
      return false
    }
    if (at < duty.notBefore + apart) return false
    if (person === channel) return true
    const day = people.day(person, at)
    const had = Math.max(messages.had(person, day), batches.get(`${person} ${day}`) ?? 0)
    const urgent = issue.severity === 'urgent'
    const room = roomFor(council(), people, person, { had, urgent, at })
    if (!room.now) duty.notBefore = Math.max(duty.notBefore, room.from)
    return room.now && !messages.hadSince(person, at - apart)
  }

  const judgeDuties = (sight: Sight): void => {
    for (const [key, duty] of duties) {
      const issue = sight.after.get(duty.number)
      if (!issue || people.isGone(duty.person) || isSaid(duty, key) || reported.has(key)) continue
      duty.missed = couldBeSaid(duty, issue, sight) ? duty.missed + 1 : 0
      if (duty.missed < 3) continue
      wrong.push(
        `${iso(sight.at)} ${key} is due since ${iso(duty.step.due)} and was not said (waits until ${iso(duty.notBefore)}, in the ledger ${said.get(key) ?? 0} times, shown ${messages.timesShown(key)}, to be said ${duty.times})`,
      )
      reported.add(key)
    }
  }

  return {
    wrong,
    counts,
    /** Looks at what became of an instant. */
    look: (sight: Sight): void => {
      noteRows(sight)
      messages.look(sight, (key) => said.get(key) ?? 0)
      takeUp(sight)
      if (!sight.clean) return
      judgeDuties(sight)
    },
    /** Somebody put off what they were reminded of about an issue: it is due once more, later. */
    snoozed: (person: PersonId, number: number, how: Snooze, at: number, issue: Issue): void => {
      const { calendar, zone } = people.hours(person)
      const until = (): number => {
        if (how === '1h') return isOnCall(issue, person) ? at + hour : nextOpening(people, person, at + hour)
        if (calendar.hours === 'always') return at + (how === 'tomorrow' ? 24 : 7 * 24) * hour
        const { date } = wall(zone, at)
        const isThen = (instant: number): boolean => {
          const shown = wall(zone, instant)
          return shown.date !== date && (how === 'tomorrow' || shown.weekday === 'mon')
        }
        return nextOpening(people, person, firstFrom(at, isThen))
      }
      for (const step of stepsOf(council(), issue, people).flat()) {
        const key = nameOf(number, step.kind, step.state, person)
        const times = said.get(key) ?? 0
        if (times === 0) continue
        const duty = duties.get(key) ?? { number, step, person, times: 1, notBefore: 0, snoozedUntil: 0, missed: 0 }
        duties.set(key, duty)
        if (times >= duty.times) snoozed.set(key, (snoozed.get(key) ?? 0) + 1)
        counts.again += times >= duty.times ? 1 : 0
        duty.times = Math.max(duty.times, times + 1)
        duty.snoozedUntil = until()
        duty.notBefore = duty.snoozedUntil
      }
    },
    /** Somebody is in another zone: what waits for them is looked at again within a day. */
    travelled: (person: PersonId, at: number): void => {
      for (const duty of duties.values())
        if (duty.person === person) duty.notBefore = Math.max(duty.notBefore, at + 24 * hour)
    },
  }
}
