import type { ModalView } from '@slack/types'
import { issueName } from '#domain/issue/issue.ts'
import type { Click, FormListener, ListenerDeps } from '../../../listener.ts'
import { answerView } from '../../../views/answer.ts'
import { followed, unfollowed } from '../../../words/changing/following.ts'
import { issueIn } from '../../values.ts'

/** Follows an issue, and says what that means. */
export const followAnd = async (
  act: Click['act'],
  number: number,
  { useCases }: Pick<ListenerDeps, 'useCases'>,
): Promise<ModalView> => {
  await useCases.followIssue({ ...act, number })
  return answerView(issueName(number), followed(number))
}

/** *Follow* */
export const follow: FormListener = ({ act, value }, deps) => followAnd(act, issueIn(value), deps)

/** *Unfollow* */
export const unfollow: FormListener = async ({ act, value }, { useCases }) => {
  const number = issueIn(value)
  await useCases.unfollowIssue({ ...act, number })
  return answerView(issueName(number), unfollowed(number))
}
