import type { IssueEvent } from '#domain/issue/events.ts'
import type { Moves } from '#domain/issue/issue.ts'

/** The counts of an issue again, from nothing but its timeline. */
export const recount = (timeline: readonly IssueEvent[]): Moves => {
  const held: string[] = []
  const moves = { attempts: 0, hops: 0, bounces: 0, refusals: 0, notOurs: 0 }
  const hold = (...departments: readonly string[]): void => {
    for (const department of departments) if (!held.includes(department)) held.push(department)
  }
  for (const event of timeline) {
    if (event.kind === 'asked' || event.kind === 'nobody_reachable' || event.kind === 'claimed') hold(event.department)
    if (event.kind === 'claimed' && event.from !== undefined) moves.attempts += 1
    if (event.kind === 'not_ours' || event.kind === 'handover_returned' || event.kind === 'handover_expired') {
      moves.attempts += 1
      moves.refusals += 1
    }
    if (event.kind === 'not_ours') moves.notOurs += 1
    if (event.kind === 'handover_accepted') {
      moves.attempts += 1
      moves.hops += 1
      if (held.includes(event.to)) moves.bounces += 1
      hold(event.to)
    }
    if (event.kind === 'decided' || event.kind === 'moved_at_once') hold(event.to)
    const brought =
      event.kind === 'merged_from' || event.kind === 'linked'
        ? event.moves
        : event.kind === 'flagged'
          ? event.inherited
          : undefined
    if (!brought) continue
    hold(...brought.held)
    for (const count of ['attempts', 'hops', 'bounces', 'refusals', 'notOurs'] as const)
      moves[count] += (brought as Partial<Moves>)[count] ?? 0
  }
  return { held, ...moves }
}

/** What the guard has to say of handing it to a department, by the product's table and nothing but the timeline. */
export const verdictAgain = (timeline: readonly IssueEvent[], to: string, maxHops: number): string => {
  const { hops, bounces, refusals, held } = recount(timeline)
  const wasThere = held.includes(to)
  const isPlaced = timeline.some(({ kind }) => kind === 'decided')
  if (hops >= maxHops || (wasThere && bounces >= 1) || refusals >= 2 || isPlaced) return 'council'
  return wasThere ? 'return' : 'clear'
}
