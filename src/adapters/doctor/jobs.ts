import { broken, counted, type Finding, look, ok, span } from './finding.ts'

const oddFrom = 60_000
const stuckFrom = 15 * 60_000

export type JobFacts = {
  readonly missingQueues: readonly string[]
  /** Jobs that nobody works on yet. */
  readonly waiting: number
  /** How long the first of them has been due; milliseconds. */
  readonly oldestWaitedMs: number | undefined
  /** Whether a bot works for the workspace now. */
  readonly atWork: boolean
}

/** How the queued work stands. */
export const jobFindings = ({ missingQueues, waiting, oldestWaitedMs, atWork }: JobFacts): readonly Finding[] => {
  const start = 'Start the bot: npm start.'
  const bot = atWork ? ok('bot', 'A bot is at work for this workspace.') : look('bot', 'No bot is at work.', start)
  if (missingQueues.length > 0)
    return [
      bot,
      look('jobs', `There is no queue ${missingQueues.join(', ')} yet.`, atWork ? 'Restart the bot.' : start),
    ]
  const waited = oldestWaitedMs ?? 0
  const jobs = `${counted(waiting, 'job waits', 'jobs wait')}, the oldest for ${span(waited)}`
  if (waited <= oddFrom) return [bot, ok('jobs', waiting === 0 ? 'None waits.' : `${jobs}.`)]
  const todo = atWork ? 'The bot’s log says what holds them up.' : start
  if (waited <= stuckFrom) return [bot, look('jobs', `${jobs}.`, todo)]
  return [bot, broken('jobs', `${jobs}: people are not asked.`, todo)]
}
