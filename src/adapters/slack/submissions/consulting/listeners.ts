import type { SubmissionListener } from '../../listener.ts'
import { callbackIds } from '../../names.ts'
import { consult, hands } from './ask.ts'
import { reply } from './reply.ts'

export const consultSubmissions: Readonly<Record<string, SubmissionListener>> = {
  [callbackIds.consult]: consult,
  [callbackIds.hands]: hands,
  [callbackIds.consultReply]: reply,
}
