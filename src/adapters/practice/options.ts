/** One account of the workspace. Everything but id, name and real name has the default of an ordinary member. */
export type PersonSeed = {
  id: string
  name: string
  realName: string
  displayName?: string
  title?: string
  email?: string
  tz?: string
  teamId?: string
  isAdmin?: boolean
  isOwner?: boolean
  isBot?: boolean
  isRestricted?: boolean
  isUltraRestricted?: boolean
  isStranger?: boolean
  deleted?: boolean
  /** `expiration` in unix seconds, 0 for a status without an end. */
  status?: { text: string; emoji: string; expiration: number }
}

/** One conversation. `members` are user ids; the bot is a member only when its id is in the list. */
export type ChannelSeed = {
  id: string
  name: string
  isPrivate?: boolean
  isArchived?: boolean
  isGeneral?: boolean
  /** Ids of the other companies in a Slack Connect channel. */
  sharedWith?: string[]
  topic?: string
  members: string[]
}

/** Something a person wrote before the workspace was opened. */
export type MessageSeed = { channel: string; user: string; text: string; minutesAgo: number }

type UsergroupSeed = { id: string; handle: string; name: string; users: string[] }

/** A shortcut as the app's manifest declares it. */
type ShortcutSeed = { name: string; callback_id: string; type: 'message' | 'global' }

/** Where the app listens: one address for all, one each, or the Socket Mode connection. */
export type DeliverTo = string | { events: string; commands: string; interactions: string } | 'socket'

export type PracticeOptions = {
  /** Lines of advice shown on the page to somebody who sees it for the first time. */
  hints?: string[]
  team: { id: string; name: string; domain: string }
  botToken: string
  signingSecret: string
  appToken?: string
  appId: string
  botUser: { id: string; name: string }
  people: PersonSeed[]
  channels: ChannelSeed[]
  messages?: MessageSeed[]
  usergroups?: UsergroupSeed[]
  shortcuts?: ShortcutSeed[]
  /** Slash commands of the manifest; without the list every command reaches the app. */
  commands?: { command: string; description?: string; usage_hint?: string }[]
  /** Event types of the manifest; without the list every event reaches the app. */
  events?: string[]
  deliverTo?: DeliverTo
  /** Milliseconds since 1970; the machine's clock by default. */
  now?: () => number
  /** Milliseconds stamped on signatures. The machine's clock by default, because apps check freshness against theirs. */
  signedAt?: () => number
  /** Bot scopes granted; without the list every scope is. */
  scopes?: string[]
  rateLimits?: boolean
  /** Milliseconds the app has to answer a delivery (Slack: 3000). */
  answerWithin?: number
  /** Milliseconds before each retry of an event (Slack: at once, 1 minute, 5 minutes). */
  retryDelays?: number[]
  /** Numbers from 0 to below 1 for faults that strike by chance: a seeded generator, so that a run can be repeated. */
  draw?: () => number
  /** Events an hour before the app is told only that it gets none (Slack: 30,000). */
  eventsPerHour?: number
  /** How many calls, deliveries, private notes and one-time addresses are remembered, the newest; without it all. */
  remember?: number
  /** How often `files.info` shows an uploaded file unfinished before it can be used in blocks. */
  filePolls?: number
}
