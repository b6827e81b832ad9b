import { randomBytes } from 'node:crypto'
import { createFaults, type Faults } from '../faults/faults.ts'
import { createHourlyLimit, type HourlyLimit } from '../faults/hourly-limit.ts'
import type { PracticeOptions } from '../options.ts'
import { type Changes, createChanges } from './changes.ts'
import { timestamps } from './ids.ts'
import { type Person, personFrom } from './people.ts'
import type {
  ApiCall,
  Attempt,
  Channel,
  Delivery,
  Message,
  ResponsePost,
  ResponseUrl,
  StoredFile,
  Trigger,
  View,
} from './types.ts'

/** Everything the pretended Slack knows. */
export type World = {
  options: PracticeOptions
  bot: { id: string; botId: string; name: string }
  now: () => number
  nextTs: () => string
  verificationToken: string
  /** Address of the workspace's own server, known once it has started. */
  origin: string
  revoked: boolean
  people: Map<string, Person>
  channels: Map<string, Channel>
  /** By channel id, oldest first. */
  messages: Map<string, Message[]>
  ephemerals: Message[]
  views: Map<string, View>
  homes: Map<string, View>
  /** Open modals by user id, the one on top last. */
  stacks: Map<string, View[]>
  triggers: Map<string, Trigger>
  responseUrls: Map<string, ResponseUrl>
  responsePosts: ResponsePost[]
  files: Map<string, StoredFile>
  calls: ApiCall[]
  deliveries: Delivery[]
  changes: Changes
  /** One-time tickets of `apps.connections.open`. */
  tickets: Set<string>
  /** Sends a delivery over the Socket Mode connection. */
  sendBySocket: (delivery: Delivery, retry: number) => Promise<Attempt>
  faults: Faults
  /** What becomes of the next event. */
  nextEvent: HourlyLimit
  /** Timers of what is to come, cleared when the workspace stops. */
  timers: Set<NodeJS.Timeout>
}

/** The state of a fresh workspace. */
export function createWorld(options: PracticeOptions): World {
  const now = options.now ?? Date.now
  const seconds = Math.floor(now() / 1000)
  const bot = { ...options.botUser, botId: `B${options.botUser.id.slice(1)}` }
  const people = new Map(options.people.map((seed) => [seed.id, personFrom(seed, options.team.id, seconds)]))
  if (!people.has(bot.id)) {
    people.set(bot.id, personFrom({ ...bot, realName: bot.name, isBot: true }, options.team.id, seconds))
  }
  return {
    options,
    bot,
    now,
    nextTs: timestamps(now),
    verificationToken: randomBytes(12).toString('hex'),
    origin: '',
    revoked: false,
    people,
    channels: new Map(options.channels.map((seed) => [seed.id, channelFrom(seed, options, seconds)])),
    messages: new Map(),
    ephemerals: [],
    views: new Map(),
    homes: new Map(),
    stacks: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    responsePosts: [],
    files: new Map(),
    calls: [],
    deliveries: [],
    changes: createChanges(),
    tickets: new Set(),
    sendBySocket: async (_, retry) => ({
      at: now(),
      retry,
      transport: 'socket',
      headers: {},
      failure: 'connection_failed',
    }),
    faults: createFaults(now, options.draw),
    nextEvent: createHourlyLimit(now, options.eventsPerHour),
    timers: new Set(),
  }
}

function channelFrom(seed: PracticeOptions['channels'][number], options: PracticeOptions, created: number): Channel {
  return {
    id: seed.id,
    name: seed.name,
    kind: seed.isPrivate ? 'private' : 'public',
    isArchived: seed.isArchived ?? false,
    isGeneral: seed.isGeneral ?? false,
    sharedWith: seed.sharedWith ?? [],
    topic: seed.topic ?? '',
    members: new Set(seed.members),
    creator: options.people[0]?.id ?? options.botUser.id,
    created,
  }
}
