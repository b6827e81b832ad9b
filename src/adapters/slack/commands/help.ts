import { requireMember } from '#application/act.ts'
import { renderHelp } from '../blocks/answers.ts'
import type { CommandListener } from '../listener.ts'

const usualFlag = 'triangular_flag_on_post'

/** `/cx help`, and `/cx` alone. */
export const help: CommandListener = async ({ act, answer }, { directory, reactions }) => {
  await requireMember(directory, act)
  await answer(renderHelp(reactions()?.flag ?? usualFlag))
}
