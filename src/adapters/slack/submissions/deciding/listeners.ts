import type { SubmissionListener } from '../../listener.ts'
import { callbackIds } from '../../names.ts'
import { cannot, decide, speak } from './deciding.ts'

export const decidingSubmissions: Readonly<Record<string, SubmissionListener>> = {
  [callbackIds.decide]: decide,
  [callbackIds.speak]: speak,
  [callbackIds.cannot]: cannot,
}
