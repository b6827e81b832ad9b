import { setTimeout as pause } from 'node:timers/promises'
import { flagForm } from '../stand/deliveries.ts'
import { flaggers } from '../stand/people.ts'
import type { Stand } from '../stand/stand.ts'

type Row = { readonly kind: string; readonly place: string; readonly ts: string; readonly created: Date }

/** Each has a channel for its cards and a lead who is asked. */
const departments = ['support', 'billing', 'sales', 'product', 'it']

const waiting = async ({ database }: Stand): Promise<number> =>
  Number(
    (
      await database.query(
        "SELECT count(*) AS n FROM pgboss.job WHERE name LIKE 'posts.%' AND state IN ('created', 'retry', 'active')",
      )
    ).rows[0]?.n,
  )

export type Drain = {
  readonly messages: number
  readonly seconds: number
  /** How often Slack had to say that it was too much. */
  readonly limited: number
  /** Messages that overtook one for the same place that was queued more than a second earlier. */
  readonly outOfOrder: number
  /** When the last ask and the last receipt stood, in seconds from the beginning. */
  readonly lastAsk: number
  readonly lastReceipt: number
}

/** Flags while Slack is away until so many messages wait; then Slack comes back, and all of them go out. */
export const drain = async (stand: Stand, messages: number): Promise<Drain> => {
  await stand.slack('away')
  for (let i = 0; (await waiting(stand)) < messages; i += 25)
    await Promise.all(
      Array.from({ length: 25 }, (_, j) =>
        stand.sender.send(flagForm(flaggers[(i + j) % 200] ?? '', departments[j % departments.length])),
      ),
    )
  const queued = await waiting(stand)
  const began = Date.now()
  const before = await stand.slack('back')
  while ((await waiting(stand)) > 0) await pause(500)
  const seconds = (Date.now() - began) / 1000
  const { rows } = await stand.database.query<Row>(
    'SELECT kind, channel AS place, ts, created_at AS created FROM post WHERE ts IS NOT NULL ORDER BY ts::numeric',
  )
  const newest = new Map<string, number>()
  let outOfOrder = 0
  for (const { place, created } of rows) {
    if (created.getTime() < (newest.get(place) ?? 0) - 1000) outOfOrder += 1
    newest.set(place, Math.max(created.getTime(), newest.get(place) ?? 0))
  }
  const last = (kind: string) => Number(rows.findLast((row) => row.kind === kind)?.ts ?? 0) - began / 1000
  return {
    messages: queued,
    seconds,
    limited: (await stand.slack('back')) - before,
    outOfOrder,
    lastAsk: last('ask'),
    lastReceipt: last('receipt'),
  }
}
