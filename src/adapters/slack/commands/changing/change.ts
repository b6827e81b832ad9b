import { issueName } from '#domain/issue/issue.ts'
import { renderAnswer } from '../../blocks/answers.ts'
import type { CommandListener } from '../../listener.ts'
import { followed, unfollowed } from '../../words/changing/following.ts'
import { needsNumber, needsUpdate } from '../../words/commands.ts'
import { issueNumberIn } from '../issue-number.ts'

/** `/cx update CX-42 The refund is on its way.` */
export const update: CommandListener = async ({ act, text, answer }, { useCases }) => {
  const [first = '', ...rest] = text.trim().split(/(?<=^\S+)\s+/)
  const number = issueNumberIn(first)
  const said = rest.join(' ').trim()
  if (number === undefined || said === '') return answer(renderAnswer(needsUpdate))
  await useCases.addUpdate({ ...act, number, text: said, via: 'command' })
  await answer(renderAnswer(`Noted in the story of ${issueName(number)}.`))
}

/** `/cx follow CX-42` */
export const follow: CommandListener = async ({ act, text, answer }, { useCases }) => {
  const number = issueNumberIn(text)
  if (number === undefined) return answer(renderAnswer(needsNumber('follow')))
  await useCases.followIssue({ ...act, number })
  await answer(renderAnswer(followed(number)))
}

/** `/cx unfollow CX-42` */
export const unfollow: CommandListener = async ({ act, text, answer }, { useCases }) => {
  const number = issueNumberIn(text)
  if (number === undefined) return answer(renderAnswer(needsNumber('unfollow')))
  await useCases.unfollowIssue({ ...act, number })
  await answer(renderAnswer(unfollowed(number)))
}
