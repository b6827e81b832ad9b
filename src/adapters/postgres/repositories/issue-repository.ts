import type { IssueRepository, WorkspaceId } from '#application/ports.ts'
import { DomainError } from '#domain/errors.ts'
import type { IssueEvent } from '#domain/issue/events.ts'
import type { Issue } from '#domain/issue/issue.ts'
import type { Transaction } from '../database.ts'
import { LostRace } from '../lost-race.ts'
import { toData, toFact } from './event-rows.ts'
import { toColumns, toIssue } from './issue-rows.ts'
import { readStory } from './story.ts'

/** There is one council in a workspace for now. */
export const councilId = 'main'

const load = async (tx: Transaction, workspaceId: WorkspaceId, number: number): Promise<Issue> => {
  const row = await tx.issue.findUnique({ where: { workspaceId_number: { workspaceId, number } } })
  if (!row) throw new DomainError('issue_unknown', { number })
  const handover =
    row.state === 'claimed'
      ? await tx.handover.findFirst({ where: { workspaceId, issueNumber: number, state: 'pending' } })
      : null
  return toIssue(row, handover)
}

const endedAs: Partial<Record<IssueEvent['kind'], string>> = {
  handover_accepted: 'accepted',
  handover_returned: 'returned',
  handover_cancelled: 'cancelled',
}

const saveHandover = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  before: Issue | undefined,
  after: Issue,
  events: readonly IssueEvent[],
) => {
  const ended = events.find((event) => endedAs[event.kind] !== undefined)
  if (ended && before?.handover)
    await tx.handover.update({
      where: { workspaceId_id: { workspaceId, id: before.handover.id } },
      data: { state: endedAs[ended.kind] ?? 'cancelled', settledAt: ended.at },
    })
  if (after.handover && after.handover.id !== before?.handover?.id)
    await tx.handover.create({ data: { workspaceId, issueNumber: after.number, state: 'pending', ...after.handover } })
}

const saveTimeline = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  number: number,
  first: number,
  events: readonly IssueEvent[],
) => {
  const key = (i: number) => ({ workspaceId, issueNumber: number, seq: first + i })
  await tx.issueEvent.createMany({
    data: events.map((event, i) => ({
      ...key(i),
      at: event.at,
      kind: event.kind,
      actor: event.actor ?? null,
      onBehalfOf: event.onBehalfOf ?? null,
      data: toData(event),
    })),
  })
  const words = events.flatMap((event, i) =>
    event.words
      ? [{ ...key(i), kind: event.words.kind, text: event.words.text, author: event.actor ?? null, at: event.at }]
      : [],
  )
  if (words.length > 0) await tx.issueWords.createMany({ data: words })
}

const stamps = (events: readonly IssueEvent[]) =>
  Object.fromEntries(
    events.flatMap((event) =>
      event.kind === 'reopened'
        ? [['reopenedAt', event.at]]
        : event.kind === 'withdrawn'
          ? [['withdrawnAt', event.at]]
          : [],
    ),
  )

const save = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  before: Issue | undefined,
  after: Issue,
  events: readonly IssueEvent[],
  nextLookAt: Date | undefined,
): Promise<void> => {
  const eventCount = (before?.eventCount ?? 0) + events.length
  const columns = { ...toColumns(after), ...stamps(events), nextLookAt: nextLookAt ?? null, eventCount }
  if (before) {
    const { count } = await tx.issue.updateMany({
      where: { workspaceId, number: before.number, version: before.version },
      data: { ...columns, version: before.version + 1 },
    })
    if (count === 0) throw new LostRace()
  } else {
    const { count } = await tx.issue.createMany({
      data: [{ workspaceId, number: after.number, councilId, version: 1, ...columns }],
      skipDuplicates: true,
    })
    if (count === 0) throw new LostRace()
  }
  await saveTimeline(tx, workspaceId, after.number, (before?.eventCount ?? 0) + 1, events)
  await saveHandover(tx, workspaceId, before, after, events)
}

/** Issues, their timeline, handovers and words in PostgreSQL. */
export const issueRepository = (tx: Transaction, workspaceId: WorkspaceId): IssueRepository => ({
  get: (number) => load(tx, workspaceId, number),
  findBySource: async ({ channel, ts }) => {
    const where = { workspaceId_sourceChannel_sourceTs: { workspaceId, sourceChannel: channel, sourceTs: ts } }
    return (await tx.issue.findUnique({ where, select: { number: true } }))?.number
  },
  save: (before, after, events, nextLookAt) => save(tx, workspaceId, before, after, events, nextLookAt),
  lookAgain: async (number, at) => {
    await tx.issue.updateMany({ where: { workspaceId, number }, data: { nextLookAt: at ?? null } })
  },
  story: async (number, council) => readStory(tx, workspaceId, await load(tx, workspaceId, number), council),
  suggestionsFor: async (number) => {
    const where = { workspaceId, issueNumber: number, kind: 'unrouted' }
    const row = await tx.issueEvent.findFirst({ where, orderBy: { seq: 'desc' } })
    const fact = row && toFact(row.kind, row.data)
    return fact?.kind === 'unrouted' ? fact.suggestions : []
  },
})
