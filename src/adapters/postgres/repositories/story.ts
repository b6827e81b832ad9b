import type { WorkspaceId } from '#application/ports.ts'
import type { IssueStory, TimelineEntry } from '#application/read-models.ts'
import type { Council } from '#domain/council.ts'
import { departmentOf } from '#domain/council.ts'
import { DomainError } from '#domain/errors.ts'
import type { IssueEvent, WordsKind } from '#domain/issue/events.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { placeAt } from '#domain/journey-map.ts'
import type { Issue as IssueRow } from '../generated/client.ts'
import { present } from '../optional.ts'
import { inFields, prepared, type Sql } from '../sql.ts'
import { toFact } from './event-rows.ts'
import { toIssue } from './issue-rows.ts'
import { type OpenColumns, openColumns, openRows } from './moving/open-rows.ts'

const peopleIn = (issue: Issue, timeline: readonly TimelineEntry[]): readonly string[] => {
  const ids = timeline.flatMap((entry) => [
    entry.actor,
    entry.onBehalfOf,
    entry.kind === 'asked' ? entry.ask.person : undefined,
    'owner' in entry ? entry.owner : undefined,
    'asked' in entry ? entry.asked : undefined,
    entry.kind === 'asked' ? entry.coverFor : undefined,
    entry.kind === 'pass_accepted' ? entry.from : undefined,
    entry.kind === 'closed' ? entry.closing.by : undefined,
    ...(entry.kind === 'merged_from' ? entry.followers : []),
    ...(entry.kind === 'decided' || entry.kind === 'moved_at_once' ? [entry.before] : []),
    entry.kind === 'voted' ? entry.person : undefined,
    entry.kind === 'reminded' || entry.kind === 'snoozed' ? entry.person : undefined,
  ])
  const all = [
    issue.flaggedBy,
    issue.owner,
    issue.ask?.person,
    issue.handover?.asked,
    issue.handover?.askedBy,
    issue.closing?.by,
    ...ids,
  ]
  return [...new Set(all.filter((id) => id !== undefined))]
}

/** Those who could be asked next for an issue that nobody has claimed. */
const couldBeAsked = (issue: Issue, council: Council | undefined): readonly string[] =>
  council && issue.state === 'flagged' && departmentOf(council, issue.department)
    ? placeAt(council, issue.department ?? '', issue.stage, issue.region).chain.map((candidate) => candidate.person)
    : []

/** An issue's columns with what is open of it in other tables. */
export type IssueColumns = Record<string, unknown> & OpenColumns

/** The issue that the columns say. */
export const issueOf = ({ handover, consults, decision, ...columns }: IssueColumns): Issue =>
  toIssue(inFields<IssueRow>(columns), openRows({ handover, consults, decision }))

const issueRow = prepared<IssueColumns>(
  `SELECT i.*, ${openColumns} FROM issue i WHERE i.workspace_id = $1 AND i.number = $2`,
)

/** An issue as it is now. Throws `issue_unknown`. */
export const readIssue = async (sql: Sql, workspaceId: WorkspaceId, number: number): Promise<Issue> => {
  const [row] = await issueRow(sql, workspaceId, number)
  if (!row) throw new DomainError('issue_unknown', { number })
  return issueOf(row)
}

type EventColumns = {
  readonly seq: number
  readonly at: string
  readonly kind: string
  readonly actor: string | null
  readonly on_behalf_of: string | null
  readonly data: unknown
  readonly words: string | null
  readonly words_kind: string | null
  readonly erased: boolean | null
}

const toEntry = (row: EventColumns): TimelineEntry => ({
  ...(toFact(row.kind, row.data) as IssueEvent),
  seq: row.seq,
  at: new Date(row.at),
  ...present({ actor: row.actor, onBehalfOf: row.on_behalf_of }),
  ...(row.words === null || row.erased ? {} : { words: { kind: row.words_kind as WordsKind, text: row.words } }),
  ...(row.erased ? { erased: true } : {}),
})

