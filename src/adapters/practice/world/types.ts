import type { Block, StateValues } from '../block-kit/types.ts'
import type { Json } from '../json.ts'

export type ChannelKind = 'public' | 'private' | 'im' | 'mpim'

export type Channel = {
  id: string
  name: string
  kind: ChannelKind
  isArchived: boolean
  isGeneral: boolean
  sharedWith: string[]
  topic: string
  members: Set<string>
  creator: string
  created: number
}

export type Reaction = { name: string; users: string[] }

/** A message as it is stored; what depends on the thread (`reply_count` …) is added when it is shown. */
export type Message = {
  channel: string
  ts: string
  user: string
  text: string
  botId?: string
  appId?: string
  username?: string
  blocks?: Block[]
  attachments?: Json[]
  metadata?: Json
  threadTs?: string
  broadcast?: boolean
  edited?: { user: string; ts: string }
  reactions: Reaction[]
  files?: string[]
  clientMsgId?: string
  deleted?: boolean
  values: StateValues
  /** Set on a message that only this person sees. */
  onlyFor?: string
}

export type View = {
  id: string
  user: string
  kind: 'modal' | 'home'
  content: ViewContent
  values: StateValues
  hash: string
  rootId: string
  previousId: string | null
  /** Errors the app has put at fields, by block id; `''` is the error of the whole modal. */
  errors: { [blockId: string]: string }
}

export type ViewContent = Json & {
  type: 'modal' | 'home'
  title?: { type: 'plain_text'; text: string }
  submit?: { type: 'plain_text'; text: string }
  close?: { type: 'plain_text'; text: string }
  blocks: Block[]
  private_metadata?: string
  callback_id?: string
  external_id?: string
  clear_on_close?: boolean
  notify_on_close?: boolean
}

/** `view`: the modal in which the person acted; only such a trigger can push. */
export type Trigger = { user: string; issued: number; used: boolean; view: string | undefined }

export type ResponseUrl = {
  user: string
  channel: string
  issued: number
  uses: number
  /** The message that carried the button; absent for commands. */
  message: Message | undefined
}

/** What the app posted to a response_url, with the answer's status. */
export type ResponsePost = { payload: Json; status: number }

export type StoredFile = {
  id: string
  name: string
  title: string
  length: number
  bytes: Buffer | undefined
  completed: boolean
  polls: number
  channels: string[]
  altText: string
  created: number
}

/** One Web API call with its answer. */
export type ApiCall = {
  method: string
  args: Json
  /** Names of arguments Slack's documentation of the method does not know. */
  undocumented: string[]
  answer: Json
  /** 0 where there was to be no answer at all. */
  status: number
  at: number
  /** The kind of fault that struck; `hang` and `lost` kept the answer from the app. */
  fault?: string
}

export type DeliveryKind = 'event' | 'command' | 'interaction'

export type Attempt = {
  at: number
  retry: number
  transport: 'http' | 'socket'
  headers: Record<string, string>
  /** Absent when the app did not answer in time or could not be reached. */
  status?: number
  body?: string
  failure?: 'http_timeout' | 'connection_failed'
}

/** One message of Slack to the app, with every attempt to bring it there. */
export type Delivery = {
  id: string
  kind: DeliveryKind
  /** Event type, command, or type of interaction. */
  name: string
  payload: Json
  body: string
  contentType: string
  at: number
  attempts: Attempt[]
}
