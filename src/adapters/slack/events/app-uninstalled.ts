import type { EventListener } from '../listener.ts'

/** An admin has taken us out of the workspace. */
export const appUninstalled: EventListener = async (_, { connection, log }) => {
  log.error({}, 'the app was uninstalled from the workspace')
  connection.doubt('the app was uninstalled')
}
