import type { Council } from '#domain/council.ts'
import { isCouncilMember } from '#domain/council.ts'
import { DomainError } from '#domain/errors.ts'
import { timeTally } from '#domain/time-ledger/tally.ts'
import type { Digest } from '#domain/week/digest.ts'
import { buildDigest, digestPeriods } from '#domain/week/digest.ts'
import type { Period } from '#domain/week/scorecard.ts'
import type { Act } from '../../act.ts'
import { requireMember } from '../../act.ts'
import type { Message } from '../../messages/message.ts'
import type { Ports, WorkspaceId } from '../../ports.ts'
import { namedDigest } from './compose-post.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'read' | 'clock' | 'directory' | 'queries' | 'schedule' | 'workspaces'>

/** How many issues without an owner are looked at for the digest, longest waiting first. */
const mostUnclaimed = 200

/** What the time of all issues went to in a period. */
const timeIn = (deps: Deps, workspaceId: WorkspaceId, council: Council, period: Period) =>
  deps.read(workspaceId, async (tx) => {
    const tally = timeTally(council, period)
    for await (const timeline of tx.digests.timelines(period)) tally.add(timeline)
    return tally.result()
  })

const digestAt = async (deps: Deps, workspaceId: WorkspaceId, council: Council, slotAt: Date): Promise<Digest> => {
  const { week, before, fourWeeks } = digestPeriods(council, slotAt)
  const { queries } = deps
  const [facts, now, then, unclaimed, timeSpent] = await Promise.all([
    queries.facts(workspaceId, fourWeeks.from, fourWeeks.to),
    queries.moves(workspaceId, week.from, week.to),
    queries.moves(workspaceId, before.from, before.to),
    queries.unclaimed(workspaceId, mostUnclaimed),
    timeIn(deps, workspaceId, council, week),
  ])
  return buildDigest({ council, slotAt, facts, moves: { now, before: then }, unclaimed, timeSpent })
}

/** The digest as it would be posted now, for a council member's eyes. Throws `not_allowed` for others. */
export const previewDigest =
  (deps: Deps) =>
  async (act: Act): Promise<Extract<Message, { kind: 'digest' }>> => {
    await requireMember(deps.directory, act)
    const council = await deps.read(act.workspaceId, (tx) => tx.councils.current())
    if (!isCouncilMember(council, act.person) && act.person !== council.sponsor)
      throw new DomainError('not_allowed', { act: 'digest' })
    const digest = await digestAt(deps, act.workspaceId, council, deps.clock.now())
    return { kind: 'digest', preview: true, council, ...(await namedDigest(deps, act.workspaceId, digest)) }
  }

/**
 * Posts the digest of the latest slot, once, whatever restarts or replicas do; a slot that passed before the bot first
 * served the workspace gets none. Answers whether this call posted it.
 */
export const postDigest =
  (deps: Deps) =>
  async (workspaceId: WorkspaceId): Promise<boolean> => {
    const council = await deps.read(workspaceId, (tx) => tx.councils.find())
    if (!council) return false
    const { timeZone } = council.calendar
    const now = deps.clock.now()
    const slot = deps.schedule.latestSlot(council.digest, timeZone, now)
    const since = await deps.workspaces.firstStartedAt(workspaceId)
    if (!slot || !since || slot.at < since) return false
    const { local } = slot
    if (await deps.read(workspaceId, (tx) => tx.digests.isPosted({ local, timeZone }))) return false
    const digest = await digestAt(deps, workspaceId, council, slot.at)
    return deps.unitOfWork({ workspaceId }, async (tx) => {
      if (!(await tx.digests.claimSlot({ local, timeZone }, now, digest))) return false
      const key = `digest:${local}:${timeZone}`
      await tx.posts.show([{ key, subject: { kind: 'digest', digest }, place: council.channel, live: false }])
      return true
    })
  }
