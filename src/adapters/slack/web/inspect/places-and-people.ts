import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { DeliveryError } from '#application/delivery-error.ts'
import type { Channel } from '#application/read-models.ts'
import type { Person } from '#domain/people.ts'
import type { Identity } from '../../connection.ts'
import { channelFrom, personFrom } from '../reading/shapes.ts'
import { orDeliveryError } from '../slack-failure.ts'

/** A channel as it matters to somebody who wants to post there. */
export type InspectedChannel = Channel & {
  readonly archived: boolean
  /** The bot is in it. */
  readonly joined: boolean
}

const standing = z.object({ is_archived: z.boolean().nullish(), is_member: z.boolean().nullish() })

/** Undefined when Slack has no such thing for us; every other failure is thrown. */
const unlessUnknown = async <T>(call: Promise<T>, codes: readonly string[]): Promise<T | undefined> => {
  try {
    return await orDeliveryError(call)
  } catch (error) {
    if (error instanceof DeliveryError && codes.includes(error.message)) return undefined
    throw error
  }
}

/** A channel as Slack tells of it now; undefined when the bot cannot see it. Throws `DeliveryError`. */
export const inspectChannel = async (client: WebClient, id: string): Promise<InspectedChannel | undefined> => {
  const said = await unlessUnknown(client.conversations.info({ channel: id }), ['channel_not_found'])
  const channel = channelFrom(said?.channel)
  if (!channel) return undefined
  const { is_archived: archived, is_member: joined } = standing.parse(said?.channel)
  return { ...channel, archived: archived === true, joined: joined === true }
}

/** A person as Slack tells of them now; undefined when there is no such person. Throws `DeliveryError`. */
export const inspectPerson = async (client: WebClient, identity: Identity, id: string): Promise<Person | undefined> => {
  const said = await unlessUnknown(client.users.info({ user: id }), ['user_not_found', 'user_not_visible'])
  return personFrom(said?.user, identity)
}
