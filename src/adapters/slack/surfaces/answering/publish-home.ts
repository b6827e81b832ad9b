import type { Act } from '#application/act.ts'
import { renderHome } from '../../blocks/home.ts'
import type { ListenerDeps } from '../../listener.ts'
import { reasonOf } from '../../web/slack-failure.ts'

/** Shows a person what waits for them now in App Home. */
export const publishHome = async ({ useCases, client }: ListenerDeps, act: Act): Promise<void> => {
  const home = await useCases.viewHome(act)
  await client.views.publish({ user_id: act.person, view: renderHome(home) })
}

/** The same after an act from there: if it fails, the home is only older than it could be. */
export const republishHome = async (deps: ListenerDeps, act: Act): Promise<void> => {
  try {
    await publishHome(deps, act)
  } catch (error) {
    deps.log.warn({ reason: reasonOf(error) }, 'App Home could not be brought up to date')
  }
}
