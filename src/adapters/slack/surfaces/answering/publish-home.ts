import type { HomeView } from '@slack/types'
import type { Act } from '#application/act.ts'
import { DeliveryError } from '#application/delivery-error.ts'
import { renderHome } from '../../blocks/home.ts'
import type { ListenerDeps } from '../../listener.ts'
import { orDeliveryError, reasonOf } from '../../web/slack-failure.ts'

/** Puts a view into a person's App Home; one that Slack will never take there is let go. Throws `DeliveryError`. */
export const showHome = async (
  { client, log }: Pick<ListenerDeps, 'client' | 'log'>,
  person: string,
  view: HomeView,
): Promise<void> => {
  try {
    await orDeliveryError(client.views.publish({ user_id: person, view }))
  } catch (error) {
    if (!(error instanceof DeliveryError) || error.kind === 'later' || error.kind === 'revoked') throw error
    log.warn({ reason: error.message }, 'Slack does not take this App Home; it is let go')
  }
}

/** Shows a person what waits for them now in App Home. */
export const publishHome = async (deps: ListenerDeps, act: Act): Promise<void> =>
  showHome(deps, act.person, renderHome(await deps.useCases.viewHome(act)))

/** The same after an act from there: if it fails, the home is only older than it could be. */
export const republishHome = async (deps: ListenerDeps, act: Act): Promise<void> => {
  try {
    await publishHome(deps, act)
  } catch (error) {
    deps.log.warn({ reason: reasonOf(error) }, 'App Home could not be brought up to date')
  }
}
