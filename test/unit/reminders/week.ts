import fc from 'fast-check'
import type { Circumstances } from '#domain/decisions/decision.ts'
import type { Issue } from '#domain/issue/issue.ts'
import type { Person } from '#domain/people.ts'
import { planBatch, planForCouncil, type Waiting } from '#domain/reminders/batch.ts'
import { dueOf } from '#domain/reminders/due.ts'
import { type LedgerRow, theCouncil } from '#domain/reminders/reminder.ts'
import { snoozeReminders, snoozes } from '#domain/reminders/snooze.ts'
import { claimed, council, issue, people } from './world.ts'

const minute = 60_000
const begins = new Date('2026-11-16T00:00:00Z').getTime()

/** Something that happens in the week: minutes after its beginning. */
const acts = fc.record({
  minute: fc.integer({ min: 0, max: 7 * 1440 }),
  issue: fc.nat(200),
  what: fc.constantFrom('update', 'claim', 'resolve', 'promise', 'hand', 'settle', 'snooze', 'away', 'leave', 'fly'),
  dice: fc.nat(1000),
})

/** A random week: how often somebody looks, what happens, and how many issues there are. */
export const week = fc.record({
  every: fc.integer({ min: 1, max: 200 }),
  issues: fc.array(
    fc.record({
      severity: fc.constantFrom('low', 'normal', 'high', 'urgent'),
      department: fc.constantFrom('support', 'billing'),
      kind: fc.constantFrom('flagged', 'claimed', 'unrouted'),
      minute: fc.integer({ min: -2000, max: 3000 }),
    }),
    { minLength: 1, maxLength: 25 },
  ),
  acts: fc.array(acts, { maxLength: 40 }),
  silent: fc.nat(4),
})

type Week = typeof week extends fc.Arbitrary<infer T> ? T : never

export type Sent = {
  readonly row: LedgerRow
  readonly at: Date
  readonly issue: Issue
  readonly person: Person | undefined
}
export type Message = { readonly person: string; readonly day: string; readonly number: number; readonly at: Date }

const born = (it: Week['issues'][number], i: number): Issue => {
  const flaggedAt = new Date(begins + it.minute * minute)
  const base = { number: i + 1, severity: it.severity, department: it.department, flaggedAt, lastUpdateAt: flaggedAt }
  const asked = it.department === 'billing' ? 'U0BEN' : 'U0ANNA'
  if (it.kind === 'claimed') return claimed({ ...base, owner: asked })
  const ask = { round: 1, person: asked, role: 'owner', at: flaggedAt } as const
  const flagged = issue({ ...base, ask })
  if (it.kind === 'flagged') return flagged
  const { ask: _, ...unrouted } = flagged
  return { ...unrouted, routeBy: new Date(flaggedAt.getTime() + 7_200_000) }
}

const handed = (it: Issue, now: Date, dice: number): Issue => ({
  ...it,
  lastUpdateAt: now,
  handover: {
    id: `h${dice}-${now.getTime()}`,
    from: it.department ?? '',
    to: 'support',
    askedBy: 'U0BEN',
    asked: dice % 2 === 0 ? 'U0ANNA' : 'U0LEA',
    reason: 'expertise',
    verdict: 'clear',
    at: now,
    dueAt: new Date(now.getTime() + 4 * 3_600_000),
  },
})

const changed = (it: Issue, { what, dice }: Week['acts'][number], now: Date): Issue => {
  const { handover: _, promiseBy: __, routeBy: ___, ask: ____, ...rest } = it
  const owned = it.state === 'claimed' || it.state === 'resolved'
  if (what === 'claim' && it.state === 'flagged')
    return { ...rest, state: 'claimed', owner: 'U0BEN', claimedAt: now, lastUpdateAt: now }
  if (!owned) return it
  if (what === 'update') return { ...it, lastUpdateAt: now }
  if (what === 'resolve') return { ...rest, state: 'resolved', lastUpdateAt: now }
  if (what === 'promise') return { ...it, promiseBy: new Date(now.getTime() + dice * 5 * minute), lastUpdateAt: now }
  if (what === 'hand' && it.state === 'claimed') return handed(it, now, dice)
  return what === 'settle' ? { ...rest, state: 'closed', lastUpdateAt: now } : it
}

