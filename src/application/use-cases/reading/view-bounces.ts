import { type BounceReport, bounceReport } from '#domain/bounces/report.ts'
import type { Council } from '#domain/council.ts'
import { addLocalDays, localDate, startOfLocalDay } from '#domain/time/zoned-time.ts'
import type { Act } from '../../act.ts'
import { requireMember } from '../../act.ts'
import type { Ports } from '../../ports.ts'
import type { IssueStory } from '../../read-models.ts'
import { viewerOf } from './list-issues.ts'

type Deps = Pick<Ports, 'read' | 'clock' | 'directory' | 'queries'>

/** How many issues of each kind are told with their path. */
export const mostTold = 8

/** What was sent around in some weeks, as one person may see it, with the stories of what is told of it. */
export type Bounces = {
  readonly weeks: number
  readonly report: BounceReport
  readonly stories: ReadonlyMap<number, IssueStory>
  readonly council: Council
  readonly now: Date
}

/** The numbers of the issues that are told by name. */
const told = ({ sentAround, stopped, decided }: BounceReport): readonly number[] => [
  ...new Set([sentAround, stopped, decided].flatMap((some) => some.slice(0, mostTold).map(({ number }) => number))),
]

/** What was sent around in the last `weeks`, of the issues that this person may see. */
export const viewBounces =
  (deps: Deps) =>
  async (input: Act & { readonly weeks: number }): Promise<Bounces> => {
    await requireMember(deps.directory, input)
    const { workspaceId, person, weeks } = input
    const council = await deps.read(workspaceId, (tx) => tx.councils.current())
    const now = deps.clock.now()
    const { timeZone } = council.calendar
    const from = startOfLocalDay(timeZone, addLocalDays(localDate(timeZone, now), -7 * weeks))
    const to = new Date(now.getTime() + 1)
    const issues = await deps.queries.moved(workspaceId, viewerOf(council, person), from, to)
    const report = bounceReport(issues, { from, to })
    const stories = await deps.read(workspaceId, (tx) => tx.issues.stories(told(report)))
    return { weeks, report, stories: new Map(stories.map((story) => [story.issue.number, story])), council, now }
  }
