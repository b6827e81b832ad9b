import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { DeliveryError } from '#application/delivery-error.ts'
import type { Clock, Directory, WorkspaceId } from '#application/ports.ts'
import type { Channel } from '#application/read-models.ts'
import { longestStory } from '#domain/decisions/flagging/flag.ts'
import type { Person } from '#domain/people.ts'
import { shortened } from './blocks/kit/text.ts'
import type { Identity } from './connection.ts'
import type { Log } from './web/log.ts'
import { createLookup, type Remembered } from './web/lookup.ts'
import { messageLink } from './web/message-link.ts'
import { wordsOf } from './web/reading/message-words.ts'
import { createReplyReader } from './web/reading/replies.ts'
import { channelFrom, personFrom } from './web/reading/shapes.ts'
import { asRead, mentionedIn } from './web/reading/slack-text.ts'
import { orDeliveryError } from './web/slack-failure.ts'

/** Where what Slack said of people and channels is kept; `seenAt` is when Slack last said it. */
export type DirectoryStore = {
  readonly findPerson: (workspaceId: WorkspaceId, id: string) => Promise<Remembered<Person> | undefined>
  readonly savePerson: (workspaceId: WorkspaceId, person: Person, seenAt: Date) => Promise<Person | undefined>
  readonly findChannel: (workspaceId: WorkspaceId, id: string) => Promise<Remembered<Channel> | undefined>
  readonly saveChannel: (workspaceId: WorkspaceId, channel: Channel, seenAt: Date) => Promise<undefined>
}

export type DirectoryDeps = {
  readonly client: WebClient
  readonly store: DirectoryStore
  readonly identity: () => Identity | undefined
  readonly clock: Clock
  readonly log: Log
  /** How long a lookup may take when nothing is stored; milliseconds. */
  readonly patienceMs?: number
}

/** The directory, and how events keep it true. */
export type SlackDirectory = Directory & {
  /** The same with all the time it takes: unknown is who Slack does not know. Throws when Slack cannot say. */
  readonly surely: Pick<Directory, 'person' | 'channel'>
  /** Makes sure that these are known before work begins that has time; throws when Slack cannot be asked. */
  readonly settle: (workspaceId: WorkspaceId, person: string | undefined, channel: string | undefined) => Promise<void>
  /** Takes the `user` object that a delivery brought. */
  readonly learnPerson: (workspaceId: WorkspaceId, user: unknown) => Promise<void>
  /** A message's text as its reader saw it, names for the people mentioned included; cut where names made it too long. */
  readonly readable: (workspaceId: WorkspaceId, text: string) => Promise<string>
  /** Asks Slack about a channel that has changed. */
  readonly refreshChannel: (workspaceId: WorkspaceId, id: string) => Promise<void>
}

/** Undefined when Slack says that there is nothing to see for us; every other failure is thrown. */
const unlessHidden = async <T>(call: Promise<T>): Promise<T | undefined> => {
  try {
    return await orDeliveryError(call)
  } catch (error) {
    if (error instanceof DeliveryError && ['no_place', 'missing', 'refused'].includes(error.kind)) return undefined
    throw error
  }
}

const messages = z.object({ messages: z.array(z.looseObject({ ts: z.string() })).optional() })

const textAt = (page: unknown, ts: string): string | undefined => {
  const found = messages.safeParse(page).data?.messages?.find((message) => message.ts === ts)
  return found && wordsOf(found)
}

/** A channel's history leaves out what is said in threads: what is not in it is looked for there. */
const createTextReader =
  (client: WebClient) =>
  async (channel: string, ts: string, threadTs?: string): Promise<string | undefined> => {
    const one = { channel, latest: ts, oldest: ts, inclusive: true, limit: 1 }
    const inHistory = async () => textAt(await unlessHidden(client.conversations.history(one)), ts)
    const inThread = async () =>
      textAt(await unlessHidden(client.conversations.replies({ ...one, ts: threadTs ?? ts, limit: 2 })), ts)
    return threadTs === undefined ? ((await inHistory()) ?? inThread()) : inThread()
  }

/** People and channels as Slack knows them: remembered, asked for once, refreshed in the background. */
export const createDirectory = (deps: DirectoryDeps): SlackDirectory => {
  const { client, store, identity, clock, log, patienceMs = 1_000 } = deps
  const shared = { clock, log, patienceMs }
  const toPerson = (said: unknown): Person | undefined => {
    const ours = identity()
    return ours && personFrom(said, ours)
  }
  const people = createLookup<Person>({
    ...shared,
    find: store.findPerson,
    save: store.savePerson,
    ask: async (user) => toPerson((await unlessHidden(client.users.info({ user })))?.user),
  })
  const channels = createLookup<Channel>({
    ...shared,
    find: store.findChannel,
    save: store.saveChannel,
    ask: async (channel) => channelFrom((await unlessHidden(client.conversations.info({ channel })))?.channel),
  })
  const readable = async (workspaceId: WorkspaceId, text: string): Promise<string> => {
    const mentioned = await Promise.all(mentionedIn(text).map((id) => people.get(workspaceId, id)))
    const names = new Map(mentioned.flatMap((person) => (person ? [[person.id, person.name]] : [])))
    return shortened(asRead(text, names), longestStory)
  }
  const textOf = createTextReader(client)
  return {
    person: people.get,
    channel: channels.get,
    surely: { person: people.settle, channel: channels.settle },
    linkTo: (channel, ts, threadTs) => messageLink(identity()?.url, channel, ts, threadTs),
    readable,
    messageText: async (channel, ts, threadTs) => {
      const text = await textOf(channel, ts, threadTs)
      return text === undefined ? undefined : readable(identity()?.teamId ?? '', text)
    },
    repliesSince: createReplyReader(client),
    settle: async (workspaceId, person, channel) => {
      if (person !== undefined) await people.settle(workspaceId, person)
      if (channel !== undefined && !channel.startsWith('D')) await channels.settle(workspaceId, channel)
    },
    learnPerson: async (workspaceId, user) => {
      const person = toPerson(user)
      if (person) await people.learn(workspaceId, person.id, person)
    },
    refreshChannel: async (workspaceId, id) => {
      await channels.refresh(workspaceId, id)
    },
  }
}