const moved = (person: Person, { what, dice }: Week['acts'][number], now: Date): Person => {
  if (what === 'away') return { ...person, awayUntil: new Date(now.getTime() + dice * 5 * minute) }
  if (what === 'leave' && dice > 900) return { ...person, kind: 'deactivated' }
  return what === 'fly' ? { ...person, timeZone: dice % 2 ? 'Pacific/Kiritimati' : 'America/Los_Angeles' } : person
}

const keyOf = (row: LedgerRow): string => [row.issue, row.kind, row.state, row.person, row.again].join(' ')

/** Lives through a week with the rules alone; answers everything that was said. */
export const liveThrough = ({ every, issues: first, acts: happening, silent }: Week) => {
  const issues = new Map(first.map(born).map((it) => [it.number, it]))
  const known = people()
  const ledger = new Map<string, LedgerRow>()
  const [sent, messages]: [Sent[], Message[]] = [[], []]
  const todo = happening.toSorted((a, b) => a.minute - b.minute)
  const put = (row: LedgerRow) => ledger.set(keyOf(row), row)
  const isNoted = (key: string): boolean => {
    const row = ledger.get(key)
    return row?.sentAt !== undefined || row?.sendAt !== undefined
  }

  const act = (what: Week['acts'][number], circumstances: Circumstances): void => {
    const { now } = circumstances
    const it = issues.get(1 + (what.issue % issues.size))
    const person = [...known.values()][what.issue % known.size]
    if (!it || !person || it.flaggedAt > now) return
    issues.set(it.number, changed(it, what, now))
    known.set(person.id, moved(person, what, now))
    if (what.what !== 'snooze') return
    const snooze = snoozes[what.dice % 3] ?? '1h'
    try {
      for (const row of snoozeReminders(it, [...ledger.values()], { by: person.id, snooze }, circumstances).rows)
        put(row)
    } catch {
      // Nothing of it was open for this person.
    }
  }

  const waitingFor = (person: string, now: Date): Waiting => {
    const own = [...ledger.values()].filter((row) => row.person === person)
    const last = messages.filter((one) => one.person === person).at(-1)
    return {
      person,
      rows: own.filter(({ sendAt }) => sendAt !== undefined && sendAt <= now),
      before: own.filter(({ post }) => post !== undefined && post === `${last?.day} ${last?.number}`),
      spent: messages.filter((one) => one.person === person).map(({ day, number }) => ({ day, count: number })),
    }
  }

  const say = (person: string, circumstances: Circumstances): void => {
    const { now } = circumstances
    const waiting = waitingFor(person, now)
    const plan =
      person === theCouncil
        ? planForCouncil(waiting, issues, circumstances)
        : planBatch(waiting, issues, circumstances, ({ number }) => number % 5 >= silent)
    const { message } = plan
    if (message) messages.push({ person, ...message, at: now })
    for (const row of plan.send) {
      const { sendAt: _, ...rest } = row
      put({ ...rest, sentAt: now, post: `${message?.day} ${message?.number}` })
      const about = issues.get(row.issue)
      if (about) sent.push({ row, at: now, issue: about, person: known.get(person) })
    }
    for (const row of plan.along) put({ ...row, post: `${message?.day} ${message?.number}` })
    for (const { sendAt: _, ...row } of plan.settled) put(row)
    for (const { row, at } of plan.later) put({ ...row, sendAt: at })
  }

  for (let time = 0; time <= 7 * 1440; time += every) {
    const circumstances = { council, people: known, now: new Date(begins + time * minute) }
    while (todo[0] && todo[0].minute <= time) act(todo.shift() as Week['acts'][number], circumstances)
    for (const it of issues.values())
      if (it.flaggedAt <= circumstances.now)
        for (const row of dueOf(
          it,
          [...ledger.values()]
            .filter((one) => one.issue === it.number && (one.sentAt !== undefined || one.sendAt !== undefined))
            .map((one) => ({ ...one, said: one.sentAt !== undefined })),
          circumstances,
        ).rows)
          if (!isNoted(keyOf(row))) put(row)
    for (const person of [...known.keys(), theCouncil]) say(person, circumstances)
  }
  return { sent, messages, ledger: [...ledger.values()], issues, known }
}
