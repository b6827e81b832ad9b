import type { HomeQuestion } from '#application/home.ts'
import type { WorkspaceId } from '#application/ports.ts'
import { Prisma } from '../../generated/client.ts'

const { sql } = Prisma

/** One list: the numbers behind `after` that belong to it, the first so many. */
export type Look = {
  readonly id: WorkspaceId
  readonly question: HomeQuestion
  readonly after: number
}

/** The filters of a person, asked of an issue `i`. */
export const wished = ({ severity, department }: HomeQuestion): Prisma.Sql => sql`
  ${severity === undefined ? Prisma.empty : sql`AND i.severity = ${severity}`}
  ${department === undefined ? Prisma.empty : sql`AND i.department = ${department}`}`

/** Whether a pending handover of an issue `i` asks the person. */
export const asksToAccept = ({ viewer }: HomeQuestion): Prisma.Sql => sql`
  EXISTS (SELECT FROM handover h WHERE h.workspace_id = i.workspace_id AND h.issue_number = i.number
    AND h.state = 'pending' AND (h.asked = ${viewer.person} OR h.lead_asked = ${viewer.person}))`

/** Whether a receiver of an issue `i` asked the person something first. */
export const hasToAnswer = ({ viewer }: HomeQuestion): Prisma.Sql => sql`
  EXISTS (SELECT FROM handover h WHERE h.workspace_id = i.workspace_id AND h.issue_number = i.number
    AND h.state = 'pending' AND h.question_to = ${viewer.person} AND h.question_answered_at IS NULL)`

/** Whether an issue `i` has an open consult in this state. */
export const openConsult = (state: 'asked' | 'asked_back', whom = Prisma.empty): Prisma.Sql => sql`
  EXISTS (SELECT FROM consult c WHERE c.workspace_id = i.workspace_id AND c.issue_number = i.number
    AND c.state = ${Prisma.raw(`'${state}'`)} ${whom})`

/** Whether the person is asked something about an issue `i`. */
export const isConsulted = ({ viewer }: HomeQuestion): Prisma.Sql =>
  openConsult('asked', sql`AND c.asked = ${viewer.person}`)

const handedTo = ({ id, question, after }: Look, whom: Prisma.Sql): Prisma.Sql => sql`
  SELECT i.number FROM handover h JOIN issue i ON i.workspace_id = h.workspace_id AND i.number = h.issue_number
  WHERE h.workspace_id = ${id} AND h.state = 'pending' AND h.issue_number > ${after} AND ${whom} ${wished(question)}
  ORDER BY h.issue_number LIMIT ${question.limit}`

/** Asked at first, or in place of the one who was: each by an index of its own. */
export const toAccept = (look: Look): Prisma.Sql => {
  const { viewer, limit } = look.question
  return sql`
    SELECT a.number FROM ((${handedTo(look, sql`h.asked = ${viewer.person}`)})
      UNION (${handedTo(look, sql`h.lead_asked = ${viewer.person}`)})) a ORDER BY a.number LIMIT ${limit}`
}

/** Those whose receiver asked the person something first. */
export const toAnswer = (look: Look): Prisma.Sql =>
  handedTo(look, sql`h.question_to = ${look.question.viewer.person} AND h.question_answered_at IS NULL`)

/** Issues with an open consult like this; a person may be asked two things about one. */
export const withConsult = ({ id, question, after }: Look, which: Prisma.Sql): Prisma.Sql => sql`
  SELECT DISTINCT i.number FROM consult c JOIN issue i ON i.workspace_id = c.workspace_id AND i.number = c.issue_number
  WHERE c.workspace_id = ${id} AND c.issue_number > ${after} AND ${which}
    AND NOT ${asksToAccept(question)} AND NOT ${hasToAnswer(question)} ${wished(question)}
  ORDER BY i.number LIMIT ${question.limit}`

/** Decisions for which somebody of the council is asked: it is not with their department, and they have not chosen yet. */
export const toDecide = ({ id, question, after }: Look): Prisma.Sql => {
  const { person, departments, council } = question.viewer
  return sql`
    SELECT i.number FROM council_decision d JOIN issue i ON i.workspace_id = d.workspace_id AND i.number = d.issue_number
    WHERE d.workspace_id = ${id} AND d.state = 'open' AND d.issue_number > ${after} AND ${council}
      AND i.owner IS DISTINCT FROM ${person} AND i.department <> ALL(${[...departments]}::text[])
      AND NOT ${asksToAccept(question)} AND NOT ${hasToAnswer(question)} AND NOT ${isConsulted(question)}
      AND NOT EXISTS (SELECT FROM jsonb_array_elements(d.votes) v WHERE v ->> 'by' = ${person}) ${wished(question)}
    ORDER BY d.issue_number LIMIT ${question.limit}`
}

/** Those that are handed to a department of the person. */
export const offered = (look: Look): Prisma.Sql => sql`
  SELECT o.number FROM unnest(${[...look.question.viewer.departments]}::text[]) AS d(key)
  CROSS JOIN LATERAL (${handedTo(look, sql`h.to_department = d.key`)}) o`

/** Those of which the council chooses whether they go to a department of the person. */
export const wanted = ({ id, question, after }: Look): Prisma.Sql => sql`
  SELECT i.number FROM council_decision d JOIN issue i ON i.workspace_id = d.workspace_id AND i.number = d.issue_number
  WHERE d.workspace_id = ${id} AND d.state = 'open' AND d.issue_number > ${after}
    AND d.to_department = ANY(${[...question.viewer.departments]}::text[]) ${wished(question)}
  ORDER BY d.issue_number LIMIT ${question.limit}`
