import type { Council, PersonId } from '#domain/council.ts'
import { isChair, isCouncilMember } from '#domain/council.ts'
import { isHeldBy } from '#domain/decisions/deciding/deciders.ts'
import {
  actsAsOwner,
  claimsFor,
  mayAccept,
  mayAnswerQuestion,
  mayClose,
  mayEdit,
  type Standing,
  speaksForAsked,
} from '#domain/permissions.ts'
import { isQuiet } from '#domain/reminders/quiet.ts'
import type { HomeEntry, HomeLine, HomeWay } from '../../../home.ts'

/** One that stays in its department is a pass. */
const handoverOf = (line: HomeLine, { to }: { readonly to: string }) => {
  const { department, handoverAsked: asked = '', leadAsked, question } = line
  if (to === department) return { to, asked, pass: 'asked' as const }
  return {
    to,
    asked,
    ...(leadAsked === undefined ? {} : { leadAsked: { person: leadAsked } }),
    ...(question === undefined ? {} : { question }),
  }
}

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
  const between = line.handover !== undefined && line.handover.to !== line.department
  const asks = line.question !== undefined && line.question.answeredAt === undefined
  const may: readonly (readonly [HomeWay, boolean])[] = [
    ['accept', accepts],
    ['ask_first', accepts && between && line.question === undefined],
    ['return', accepts],
    ['answer_question', asks && mayAnswerQuestion(council, issue, person)],
    ['take_back', owns && between],
    ['claim', line.state === 'flagged' && claimsFor(council, issue, person) !== undefined],
    ['not_ours', line.state === 'flagged' && speaksForAsked(council, issue, person)],
    ['decide', line.decision !== undefined && isCouncilMember(council, person) && !isHeldBy(council, issue, person)],
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
