import type { WorkspaceId } from '#application/ports.ts'
import { type LedgerEvent, ledgerKinds } from '#domain/time-ledger/standing.ts'
import type { Period } from '#domain/week/scorecard.ts'
import { prepared, type Sql } from '../sql.ts'

/** So many numbers are looked through at once: the process serves others between two chunks. */
const chunk = 2_000

/** So many chunks are gathered by the database while another one is worked on. */
const ahead = 2

type PackedRow = { packed: string }

/**
 * The events of each issue in one text, which is read in a fraction of the time of as many rows. No key and no id has
 * one of the two characters between them in it.
 */
const timelines = prepared<PackedRow>(`
  SELECT t.packed FROM issue i
  CROSS JOIN LATERAL (SELECT string_agg(e.kind || E'\\t' || date_part('epoch', e.at) || E'\\t'
        || coalesce(e.data->>'department', '') || E'\\t' || coalesce(e.data->>'to', '') || E'\\t'
        || coalesce(e.data->>'owner', '') || E'\\t' || coalesce(e.data->>'severity', '') || E'\\t'
        || coalesce(e.data->>'on', '') || E'\\t' || coalesce(e.data->>'review', ''),
      E'\\n' ORDER BY e.seq) AS packed
    FROM issue_event e
    WHERE e.workspace_id = $1 AND e.issue_number = i.number AND e.at < $5 AND e.kind = ANY($6)) t
  WHERE i.workspace_id = $1 AND i.number > $2 AND i.number <= $3 AND i.flagged_at < $5
    AND (i.state IN ('flagged', 'claimed', 'resolved') OR i.last_event_at >= $4) AND t.packed IS NOT NULL`)

const lastNumber = prepared<{ last: number | null }>(
  'SELECT max(i.number) AS last FROM issue i WHERE i.workspace_id = $1',
)

const orNone = (text: string | undefined): string | undefined => (text === '' ? undefined : text)

const unpacked = (line: string): LedgerEvent => {
  const [kind = '', at, department, to, owner, severity, on, review] = line.split('\t')
  return {
    kind,
    at: new Date(Math.round(Number(at) * 1000)),
    department: orNone(department),
    to: orNone(to),
    owner: orNone(owner),
    severity: orNone(severity),
    on: orNone(on),
    review: review === 'true',
  }
}

/** The timelines of all issues that were open at some time in a period, as the clock reads them, one after the other. */
export async function* timelinesIn(
  sql: Sql,
  workspaceId: WorkspaceId,
  { from, to }: Period,
): AsyncGenerator<readonly LedgerEvent[]> {
  const [row] = await lastNumber(sql, workspaceId)
  const last = row?.last ?? 0
  const asked: Promise<readonly PackedRow[]>[] = []
  let after = 0
  const ask = (): void => {
    if (after >= last) return
    const rows = timelines(sql, workspaceId, after, after + chunk, from, to, ledgerKinds)
    // Who stops early, or at another one that fails, hears nothing more of it.
    rows.catch(() => undefined)
    asked.push(rows)
    after += chunk
  }
  for (let i = 0; i < ahead; i += 1) ask()
  for (let rows = asked.shift(); rows; rows = asked.shift()) {
    const read = await rows
    ask()
    for (const { packed } of read) yield packed.split('\n').map(unpacked)
  }
}
