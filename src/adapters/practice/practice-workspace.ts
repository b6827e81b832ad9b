import type { Block } from './block-kit/types.ts'
import { type AppAnswer, redeliver } from './deliveries/deliver.ts'
import { emitEvent, type SlackEvent } from './deliveries/events.ts'
import { addressFor } from './deliveries/http.ts'
import { signedHeaders } from './deliveries/signature.ts'
import type { DeliverTo, PracticeOptions } from './options.ts'
import { pageRoutes } from './page/routes.ts'
import { createActor } from './people/actor.ts'
import { writePastMessages } from './people/past-messages.ts'
import { changePerson, changeUsergroup, uninstall } from './people/people-acts.ts'
import { readBlocks } from './people/reading/visible-text.ts'
import { createPracticeServer } from './server.ts'
import type { Person } from './world/people.ts'
import type { Delivery } from './world/types.ts'
import { settled, waitFor } from './world/waiting.ts'
import { createWorld, type World } from './world/world.ts'

export type PracticeWorkspace = ReturnType<typeof createPracticeWorkspace>

/** A local stand-in for Slack's server: Web API, deliveries, people who act, and a page to be any of them. */
export function createPracticeWorkspace(options: PracticeOptions) {
  const world = createWorld({ ...options })
  writePastMessages(world)
  const { socketMode, start, stop } = createPracticeServer(world, pageRoutes(world))
  return {
    /** Listens; resolves with the address, e.g. `http://127.0.0.1:4000`. Port 0 (default) takes a free one. */
    start: (at: { port?: number; host?: string } = {}) => start(at),
    stop,
    get origin() {
      return world.origin
    },
    /** The Web API's address, for a client's `slackApiUrl`. */
    get apiUrl() {
      return `${world.origin}/api/`
    },
    /** Says where the app listens, when it was not known before. */
    deliverTo: (to: DeliverTo) => {
      world.options.deliverTo = to
    },
    /** The person with this id, ready to act. */
    as: (id: string) => createActor(world, id),
    socketMode,
    world,
    ...harming(world),
    ...observing(world),
    ...delivering(world),
    ...administering(world),
  }
}

function harming(world: World) {
  const { add, clear, happened } = world.faults
  return { faults: { add, clear, happened } }
}

function observing(world: World) {
  return {
    /** Every Web API call with its answer, oldest first. */
    calls: (method?: string) => world.calls.filter((call) => method === undefined || call.method === method),
    /** Everything Slack told the app, oldest first; `name` is the event type, command or interaction type. */
    deliveries: (name?: string) => world.deliveries.filter((one) => name === undefined || one.name === name),
    /** Everything the app posted to a response_url, oldest first. */
    responsePosts: () => [...world.responsePosts],
    /** Resolves with the predicate's value once it is truthy; looks after every change. */
    waitFor: <T>(predicate: () => T, how: { timeout?: number; what?: string } = {}) =>
      waitFor(world.changes, predicate, how),
    /** Resolves when nothing is under way and nothing has changed for `quietFor` ms (100). */
    settled: (how: { quietFor?: number; timeout?: number } = {}) => settled(world.changes, how),
    onChange: (listener: () => void) => world.changes.listen(listener),
    /** What a reader sees of blocks, a view or a message. */
    visibleText: (shown: Block[] | { blocks: Block[] }) =>
      readBlocks(world, Array.isArray(shown) ? shown : shown.blocks),
  }
}

function delivering(world: World) {
  return {
    /** Sends the byte-identical request of a delivery again, one after the other or all at once. */
    deliverAgain: async (
      delivery: Delivery,
      times = 1,
      how: { concurrently?: boolean; freshTimestamp?: boolean } = {},
    ): Promise<AppAnswer[]> => {
      const send = () => redeliver(world, delivery, how.freshTimestamp ?? false)
      if (how.concurrently) return Promise.all(Array.from({ length: times }, send))
      const answers: AppAnswer[] = []
      for (let i = 0; i < times; i += 1) answers.push(await send())
      return answers
    },
    /** Posts any body to the app, signed with the given secret and unix timestamp (seconds). `path` may be a whole address. */
    signedPost: (
      path: string,
      body: string,
      how: { timestamp?: number; secret?: string; contentType?: string } = {},
    ) => {
      const at = how.timestamp ?? Math.floor((world.options.signedAt ?? Date.now)() / 1000)
      const type = how.contentType ?? (body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded')
      return fetch(new URL(path, addressFor(world, 'event')), {
        method: 'POST',
        headers: { 'content-type': type, ...signedHeaders(how.secret ?? world.options.signingSecret, at, body) },
        body,
      })
    },
    /** Sends any event in Slack's envelope. */
    emit: (event: SlackEvent, channel?: string) => emitEvent(world, event, channel),
  }
}

function administering(world: World) {
  return {
    updatePerson: (id: string, patch: Partial<Omit<Person, 'id'>>) => changePerson(world, id, patch),
    updateUsergroup: (id: string, users: string[]) => changeUsergroup(world, id, users),
    uninstall: (order?: 'tokens first' | 'uninstall first') => uninstall(world, order),
  }
}
