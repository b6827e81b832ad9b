import { setTimeout as pause } from 'node:timers/promises'
import { PEOPLE } from '#adapters/practice/seed/ids.ts'
import { quantile } from '../figures.ts'
import { claim, flagForm, homeOpened, irrelevantReaction, mention } from '../stand/deliveries.ts'
import { flaggers } from '../stand/people.ts'
import type { Answer } from '../stand/sender.ts'
import type { Stand } from '../stand/stand.ts'

const perSecond = 100

type Kind = 'flag' | 'claim' | 'irrelevant' | 'home'

const rotation: readonly Kind[] = ['flag', 'irrelevant', 'claim', 'home']

const someone = (i: number): string => flaggers[(i * 7) % flaggers.length] ?? ''

const bodyOf = (kind: Kind, i: number, toClaim: number): string => {
  if (kind === 'flag') return mention(someone(i))
  if (kind === 'claim') return claim(PEOPLE.ben, toClaim)
  return kind === 'home' ? homeOpened(someone(i)) : irrelevantReaction(someone(i))
}

const numbers = async ({ database }: Stand, where: string): Promise<number[]> =>
  (await database.query(`SELECT number FROM issue WHERE ${where} ORDER BY number`)).rows.map((row) => row.number)

export type OpenLoop = {
  readonly p99: number
  readonly worst: number
  /** Deliveries that were refused, and effects that were missing a minute later. */
  readonly lost: number
}

/**
 * Deliveries at a fixed rate, whatever the answers do, for some seconds; a delivery's time counts from when it was to
 * be sent. Then waits until all of it has had its effect, and counts what has not.
 */
export const openLoop = async (stand: Stand, seconds: number): Promise<OpenLoop> => {
  const total = perSecond * seconds
  const claims = Math.ceil(total / rotation.length)
  for (let i = 0; i < claims; i += 10)
    await Promise.all(Array.from({ length: 10 }, (_, j) => stand.sender.send(flagForm(someone(i + j)))))
  const open = await numbers(stand, "state = 'flagged' AND stage = 'pay'")
  const flagsBefore = (await numbers(stand, 'stage IS NULL')).length
  const answers: Promise<Answer & { kind: Kind }>[] = []
  const started = performance.now()
  for (let i = 0; i < total; i += 1) {
    const due = started + (i * 1000) / perSecond
    const wait = due - performance.now()
    if (wait > 0) await pause(wait)
    const kind = rotation[i % rotation.length] ?? 'flag'
    const body = bodyOf(kind, i, open[Math.floor(i / rotation.length)] ?? 0)
    answers.push(stand.sender.send(body, due).then((answer) => ({ ...answer, kind })))
  }
  const all = await Promise.all(answers)
  const times = all.map(({ ms }) => ms)
  const refused = all.filter(({ status }) => status !== 200).length
  const flags = all.filter(({ kind, status }) => kind === 'flag' && status === 200).length
  const deadline = performance.now() + 60_000
  const missing = async (): Promise<number> => {
    const made = (await numbers(stand, 'stage IS NULL')).length - flagsBefore
    const claimed = (await numbers(stand, "owner IS NOT NULL AND stage = 'pay'")).length
    return flags - made + (all.filter(({ kind }) => kind === 'claim').length - claimed)
  }
  while ((await missing()) > 0 && performance.now() < deadline) await pause(100)
  return {
    p99: quantile(times, 0.99),
    worst: Math.max(...times),
    lost: refused + (await missing()),
  }
}
