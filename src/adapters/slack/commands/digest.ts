import { renderMessage } from '../blocks/render-message.ts'
import type { CommandListener } from '../listener.ts'

/** `/cx digest`: the digest of the last seven days, for the eyes of one person. */
export const digest: CommandListener = async ({ act, answer }, { useCases }) =>
  answer(renderMessage(await useCases.previewDigest(act)))
