import type { HomeList, HomeQuestion } from '#application/home.ts'
import { matchName } from '#domain/customers/match-name.ts'
import { severities } from '#domain/severity.ts'
import { Prisma } from '../../generated/client.ts'
import { isFor } from '../open-issues.ts'
import {
  asksToAccept,
  hasToAnswer,
  isConsulted,
  type Look,
  offered,
  openConsult,
  toAccept,
  toAnswer,
  toDecide,
  wanted,
  wished,
  withConsult,
} from './on-the-move.ts'

const { sql } = Prisma

const first = ({ id, question, after }: Look, where: Prisma.Sql): Prisma.Sql => sql`
  SELECT i.number FROM issue i WHERE i.workspace_id = ${id} AND i.number > ${after} AND ${where} ${wished(question)}
  ORDER BY i.number LIMIT ${question.limit}`

/** Not in one of the lists of what waits for the person. */
const waitsNot = (question: HomeQuestion): Prisma.Sql => {
  const { viewer, chair } = question
  return sql`NOT ${asksToAccept(question)} AND NOT ${hasToAnswer(question)} AND NOT ${isConsulted(question)}
    AND NOT (i.state = 'flagged' AND (i.asked_person IS NOT DISTINCT FROM ${viewer.person} OR ${chair} AND i.route_by IS NOT NULL))`
}

const isDue = ({ promisedBefore }: HomeQuestion): Prisma.Sql => sql`i.promise_by < ${promisedBefore}`

/** Open issues of some departments: a short look into one index for each department, audience and severity. */
const inDepartments = (
  { id, question, after }: Look,
  departments: readonly string[],
  audiences: readonly string[],
  and: Prisma.Sql = Prisma.empty,
): Prisma.Sql => sql`
  SELECT o.number FROM unnest(${[...departments]}::text[]) AS d(key)
  CROSS JOIN unnest(${[...audiences]}::text[]) AS a(audience)
  CROSS JOIN unnest(${question.severity === undefined ? [...severities] : [question.severity]}::text[]) AS s(severity)
  CROSS JOIN LATERAL (
    SELECT i.number FROM issue i WHERE i.workspace_id = ${id} AND i.department = d.key AND i.audience = a.audience
      AND i.severity = s.severity AND i.number > ${after} AND i.state IN ('flagged', 'claimed', 'resolved') ${and}
    ORDER BY i.number LIMIT ${question.limit}) o
  ORDER BY o.number LIMIT ${question.limit}`

const own = (look: Look, and?: Prisma.Sql): Prisma.Sql => {
  const { viewer, department } = look.question
  const departments = viewer.departments.filter((key) => department === undefined || key === department)
  return inDepartments(look, departments, ['open', 'restricted'], and)
}

/** Open issues of every department, by audience and perhaps severity. */
const anywhere = ({ id, question, after }: Look, audiences: readonly string[]): Prisma.Sql => sql`
  SELECT o.number FROM unnest(${[...audiences]}::text[]) AS a(audience)
  CROSS JOIN unnest(${question.severity === undefined ? [...severities] : [question.severity]}::text[]) AS s(severity)
  CROSS JOIN LATERAL (
    SELECT i.number FROM issue i WHERE i.workspace_id = ${id} AND i.severity = s.severity AND i.audience = a.audience
      AND i.number > ${after} AND i.state IN ('flagged', 'claimed', 'resolved')
    ORDER BY i.number LIMIT ${question.limit}) o
  ORDER BY o.number LIMIT ${question.limit}`

const ofAudiences = (look: Look, audiences: readonly string[]): Prisma.Sql =>
  look.question.department === undefined
    ? anywhere(look, audiences)
    : inDepartments(look, [look.question.department], audiences)

/** Restricted issues that are noted as readable by the person or one of their departments. */
const readable = ({ id, question, after }: Look): Prisma.Sql => {
  const { person, departments } = question.viewer
  const readers = [person, ...departments.map((key) => `department:${key}`)]
  return sql`
    SELECT r.number FROM unnest(${readers}::text[]) AS v(reader) CROSS JOIN LATERAL (
      SELECT i.number FROM issue_reader r JOIN issue i ON i.workspace_id = r.workspace_id AND i.number = r.issue_number
      WHERE r.workspace_id = ${id} AND r.reader = v.reader AND r.issue_number > ${after} ${wished(question)}
      ORDER BY r.issue_number LIMIT ${question.limit}) r`
}

