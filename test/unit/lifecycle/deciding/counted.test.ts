import { describe, expect, it } from 'vitest'
import { voteFor } from '#domain/decisions/deciding/vote.ts'
import { waitOn } from '#domain/decisions/waiting/wait.ts'
import { cannot, toCouncil, vote } from '../../slack/samples/steps.ts'
import { type Step, storyOf } from '../../slack/samples/stories.ts'
import { around, person } from './around.ts'

const noChair = { chair: 'U0LOU', deputy: undefined, members: ['U0LOU', 'U0MIA', 'U0ANNA', 'U0CARLA'] }

const issueAfter = (...steps: readonly Step[]) => storyOf({}, ...toCouncil(), ...steps).issue

describe('the votes that count', () => {
  const said = (by: string, issue = issueAfter(), more: Parameters<typeof around>[0] = {}) =>
    voteFor(issue, { by, decision: issue.decision?.id ?? '', person: 'U0ANNA' }, around({ ...noChair, ...more }))

  it('are those of who may still choose: one who has left since, or left the council, counts no more', () => {
    const { issue } = said('U0MIA')
    expect(said('U0ANNA', issue).issue).toMatchObject({ owner: 'U0ANNA' })
    const left = { people: [person('U0MIA', 'deactivated')] }
    expect(said('U0ANNA', issue, left).issue).toMatchObject({ owner: 'U0BEN', decision: { votes: [{}, {}] } })
    const other = { members: ['U0LOU', 'U0ANNA', 'U0CARLA'] }
    expect(said('U0ANNA', issue, other).issue).toMatchObject({ owner: 'U0BEN' })
  })

  it('are those of the round that is open: when somebody cannot take it, everybody chooses anew', () => {
    const urgent = storyOf({ severity: 'urgent' }, ...toCouncil()).issue
    const voted = voteFor(
      urgent,
      { by: 'U0MIA', decision: urgent.decision?.id ?? '', person: 'U0LOU' },
      around({ ...noChair, members: ['U0LOU', 'U0MIA', 'U0DANA'] }),
    )
    expect(voted.issue.decision?.votes).toHaveLength(1)
    const { issue } = storyOf({ severity: 'urgent' }, ...toCouncil(), () => voted, cannot())
    expect(issue.decision).toMatchObject({ why: 'named_cannot', votes: [] })
  })
})

describe('what an issue waits on', () => {
  const waiting: Step = (issue, circumstances) =>
    waitOn(issue, { by: issue.owner ?? '', on: 'vendor', what: 'The bank.' }, circumstances)

  it('is over once the council has chosen, also where it leaves the issue with its owner', () => {
    for (const named of ['U0MIA', 'U0BEN']) {
      const { issue, timeline } = storyOf({}, ...toCouncil(), waiting, vote('U0CARLA', named))
      expect(issue.wait).toBeUndefined()
      expect(timeline.filter(({ kind }) => kind === 'waiting_ended')).toMatchObject([{ on: 'vendor', why: 'decided' }])
    }
  })
})
