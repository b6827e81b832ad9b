import type { WorkspaceId } from '#application/ports.ts'
import type { IssueRepository } from '#application/repositories.ts'
import type { IssueEvent } from '#domain/issue/events.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { prepared, type Sql } from '../sql.ts'
import { insertRows, type Param, updateRow, type Writes } from '../writes/writes.ts'
import { toData, toFact } from './event-rows.ts'
import { toColumns } from './issue-rows.ts'
import { saveOpen } from './moving/save-open.ts'
import { readIssue, readStories, readStory } from './story.ts'

/** There is one council in a workspace for now. */
export const councilId = 'main'

const saveTimeline = (
  writes: Writes,
  workspaceId: WorkspaceId,
  number: number,
  first: number,
  events: readonly IssueEvent[],
): void => {
  const key = (i: number) => ({ workspaceId, issueNumber: number, seq: first + i })
  const rows = events.map((event, i) => ({
    ...key(i),
    at: event.at,
    kind: event.kind,
    actor: event.actor ?? null,
    onBehalfOf: event.onBehalfOf ?? null,
    data: toData(event),
  }))
  if (rows.length > 0) writes.add('event', insertRows('issue_event', rows))
  const words = events.flatMap((event, i) =>
    event.words
      ? [{ ...key(i), kind: event.words.kind, text: event.words.text, author: event.actor ?? null, at: event.at }]
      : [],
  )
  if (words.length > 0) writes.add('words', insertRows('issue_words', words))
}

const stampsOf = (event: IssueEvent): Readonly<Record<string, Date | null>> => ({
  ...(event.kind === 'reopened' ? { reopenedAt: event.at } : {}),
  ...(event.kind === 'withdrawn' ? { withdrawnAt: event.at } : {}),
  ...(event.kind === 'words_erased' && event.whole ? { wordsErasedAt: event.at } : {}),
  ...(event.words === undefined ? {} : { wordsErasedAt: null }),
})

const stamps = (events: readonly IssueEvent[]) => Object.assign({}, ...events.map(stampsOf))

const save = (
  writes: Writes,
  workspaceId: WorkspaceId,
  before: Issue | undefined,
  after: Issue,
  events: readonly IssueEvent[],
  nextLookAt: Date | undefined,
): void => {
  const eventCount = (before?.eventCount ?? 0) + events.length
  const columns = { ...toColumns(after), ...stamps(events), nextLookAt: nextLookAt ?? null, eventCount }
  if (before) {
    const changed = { ...columns, version: before.version + 1 }
    const where = (param: Param) =>
      `workspace_id = ${param(workspaceId)} AND number = ${param(before.number)} AND version = ${param(before.version)}`
    writes.insist(writes.add('issue', updateRow('issue', changed, where)))
  } else {
    const row = { workspaceId, number: after.number, councilId, version: 1, ...columns }
    writes.add('issue', insertRows('issue', [row]))
  }
  saveTimeline(writes, workspaceId, after.number, (before?.eventCount ?? 0) + 1, events)
  saveOpen(writes, workspaceId, before, after, events)
}

const bySource = prepared<{ number: number }>(
  'SELECT number FROM issue WHERE workspace_id = $1 AND source_channel = $2 AND source_ts = $3',
)

const lastOfKind = prepared<{ kind: string; data: unknown }>(
  `SELECT kind, data FROM issue_event WHERE workspace_id = $1 AND issue_number = $2 AND kind = $3
   ORDER BY seq DESC LIMIT 1`,
)

/** Issues, their timeline, handovers and words in PostgreSQL. */
export const issueRepository = (sql: Sql, writes: Writes, workspaceId: WorkspaceId): IssueRepository => ({
  get: (number) => readIssue(sql, workspaceId, number),
  findBySource: async ({ channel, ts }) => (await bySource(sql, workspaceId, channel, ts))[0]?.number,
  save: async (before, after, events, nextLookAt) => save(writes, workspaceId, before, after, events, nextLookAt),
  story: (number, council) => readStory(sql, workspaceId, number, council),
  stories: (numbers) => readStories(sql, workspaceId, numbers),
  suggestionsFor: async (number) => {
    const [row] = await lastOfKind(sql, workspaceId, number, 'unrouted')
    const fact = row && toFact(row.kind, row.data)
    return fact?.kind === 'unrouted' ? fact.suggestions : []
  },
})
