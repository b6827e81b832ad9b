import { setTimeout as pause } from 'node:timers/promises'
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { DeliveryError } from '#application/delivery-error.ts'
import type { Clock, Directory, WorkspaceId } from '#application/ports.ts'
import type { Channel } from '#application/read-models.ts'
import type { Person } from '#domain/people.ts'
import type { Identity } from './connection.ts'
import { createLookup, type Remembered } from './directory/lookup.ts'
import { channelFrom, personFrom } from './directory/shapes.ts'
import { asRead, mentionedIn } from './surfaces/slack-text.ts'
import type { Log } from './web/log.ts'
import { orDeliveryError } from './web/slack-failure.ts'

/** Where what Slack said of people and channels is kept; `seenAt` is when Slack last said it. */
export type DirectoryStore = {
  readonly findPerson: (workspaceId: WorkspaceId, id: string) => Promise<Remembered<Person> | undefined>
  readonly savePerson: (workspaceId: WorkspaceId, person: Person, seenAt: Date) => Promise<void>
  readonly findChannel: (workspaceId: WorkspaceId, id: string) => Promise<Remembered<Channel> | undefined>
  readonly saveChannel: (workspaceId: WorkspaceId, channel: Channel, seenAt: Date) => Promise<void>
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
  /** Takes the `user` object that a delivery brought. */
  readonly learnPerson: (workspaceId: WorkspaceId, user: unknown) => Promise<void>
  /** A message's text as its reader saw it, with names for the people mentioned in it. */
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

const messages = z.object({ messages: z.array(z.object({ ts: z.string(), text: z.string().optional() })).optional() })

const textAt = (page: unknown, ts: string): string | undefined =>
  messages.safeParse(page).data?.messages?.find((message) => message.ts === ts)?.text

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
  const link = async (channel: string, ts: string): Promise<string | undefined> => {
    const call = client.chat.getPermalink({ channel, message_ts: ts })
    return Promise.race([
      call.then(({ permalink }) => permalink).catch(() => undefined),
      pause(patienceMs, undefined, { ref: false }),
    ])
  }
  const readable = async (workspaceId: WorkspaceId, text: string): Promise<string> => {
    const mentioned = await Promise.all(mentionedIn(text).map((id) => people.get(workspaceId, id)))
    return asRead(text, new Map(mentioned.flatMap((person) => (person ? [[person.id, person.name]] : []))))
  }
  const textOf = createTextReader(client)
  return {
    person: people.get,
    channel: channels.get,
    linkTo: link,
    readable,
    messageText: async (channel, ts, threadTs) => {
      const text = await textOf(channel, ts, threadTs)
      return text === undefined ? undefined : readable(identity()?.teamId ?? '', text)
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
