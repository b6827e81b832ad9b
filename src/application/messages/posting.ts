import type { WorkspaceId } from '../ports.ts'
import type { Message, Post } from './message.ts'

/** What the worker keeps of messages, outside of a use case's transaction. */
export type PostLedger = {
  readonly find: (workspaceId: WorkspaceId, key: string) => Promise<Post | undefined>
  /** The same, to be shown now: what changes from here on queues it again. */
  readonly take: (workspaceId: WorkspaceId, key: string) => Promise<Post | undefined>
  /**
   * Notes that a message is about to be sent; done before each call. False when somebody else has sent it since it was
   * read: then it is not ours to send.
   */
  readonly noteAttempt: (workspaceId: WorkspaceId, post: Tried, at: Date, to: Destination) => Promise<boolean>
  /** Notes that nothing came of the attempt that followed: Slack said so. */
  readonly noteNotSent: (workspaceId: WorkspaceId, post: Tried) => Promise<void>
  /** Where a place was closed until now, what waits for one is due. */
  readonly noteShown: (workspaceId: WorkspaceId, key: string, shown: ShownPost) => Promise<Noted>
  /** Keeps a message whose place is closed until it is tried there again. */
  readonly waitForPlace: (workspaceId: WorkspaceId, key: string, until: Date) => Promise<void>
  /** Whether a card that was left behind stands there. */
  readonly isLeft: (workspaceId: WorkspaceId, at: Standing) => Promise<boolean>
  /** True when a message that waits for its place is due to be tried again. */
  readonly anyToTry: (workspaceId: WorkspaceId, now: Date) => Promise<boolean>
  /** Leaves a change of a message that does not stand yet to who shows it; false when it stands now after all. */
  readonly leaveToFirst: (workspaceId: WorkspaceId, key: string) => Promise<boolean>
}

/** A message as it was read: whoever sends it next says which attempts they know of. */
export type Tried = Pick<Post, 'key' | 'attempts'>

/** What was found when it was noted that a message is shown. */
export type Noted = {
  /** It has changed since it was taken, and nobody else will show that. */
  readonly changed: boolean
  /** Somebody else has shown something meanwhile: which of the two stands there is not known. */
  readonly doubtful: boolean
}

export type ShownPost = {
  readonly channel?: string
  readonly ts?: string
  readonly link?: string
  readonly content?: string
  /** What was shown when the message was read. */
  readonly before?: string
  readonly live: boolean
  /** The channel or person that took it. */
  readonly place?: string
}

/** Slack as the place where messages stand. Its failures are `DeliveryError`s. */
export type Messenger = {
  /** Posts a message marked with its key, and answers where it stands; `attempt` is done right before the call. */
  readonly post: (to: Destination, key: string, message: Message, attempt: () => Promise<void>) => Promise<Standing>
  readonly update: (at: Standing, key: string, message: Message) => Promise<void>
  /** The message marked with this key that was sent after the time given, if Slack has it. */
  readonly find: (to: Destination, key: string, after: Date) => Promise<Standing | undefined>
  /** A fingerprint of what would be shown; equal fingerprints need no update. */
  readonly fingerprint: (message: Message) => string
  /** A permanent link to a message, when the workspace's address is known. */
  readonly linkTo: (at: Standing) => string | undefined
}

/** Where to post: a channel, or a person's direct messages; `threadTs` in a thread there. */
export type Destination = { readonly place: string; readonly threadTs?: string }

export type Standing = { readonly channel: string; readonly ts: string }
