import { heldAnswer } from '#adapters/slack/words/commands.ts'
import { type HoldAct, holdFromOutside } from '#application/use-cases/privacy/hold-issue.ts'
import { orStopped, type Terminal } from '../terminal.ts'
import { issueNamed, orNoSuchIssue } from './issue-named.ts'
import { withStorage } from './with-storage.ts'

const longestReason = 3_000

/** Puts an issue on hold, or lifts the hold. */
export const hold = async (
  act: HoldAct,
  typed: string | undefined,
  why: string | undefined,
  terminal: Terminal,
): Promise<void> => {
  const number = issueNamed(typed)
  const reason = why?.trim() ?? ''
  if (reason === '') throw new Error('Please say why: --why "…" is kept with it.')
  if (reason.length > longestReason) throw new Error(`That reason is too long: ${longestReason} characters fit.`)
  await withStorage(terminal, async ({ storage, workspaceId }) => {
    const work = holdFromOutside(storage.ports)(workspaceId, { number, act, why: reason })
    const { changed } = await orStopped(orNoSuchIssue(number, work), terminal.stopped)
    terminal.say(heldAnswer(number, act, changed))
  })
}
