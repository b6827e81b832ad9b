import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { eventually } from '../eventually.ts'
import { type Actor, numberOf } from '../failpoints/acts.ts'
import { patience } from '../failpoints/workplace.ts'
import type { Replicas } from './replicas.ts'

type Said = Awaited<ReturnType<Actor['command']>>

/** People who act while replicas come and go, and try again when they are told that it went wrong. */
export const everydayOf = (replicas: Replicas) => {
  const { slack, as } = replicas
  const silences: string[] = []
  const told: string[] = []
  let acknowledged = 0
  const hear = (what: string, { ok, answer, error }: Said, opened: boolean): boolean => {
    if (error === 'operation_timeout' || (!answer?.text.trim() && !opened)) silences.push(`${what}: ${error}`)
    if (!ok) told.push(`${what}: ${error}`)
    return ok
  }
  const openForm = async (actor: Actor, text: string): Promise<void> => {
    await eventually(async () => {
      const said = await actor.command('/cx', `flag ${text}`, CHANNELS.support)
      const form = said.ok && (await slack.waitFor(() => actor.modal(), { timeout: 3_000 }).catch(() => undefined))
      return hear('flag', said, form !== undefined) && form
    }, patience)
    await actor.fill('Journey stage', 'Pay')
  }
  const send = async (actor: Actor): Promise<void> => {
    await eventually(async () => {
      const result = await actor.submit()
      if (result.kind === 'failed') told.push(`form: ${result.reason}`)
      if (result.kind === 'failed' && result.reason !== 'http_error') silences.push(`form: ${result.reason}`)
      return result.kind === 'closed'
    }, patience)
  }
  /** Flags by a command and its form; Ben claims it by a command. Slack repeats none of these. */
  const flagAndClaim = async (by: string, text: string): Promise<void> => {
    const [actor, ben] = [as(by), as(PEOPLE.ben)]
    await openForm(actor, text)
    await send(actor)
    const number = await numberOf(replicas, text)
    if (number === undefined) throw new Error(`the form of “${text}” closed and there is no issue`)
    let answer: string | undefined
    await eventually(async () => {
      const said = await ben.command('/cx', `claim CX-${number}`, CHANNELS.support)
      answer = said.answer?.text
      return hear('claim', said, false)
    }, patience)
    const [issue] = await replicas.rows('SELECT owner FROM issue WHERE number = $1', number)
    if (issue?.owner !== PEOPLE.ben) throw new Error(`CX-${number}: “${answer}”, and ${issue?.owner} has it`)
    acknowledged += 1
  }
  return {
    flagAndClaim,
    /** What people did who were neither answered nor told by Slack that it went wrong. */
    silences,
    /** What Slack told people that it went wrong. */
    told,
    /** How many issues were flagged and claimed, each of them answered. */
    acknowledged: () => acknowledged,
  }
}
