import type { Json } from '../json.ts'
import type { World } from '../world/world.ts'

export type ArgumentType = 'string' | 'boolean' | 'integer' | 'json'

export type Context = {
  world: World
  args: Json
  /** Refuses the call when the scope has not been granted. */
  needScope: (scope: string) => void
}

/** How a call is answered; `cut` where the answer does not arrive: the connection stays silent or breaks. */
export type Reply<Body = Json> = {
  status: number
  body: Body
  headers: Record<string, string>
  cut?: 'silent' | 'broken'
}

/** One Web API method as data: what it takes, what it needs, what it does. */
export type Method = {
  args: Record<string, ArgumentType>
  required?: string[]
  /** Any one of these bot scopes suffices; none listed: none needed. */
  scopes?: string[]
  /** Calls a minute. */
  perMinute?: number
  /** Wants the app-level token instead of the bot's. */
  appLevel?: boolean
  run: (context: Context) => Json | Promise<Json>
}

export const TIER = { t2: 20, t3: 50, t4: 100 } as const
