import type { WorkspaceId } from '#application/ports.ts'
import { type LedgerEvent, ledgerKinds } from '#domain/time-ledger/standing.ts'
import type { Period } from '#domain/week/scorecard.ts'
import { prepared, type Sql } from '../sql.ts'

/** So many issues are read at once: the process serves others between two chunks. */
const chunk = 4_000

type PackedRow = { number: number; packed: string }

/**
 * The events of each issue in one text, which is read in a fraction of the time of as many rows. No key and no id has
 * one of the two characters between them in it.
 */
const timelines = prepared<PackedRow>(`
  WITH picked AS MATERIALIZED (SELECT i.number FROM issue i
    WHERE i.workspace_id = $1 AND i.number > $2 AND i.flagged_at < $4
      AND (i.state IN ('flagged', 'claimed', 'resolved') OR i.last_event_at >= $3)
    ORDER BY i.number LIMIT ${chunk})
  SELECT e.issue_number AS number, string_agg(concat_ws(E'\\t', e.kind, (extract(epoch FROM e.at) * 1000)::bigint,
      coalesce(e.data->>'department', ''), coalesce(e.data->>'to', ''), coalesce(e.data->>'owner', ''),
      coalesce(e.data->>'severity', ''), coalesce(e.data->>'on', ''), coalesce(e.data->>'review', '')),
    E'\\n' ORDER BY e.seq) AS packed
  FROM picked JOIN issue_event e ON e.workspace_id = $1 AND e.issue_number = picked.number
  WHERE e.at < $4 AND e.kind = ANY($5)
  GROUP BY e.issue_number ORDER BY e.issue_number`)

const orNone = (text: string | undefined): string | undefined => (text === '' ? undefined : text)

const unpacked = (line: string): LedgerEvent => {
  const [kind = '', at, department, to, owner, severity, on, review] = line.split('\t')
  return {
    kind,
    at: new Date(Number(at)),
    department: orNone(department),
    to: orNone(to),
    owner: orNone(owner),
    severity: orNone(severity),
    on: orNone(on),
    review: review === 'true',
  }
}

/** The timelines of all issues that were open at some time in a period, as the clock reads them, in chunks by number. */
export async function* timelinesIn(
  sql: Sql,
  workspaceId: WorkspaceId,
  { from, to }: Period,
): AsyncGenerator<readonly LedgerEvent[]> {
  const readFrom = (after: number) => timelines(sql, workspaceId, after, from, to, ledgerKinds)
  for (let rows = await readFrom(0); rows.length > 0; ) {
    // The database gathers the next ones while these are worked on.
    const next = readFrom(rows.at(-1)?.number ?? 0)
    // Who stops early hears nothing of what is not needed any more.
    next.catch(() => undefined)
    for (const { packed } of rows) yield packed.split('\n').map(unpacked)
    rows = await next
  }
}
