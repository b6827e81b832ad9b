import type { TimelineEntry } from '#application/read-models.ts'
import type { FormListener } from '../../listener.ts'
import { routeView } from '../../views/route.ts'
import { issueIn } from '../values.ts'

const suggested = (timeline: readonly TimelineEntry[]): readonly string[] =>
  timeline.findLast((entry) => entry.kind === 'unrouted')?.suggestions ?? []

/** *Route* lets the chair choose any department. */
export const route: FormListener = async ({ act, value }, { useCases }) => {
  const opened = await useCases.openForm({ ...act, number: issueIn(value), purpose: 'route' })
  return routeView({ ...opened, suggestions: suggested(opened.story.timeline) })
}
