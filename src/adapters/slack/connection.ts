import { setTimeout as pause } from 'node:timers/promises'
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Log } from './web/log.ts'
import { reasonOf } from './web/slack-failure.ts'

/** Who we are in Slack, as `auth.test` answers for our token. */
export type Identity = {
  readonly teamId: string
  readonly botUserId: string
  readonly botId: string
  /** The workspace's address, for links to its messages. */
  readonly url?: string | undefined
  readonly enterpriseId?: string | undefined
}

export type SlackConnection = {
  readonly identity: () => Identity | undefined
  /** Why Slack cannot be used now; undefined while it can. */
  readonly problem: () => string | undefined
  /** Asks Slack who we are until it answers. */
  readonly start: () => void
  /** Resolves with the first answer. */
  readonly verified: Promise<Identity>
  /** The token may be good no longer: says so until Slack confirms it again. */
  readonly doubt: (reason: string) => void
  readonly stop: () => void
}

const longestPauseMs = 30_000

/** What `auth.test` answers, as far as it says who we are. */
export const identityShape = z
  .object({
    team_id: z.string(),
    user_id: z.string(),
    bot_id: z.string().default(''),
    url: z.string().optional(),
    enterprise_id: z.string().nullish(),
  })
  .transform(
    (said): Identity => ({
      teamId: said.team_id,
      botUserId: said.user_id,
      botId: said.bot_id,
      url: said.url,
      enterpriseId: said.enterprise_id ?? undefined,
    }),
  )

type Deps = { readonly client: WebClient; readonly log: Log; readonly firstPauseMs?: number }

/** Knows whose token we hold, and whether it is good. */
export const createConnection = ({ client, log, firstPauseMs = 500 }: Deps): SlackConnection => {
  const stopping = new AbortController()
  const first = Promise.withResolvers<Identity>()
  let identity: Identity | undefined
  let problem: string | undefined = 'not asked yet'
  let asking = false

  const ask = async (): Promise<boolean> => {
    try {
      const said = identityShape.parse(await client.auth.test())
      if (identity !== undefined && identity.teamId !== said.teamId) throw new Error('another workspace')
      identity = said
      problem = undefined
      first.resolve(said)
      log.info({ team: said.teamId }, 'Slack has verified the token')
      return true
    } catch (error) {
      problem = `auth.test: ${reasonOf(error)}`
      log.warn({ reason: reasonOf(error) }, 'Slack has not verified the token yet; asking again')
      return false
    }
  }

  const askUntilAnswered = async (): Promise<void> => {
    if (asking) return
    asking = true
    let wait = firstPauseMs
    while (!stopping.signal.aborted && !(await ask())) {
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined)
      wait = Math.min(wait * 2, longestPauseMs)
    }
    asking = false
  }

  return {
    identity: () => identity,
    problem: () => problem,
    start: () => void askUntilAnswered(),
    verified: first.promise,
    doubt: (reason) => {
      problem = reason
      void askUntilAnswered()
    },
    stop: () => stopping.abort(),
  }
}
