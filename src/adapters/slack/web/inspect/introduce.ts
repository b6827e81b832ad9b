import { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Clock } from '#application/ports.ts'
import { type Identity, identityShape } from '../../connection.ts'
import { orDeliveryError } from '../slack-failure.ts'
import { clientOptions, type WebClientSettings } from '../web-client.ts'

/** What one `auth.test` tells of the token, of the workspace it is for, and of Slack's clock. */
export type Introduction = {
  readonly identity: Identity
  readonly workspaceName: string
  readonly botName: string
  /** Undefined when Slack did not say. */
  readonly scopes: readonly string[] | undefined
  /** How far our clock is ahead of Slack's, to half a second and the time of the call; milliseconds. */
  readonly clockAheadMs: number | undefined
}

const named = z.object({ team: z.string().default(''), user: z.string().default('') })

/** The `Date` of an answer is cut to the second: half of one is what it is wrong by at the most. */
const cutMs = 500

type Deps = WebClientSettings & { readonly clock: Clock }

/** Asks Slack whose token this is. Throws `DeliveryError`. */
export const introduce = async ({ token, clock, ...settings }: Deps): Promise<Introduction> => {
  let ahead: number | undefined
  const watching: typeof fetch = async (address, init) => {
    const before = clock.now().getTime()
    const response = await fetch(address, init)
    const theirs = Date.parse(response.headers.get('date') ?? '')
    const ours = (before + clock.now().getTime()) / 2
    ahead = Number.isNaN(theirs) ? undefined : ours - (theirs + cutMs)
    return response
  }
  const client = new WebClient(token, { ...clientOptions(settings), fetch: watching })
  const said = await orDeliveryError(client.auth.test())
  const scopes = said.response_metadata?.scopes?.filter((scope) => scope !== '')
  const { team, user } = named.parse(said)
  return {
    identity: identityShape.parse(said),
    workspaceName: team,
    botName: user,
    scopes: scopes === undefined || scopes.length === 0 ? undefined : scopes,
    clockAheadMs: ahead,
  }
}
