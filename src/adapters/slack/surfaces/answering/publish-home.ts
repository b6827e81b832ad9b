import type { HomeView } from '@slack/types'
import type { Act } from '#application/act.ts'
import { DeliveryError } from '#application/delivery-error.ts'
import { renderHome } from '../../blocks/home/home.ts'
import { type HomeMemory, homeStart } from '../../blocks/home/memory.ts'
import type { ListenerDeps } from '../../listener.ts'
import { orDeliveryError, reasonOf } from '../../web/slack-failure.ts'

/** Slack's word for a view that was published anew since the state that is to be replaced. */
const overtaken = 'hash_conflict'

const isOvertaken = (error: unknown): boolean => error instanceof DeliveryError && error.message === overtaken

/** Puts a view into a person's App Home; one that Slack will never take there is let go. Throws `DeliveryError`. */
export const showHome = async (
  { client, log }: Pick<ListenerDeps, 'client' | 'log'>,
  person: string,
  view: HomeView,
  hash?: string,
): Promise<void> => {
  try {
    const call = { user_id: person, view, ...(hash === undefined ? {} : { hash }) }
    await orDeliveryError(client.views.publish(call))
  } catch (error) {
    if (!(error instanceof DeliveryError) || error.kind === 'later' || error.kind === 'revoked' || isOvertaken(error))
      throw error
    log.warn({ reason: error.message }, 'Slack does not take this App Home; it is let go')
  }
}

const look = async (deps: ListenerDeps, act: Act, memory: HomeMemory): Promise<HomeView> =>
  renderHome(await deps.useCases.viewHome({ ...act, wish: memory.wish }), memory.trail)

/** Shows a person in App Home what waits for them now. */
export const publishHome = async (deps: ListenerDeps, act: Act): Promise<void> =>
  showHome(deps, act.person, await look(deps, act, homeStart))

/** In place of the state that was pressed in. If another was published meanwhile, a look is taken after that one. */
const replace = async (deps: ListenerDeps, act: Act, memory: HomeMemory, view: HomeView, hash: string | undefined) => {
  try {
    await showHome(deps, act.person, view, hash)
  } catch (error) {
    if (!isOvertaken(error)) throw error
    await showHome(deps, act.person, await look(deps, act, memory))
  }
}

const orLog = async ({ log }: ListenerDeps, work: Promise<void>): Promise<void> => {
  try {
    await work
  } catch (error) {
    log.warn({ reason: reasonOf(error) }, 'App Home could not be brought up to date')
  }
}

/** The same view of App Home after an act from there: if it fails, the home is only older than it could be. */
export const republishHome = async (deps: ListenerDeps, act: Act, memory: HomeMemory, hash?: string): Promise<void> => {
  const again = async () => replace(deps, act, memory, await look(deps, act, memory), hash)
  await orLog(deps, again())
}

/** Another view of App Home; `ack` is called when it is known, before Slack is asked to show it. */
export const turnHome = async (
  deps: ListenerDeps,
  act: Act,
  memory: HomeMemory,
  hash: string | undefined,
  ack: () => Promise<void>,
): Promise<void> => {
  const view = await look(deps, act, memory)
  await ack()
  await orLog(deps, replace(deps, act, memory, view, hash))
}
