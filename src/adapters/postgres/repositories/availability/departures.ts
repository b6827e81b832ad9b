import type { Departure, DepartureWhy, OwnedIssue } from '#application/departures.ts'
import type { WorkspaceId } from '#application/ports.ts'
import type { DepartureRepository } from '#application/repositories.ts'
import type { Severity } from '#domain/severity.ts'
import { present } from '../../optional.ts'
import { prepared, type Sql } from '../../sql.ts'
import { insertRows, type Param, updateRow, type Writes } from '../../writes/writes.ts'

type Row = {
  readonly id: string
  readonly person: string
  readonly department: string
  readonly why: string
  readonly at: Date
  readonly told: string[]
  readonly ended_at: Date | null
}

const toDeparture = ({ id, person, department, why, at, told, ended_at }: Row): Departure => ({
  id,
  person,
  department,
  why: why as DepartureWhy,
  at,
  told,
  ...present({ endedAt: ended_at }),
})

const byId = prepared<Row>('SELECT * FROM departure WHERE workspace_id = $1 AND id = $2')

const openOf = prepared<Row>(
  'SELECT * FROM departure WHERE workspace_id = $1 AND person = $2 AND ended_at IS NULL ORDER BY at, id',
)

type OwnedRow = {
  readonly number: number
  readonly severity: string
  readonly stage: string | null
  readonly state: string
  readonly flagged_at: Date
  readonly customer_name: string | null
  readonly total: string
}

const owned = prepared<OwnedRow>(
  `SELECT i.number, i.severity, i.stage, i.state, i.flagged_at, c.name AS customer_name, count(*) OVER () AS total
   FROM issue i LEFT JOIN customer c ON c.workspace_id = i.workspace_id AND c.id = i.customer_id
   WHERE i.workspace_id = $1 AND i.owner = $2 AND i.department = $3 AND i.state IN ('claimed', 'resolved')
   ORDER BY i.number LIMIT $4`,
)

const departments = prepared<{ department: string }>(
  `SELECT DISTINCT i.department FROM issue i WHERE i.workspace_id = $1 AND i.owner = $2
   AND i.department IS NOT NULL AND i.state IN ('claimed', 'resolved') ORDER BY i.department`,
)

const toOwned = ({ number, severity, stage, state, flagged_at, customer_name }: OwnedRow): OwnedIssue => ({
  number,
  severity: severity as Severity,
  state: state as OwnedIssue['state'],
  flaggedAt: flagged_at,
  ...present({ stage, customerName: customer_name }),
})

/** Who left which department, and what is still theirs there. */
export const departureRepository = (sql: Sql, writes: Writes, workspaceId: WorkspaceId): DepartureRepository => ({
  get: async (id) => (await byId(sql, workspaceId, id)).map(toDeparture)[0],
  openOf: async (person) => (await openOf(sql, workspaceId, person)).map(toDeparture),
  open: async ({ endedAt, ...departure }) => {
    writes.add('departure', insertRows('departure', [{ workspaceId, ...departure, endedAt: endedAt ?? null }]))
  },
  end: async (id, at) => {
    const where = (param: Param) => `workspace_id = ${param(workspaceId)} AND id = ${param(id)} AND ended_at IS NULL`
    writes.add('departure', updateRow('departure', { endedAt: at }, where))
  },
  issuesOf: async (person, department, limit) => {
    const rows = await owned(sql, workspaceId, person, department, limit)
    return { issues: rows.map(toOwned), total: Number(rows[0]?.total ?? 0) }
  },
  departmentsOf: async (person) => (await departments(sql, workspaceId, person)).map((row) => row.department),
})
