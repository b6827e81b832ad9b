import type { Council, PersonId } from '#domain/council.ts'
import { isChair } from '#domain/council.ts'
import {
  actsAsOwner,
  claimsFor,
  mayAccept,
  mayClose,
  mayEdit,
  type Standing,
  speaksForAsked,
} from '#domain/permissions.ts'
import { isQuiet } from '#domain/reminders/quiet.ts'
import type { HomeEntry, HomeLine, HomeWay } from '../../../home.ts'

/** One that stays in its department is a pass. */
const handoverOf = ({ department, handoverAsked: asked = '' }: HomeLine, { to }: { readonly to: string }) =>
  to === department ? { to, asked, pass: 'asked' as const } : { to, asked }

const standingOf = (line: HomeLine): Standing => ({
  flaggedBy: line.flaggedBy,
  ...(line.owner === undefined ? {} : { owner: line.owner }),
  ...(line.department === undefined ? {} : { department: line.department }),
  ...(line.stage === undefined ? {} : { stage: line.stage }),
  ...(line.askedPerson === undefined || line.state !== 'flagged' ? {} : { ask: { person: line.askedPerson } }),
  ...(line.region === undefined ? {} : { region: line.region }),
  ...(line.handover === undefined ? {} : { handover: handoverOf(line, line.handover) }),
})

const waysOf = (council: Council, line: HomeLine, person: PersonId): readonly HomeWay[] => {
  const issue = standingOf(line)
  const owns = line.state === 'claimed' && actsAsOwner(council, issue, person)
  const accepts = line.handover !== undefined && mayAccept(council, issue, person)
  const may: readonly (readonly [HomeWay, boolean])[] = [
    ['accept', accepts],
    ['return', accepts],
    ['claim', line.state === 'flagged' && claimsFor(council, issue, person) !== undefined],
    ['not_ours', line.state === 'flagged' && speaksForAsked(council, issue, person)],
    ['route', line.unrouted && isChair(council, person)],
    ['hand_over', owns && line.handover === undefined],
    ['resolve', owns],
    ['next_step', owns && line.owner === person],
    ['kept', line.promiseBy !== undefined && line.state !== 'flagged' && actsAsOwner(council, issue, person)],
    ['take', line.list === 'left'],
    ['close', line.state === 'resolved' && mayClose(issue, person)],
    ['reopen', line.state === 'closed' && mayEdit(council, issue, person)],
  ]
  return may.filter(([, is]) => is).map(([way]) => way)
}

/** An issue with what a person may do with it, each as `openForm` and the use cases allow it. */
export const entryFor =
  (council: Council, person: PersonId, now: Date) =>
  (line: HomeLine): HomeEntry => {
    return {
      line,
      ways: waysOf(council, line, person),
      own: line.owner === person,
      quiet: isQuiet(council, line, now),
    }
  }