/** All that the person may see; however many others there are, they are not looked at. */
const visible = (look: Look): Prisma.Sql =>
  look.question.viewer.council
    ? ofAudiences(look, ['open', 'restricted'])
    : sql`SELECT v.number FROM ((${ofAudiences(look, ['open'])}) UNION ${readable(look)} UNION (${toAccept(look)})
        UNION ${offered(look)} UNION (${wanted(look)})) v ORDER BY v.number LIMIT ${look.question.limit}`

const seen = ({ question: { viewer } }: Look): Prisma.Sql => (viewer.council ? sql`TRUE` : isFor(viewer))

/** How many customers of a name that begins alike are looked at. */
const customersLooked = 50

const lastLetter = String.fromCodePoint(0x10_ffff)

const ofCustomer = (look: Look): Prisma.Sql => {
  const { id, question, after } = look
  const begin = matchName(question.customer ?? '')
  return sql`
    SELECT o.number FROM (
      SELECT c.id FROM customer c WHERE c.workspace_id = ${id} AND c.match_name COLLATE "C" >= ${begin}
        AND c.match_name COLLATE "C" < ${`${begin}${lastLetter}`} ORDER BY c.match_name COLLATE "C" LIMIT ${customersLooked}) c
    CROSS JOIN LATERAL (
      SELECT i.number FROM issue i WHERE i.workspace_id = ${id} AND i.customer_id = c.id AND i.number > ${after}
        AND i.state IN ('flagged', 'claimed', 'resolved') AND ${seen(look)} ${wished(question)}
      ORDER BY i.number LIMIT ${question.limit}) o
    ORDER BY o.number LIMIT ${question.limit}`
}

/** Issues of those who left a department, for the lead and the chair who were told of it. */
const leftBehind = (look: Look): Prisma.Sql => {
  const { id, question, after } = look
  const { person } = question.viewer
  return sql`
    SELECT i.number FROM departure d JOIN issue i ON i.workspace_id = d.workspace_id AND i.owner = d.person
      AND i.department = d.department AND i.state IN ('claimed', 'resolved') AND i.number > ${after}
    WHERE d.workspace_id = ${id} AND d.ended_at IS NULL AND ${person} = ANY(d.told) AND i.owner <> ${person}
      AND NOT ${asksToAccept(question)} AND NOT ${hasToAnswer(question)} AND NOT ${isConsulted(question)}
      AND ${seen(look)} ${wished(question)}
    ORDER BY i.number LIMIT ${question.limit}`
}

/** Where each list finds its issues. */
export const sources: Readonly<Record<HomeList, (look: Look) => Prisma.Sql>> = {
  claim: (look) => first(look, sql`i.asked_person = ${look.question.viewer.person} AND i.state = 'flagged'`),
  accept: toAccept,
  question: toAnswer,
  consult: (look) => withConsult(look, sql`c.state = 'asked' AND c.asked = ${look.question.viewer.person}`),
  asked_back: (look) => withConsult(look, sql`c.state = 'asked_back' AND i.owner = ${look.question.viewer.person}`),
  decide: toDecide,
  promise: (look) =>
    first(
      look,
      sql`i.owner = ${look.question.viewer.person} AND i.state = 'claimed' AND ${isDue(look.question)}
        AND NOT ${asksToAccept(look.question)} AND NOT ${hasToAnswer(look.question)} AND NOT ${openConsult('asked_back')}`,
    ),
  close: (look) => first(look, sql`i.owner = ${look.question.viewer.person} AND i.state = 'resolved'`),
  left: leftBehind,
  route: (look) =>
    first(
      look,
      sql`i.state = 'flagged' AND i.route_by IS NOT NULL AND i.asked_person IS DISTINCT FROM ${look.question.viewer.person}`,
    ),
  rest_of_mine: (look) =>
    first(
      look,
      sql`i.owner = ${look.question.viewer.person} AND i.state = 'claimed' AND ${isDue(look.question)} IS NOT TRUE
        AND NOT ${asksToAccept(look.question)} AND NOT ${hasToAnswer(look.question)} AND NOT ${openConsult('asked_back')}`,
    ),
  rest_of_department: (look) =>
    own(look, sql`AND i.owner IS DISTINCT FROM ${look.question.viewer.person} AND ${waitsNot(look.question)}`),
  mine: (look) => first(look, sql`i.owner = ${look.question.viewer.person} AND i.state IN ('claimed', 'resolved')`),
  department: (look) => own(look),
  open: visible,
  number: (look) => first(look, sql`i.number = ${look.question.number ?? 0} AND ${seen(look)}`),
  customer: ofCustomer,
}
