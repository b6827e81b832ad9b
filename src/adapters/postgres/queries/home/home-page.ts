import { type HomeLine, type HomeList, type HomeQuestion, homeLists } from '#application/home.ts'
import type { WorkspaceId } from '#application/ports.ts'
import type { Database } from '../../database.ts'
import { Prisma } from '../../generated/client.ts'
import { present } from '../../optional.ts'
import { type LineRow, lineColumns, lineJoins, toLine } from '../lines.ts'
import { sources } from './sources.ts'

const { sql } = Prisma

type HomeRow = LineRow & {
  rank: number
  flagged_by: string
  asked_person: string | null
  handover_asked: string | null
  consult: HomeLine['consult'] | null
  lead_asked: string | null
  question_by: string | null
  question_to: string | null
  question_at: Date | null
  question_answered_at: Date | null
  promise_by: Date | null
  region: string | null
  unrouted: boolean
}

const rankOf = (list: HomeList): number => homeLists.indexOf(list)

const questionOf = ({ question_by: by, question_to: to, question_at: at, ...row }: HomeRow) =>
  by === null || to === null || at === null
    ? undefined
    : { by, to, at, ...present({ answeredAt: row.question_answered_at }) }

const toHomeLine = (row: HomeRow): HomeLine => ({
  ...toLine(row),
  list: homeLists[row.rank] ?? 'open',
  flaggedBy: row.flagged_by,
  lastUpdateAt: row.last_update_at,
  unrouted: row.unrouted,
  ...present({
    askedPerson: row.asked_person,
    handoverAsked: row.handover_asked,
    consult: row.consult,
    leadAsked: row.lead_asked,
    question: questionOf(row),
    promiseBy: row.promise_by,
    region: row.region,
  }),
})

/** Some lists one after the other, from behind the cursor: lists before its own are over. */
const picked = (id: WorkspaceId, question: HomeQuestion): Prisma.Sql => {
  const { lists, after, limit } = question
  const begun = after === undefined ? -1 : rankOf(after.list)
  const looks = lists
    .filter((list) => rankOf(list) >= begun)
    .map((list) => {
      const behind = rankOf(list) === begun ? (after?.number ?? 0) : 0
      return sql`SELECT ${rankOf(list)}::int AS rank, l.number FROM (${sources[list]({ id, question, after: behind })}) l`
    })
  if (looks.length === 0) return sql`SELECT 0 AS rank, 0 AS number WHERE FALSE`
  return sql`SELECT u.rank, u.number FROM (${Prisma.join(looks, ' UNION ALL ')}) u ORDER BY u.rank, u.number LIMIT ${limit}`
}

/** What of the consults of an issue waits for the person in the list of its row; asked first, shown first. */
const waitingConsult = ({ viewer }: HomeQuestion): Prisma.Sql => sql`
  CASE WHEN page.rank IN (${rankOf('consult')}, ${rankOf('asked_back')}) THEN (
    SELECT json_build_object('id', c.id, 'kind', c.kind, 'state', c.state) FROM consult c
    WHERE c.workspace_id = i.workspace_id AND c.issue_number = i.number AND CASE page.rank
      WHEN ${rankOf('consult')} THEN c.state = 'asked' AND c.asked = ${viewer.person} ELSE c.state = 'asked_back' END
    ORDER BY c.at, c.id LIMIT 1) END`

/** One statement for a page of App Home. */
export const homePage = async (
  database: Database,
  id: WorkspaceId,
  question: HomeQuestion,
): Promise<readonly HomeLine[]> => {
  const rows = await database.$queryRaw<HomeRow[]>`
    WITH page AS (${picked(id, question)})
    SELECT page.rank, ${lineColumns}, i.flagged_by, i.asked_person, h.asked AS handover_asked, h.lead_asked,
      h.question_by, h.question_to, h.question_at, h.question_answered_at, ${waitingConsult(question)} AS consult, i.promise_by,
      i.region, i.state = 'flagged' AND i.route_by IS NOT NULL AS unrouted
    FROM page CROSS JOIN LATERAL (
      SELECT * FROM issue o WHERE o.workspace_id = ${id} AND o.number = page.number LIMIT 1) i ${lineJoins}
    ORDER BY page.rank, page.number`
  return rows.map(toHomeLine)
}