type StoryColumns = IssueColumns & {
  readonly customer_name: string | null
  readonly joined: readonly (EventColumns & { readonly issue_number: number })[] | null
  readonly timeline: readonly EventColumns[] | null
}

const storyRows = prepared<StoryColumns>(
  `SELECT i.*, ${openColumns}, c.name AS customer_name,
     (SELECT jsonb_agg(to_jsonb(e) || jsonb_build_object('words', w.text, 'words_kind', w.kind,
        'erased', w.redacted_at IS NOT NULL) ORDER BY e.seq)
      FROM issue_event e LEFT JOIN issue_words w
        ON w.workspace_id = e.workspace_id AND w.issue_number = e.issue_number AND w.seq = e.seq
      WHERE e.workspace_id = i.workspace_id AND e.issue_number = i.number) AS timeline,
     (WITH RECURSIVE part AS (
        SELECT m.number FROM issue m WHERE m.workspace_id = i.workspace_id AND m.merged_into = i.number
        UNION SELECT m.number FROM part JOIN issue m ON m.workspace_id = i.workspace_id AND m.merged_into = part.number)
      SELECT jsonb_agg(to_jsonb(e) || jsonb_build_object('words', w.text, 'words_kind', w.kind)
        ORDER BY e.issue_number, e.seq)
      FROM part JOIN issue_words w
        ON w.workspace_id = i.workspace_id AND w.issue_number = part.number AND w.redacted_at IS NULL
      JOIN issue_event e ON e.workspace_id = w.workspace_id AND e.issue_number = w.issue_number AND e.seq = w.seq
     ) AS joined
   FROM issue i LEFT JOIN customer c ON c.workspace_id = i.workspace_id AND c.id = i.customer_id
   WHERE i.workspace_id = $1 AND i.number = ANY($2)`,
)

const namesOf = prepared<{ id: string; name: string }>(
  'SELECT id, name FROM person WHERE workspace_id = $1 AND id = ANY($2)',
)

const toldOf = ({ customer_name: customerName, timeline, joined, ...columns }: StoryColumns) => ({
  issue: issueOf(columns),
  customerName,
  timeline: (timeline ?? []).map(toEntry),
  joined: joined?.map((event) => ({ ...toEntry(event), number: event.issue_number })),
})

/** An issue's whole timeline with words, the customer and the names of everyone in it. Throws `issue_unknown`. */
export const readStory = async (
  sql: Sql,
  workspaceId: WorkspaceId,
  number: number,
  council?: Council,
): Promise<IssueStory> => {
  const [row] = await storyRows(sql, workspaceId, [number])
  if (!row) throw new DomainError('issue_unknown', { number })
  const { customerName, issue, timeline, joined } = toldOf(row)
  const involved = [...peopleIn(issue, [...timeline, ...(joined ?? [])]), ...couldBeAsked(issue, council)]
  const named = await namesOf(sql, workspaceId, involved)
  return {
    issue,
    timeline,
    names: Object.fromEntries(named.map((person) => [person.id, person.name])),
    ...present({ customerName, joined }),
  }
}

/** The same of several issues at once, in the order of the numbers; one that is not there is left out. */
export const readStories = async (
  sql: Sql,
  workspaceId: WorkspaceId,
  numbers: readonly number[],
): Promise<readonly IssueStory[]> => {
  const told = (await storyRows(sql, workspaceId, [...numbers])).map(toldOf)
  const people = new Set(told.flatMap(({ issue, timeline }) => peopleIn(issue, timeline)))
  const named = await namesOf(sql, workspaceId, [...people])
  const names = Object.fromEntries(named.map((person) => [person.id, person.name]))
  return told
    .toSorted((a, b) => numbers.indexOf(a.issue.number) - numbers.indexOf(b.issue.number))
    .map(({ issue, timeline, customerName }) => ({ issue, timeline, names, ...present({ customerName }) }))
}
