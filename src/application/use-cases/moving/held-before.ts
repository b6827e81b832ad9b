import type { Council, PersonId } from '#domain/council.ts'
import { departmentOf } from '#domain/council.ts'
import type { IssueEvent } from '#domain/issue/events.ts'
import { lastStay } from '#domain/issue/path.ts'
import { maySee } from '#domain/permissions.ts'
import type { Act } from '../../act.ts'
import { requireMember } from '../../act.ts'
import { visibleIssue } from '../../change-issue.ts'
import type { HeldBefore } from '../../forms.ts'
import type { Ports } from '../../ports.ts'
import type { IssueStory } from '../../read-models.ts'
import type { Tx } from '../../repositories.ts'

type Deps = Pick<Ports, 'read' | 'clock' | 'directory'>

/** An issue that brought its history along; what was merged into an issue is seen by whoever sees that. */
type Ancestor = { readonly number: number; readonly merged: boolean }

/** How far back it is looked: each step is a reading of its own. */
const mostSteps = 5

const ancestorIn = (event: IssueEvent): readonly Ancestor[] => {
  if (event.kind === 'merged_from') return [{ number: event.number, merged: true }]
  if (event.kind === 'linked') return [{ number: event.to, merged: false }]
  if (event.kind === 'flagged' && event.linkedTo !== undefined) return [{ number: event.linkedTo, merged: false }]
  return []
}

type Told = { readonly story: IssueStory; readonly seen: boolean }

/** The next generation of issues that brought their history along, each once. */
const ancestorsOf = async (tx: Tx, council: Council, person: PersonId, of: readonly Told[], known: Set<number>) => {
  const all = of.flatMap(({ story, seen }) =>
    story.timeline.flatMap(ancestorIn).map((one) => ({ ...one, seen: seen && one.merged })),
  )
  const fresh = all.filter(({ number }) => !known.has(number) && known.add(number))
  const stories = await tx.issues.stories(fresh.map(({ number }) => number))
  return stories.map((story): Told => {
    const inherited = fresh.some(({ number, seen }) => seen && number === story.issue.number)
    return { story, seen: inherited || maySee(council, story.issue, person) }
  })
}

const inOneOf = (told: readonly Told[], department: string, now: Date): Omit<HeldBefore, 'department'> | undefined => {
  for (const { story, seen } of told) {
    const stay = lastStay(story.timeline, department, now)
    if (stay) return seen ? { ...stay, as: story.issue.number } : { as: story.issue.number }
  }
  return undefined
}

/**
 * When and why a department held an issue before, for the one who wants to send it back there; also where it held an
 * issue that was merged into this one, or is linked with it. Of one that the person may not see, only its number.
 */
export const heldBefore =
  (deps: Deps) =>
  async (input: Act & { readonly number: number; readonly department: string }): Promise<HeldBefore> => {
    await requireMember(deps.directory, input)
    return deps.read(input.workspaceId, async (tx) => {
      const council = await tx.councils.current()
      await visibleIssue(tx, council, input, input.number)
      const now = deps.clock.now()
      const department = departmentOf(council, input.department)?.name ?? input.department
      const story = await tx.issues.story(input.number)
      const own = lastStay(story.timeline, input.department, now)
      if (own) return { department, ...own }
      const known = new Set([input.number])
      let told: readonly Told[] = [{ story, seen: true }]
      for (let step = 0; step < mostSteps && told.length > 0; step += 1) {
        told = await ancestorsOf(tx, council, input.person, told, known)
        const found = inOneOf(told, input.department, now)
        if (found) return { department, ...found }
      }
      return { department }
    })
  }
