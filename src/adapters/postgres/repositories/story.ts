import type { WorkspaceId } from '#application/ports.ts'
import type { IssueStory, TimelineEntry } from '#application/read-models.ts'
import type { Council } from '#domain/council.ts'
import { departmentOf } from '#domain/council.ts'
import type { IssueEvent, WordsKind } from '#domain/issue/events.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { placeAt } from '#domain/journey-map.ts'
import type { Transaction } from '../database.ts'
import type { IssueEvent as EventRow, IssueWords as WordsRow } from '../generated/client.ts'
import { present } from '../optional.ts'
import { toFact } from './event-rows.ts'

const peopleIn = (issue: Issue, timeline: readonly TimelineEntry[]): readonly string[] => {
  const ids = timeline.flatMap((entry) => [
    entry.actor,
    entry.onBehalfOf,
    entry.kind === 'asked' ? entry.ask.person : undefined,
    entry.kind === 'claimed' || entry.kind === 'handover_accepted' || entry.kind === 'reopened'
      ? entry.owner
      : undefined,
    entry.kind === 'handover_asked' ? entry.asked : undefined,
    entry.kind === 'closed' ? entry.closing.by : undefined,
    entry.kind === 'reminded' ? entry.person : undefined,
  ])
  const all = [issue.flaggedBy, issue.owner, issue.ask?.person, issue.handover?.asked, issue.closing?.by, ...ids]
  return [...new Set(all.filter((id) => id !== undefined))]
}

/** Those who could be asked next for an issue that nobody has claimed. */
const couldBeAsked = (issue: Issue, council: Council | undefined): readonly string[] =>
  council && issue.state === 'flagged' && departmentOf(council, issue.department)
    ? placeAt(council, issue.department ?? '', issue.stage).chain.map((candidate) => candidate.person)
    : []

const toEntry = (row: EventRow, words: WordsRow | undefined): TimelineEntry => ({
  ...(toFact(row.kind, row.data) as IssueEvent),
  seq: row.seq,
  at: row.at,
  ...present({ actor: row.actor, onBehalfOf: row.onBehalfOf }),
  ...(words ? { words: { kind: words.kind as WordsKind, text: words.text } } : {}),
})

/** An issue's whole timeline with words, the customer and the names of everyone in it. */
export const readStory = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  issue: Issue,
  council?: Council,
): Promise<IssueStory> => {
  const of = { workspaceId, issueNumber: issue.number }
  const events = await tx.issueEvent.findMany({ where: of, orderBy: { seq: 'asc' } })
  const words = await tx.issueWords.findMany({ where: of })
  const customer =
    issue.customer === undefined
      ? null
      : await tx.customer.findUnique({ where: { workspaceId_id: { workspaceId, id: issue.customer } } })
  const bySeq = new Map(words.map((row) => [row.seq, row]))
  const timeline = events.map((row) => toEntry(row, bySeq.get(row.seq)))
  const people = await tx.person.findMany({
    where: { workspaceId, id: { in: [...peopleIn(issue, timeline), ...couldBeAsked(issue, council)] } },
    select: { id: true, name: true },
  })
  return {
    issue,
    timeline,
    names: Object.fromEntries(people.map((person) => [person.id, person.name])),
    ...present({ customerName: customer?.name }),
  }
}
