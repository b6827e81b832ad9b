import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'

const manifest = z.object({
  features: z.object({
    slash_commands: z.array(
      z.object({ command: z.string(), description: z.string(), usage_hint: z.string().exactOptional() }),
    ),
    shortcuts: z.array(z.object({ name: z.string(), callback_id: z.string(), type: z.enum(['message', 'global']) })),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
})

/** What the app asks of a workspace, as its manifest file says it; throws when the file does not say it. */
export const readManifest = async (file: string) => {
  const { features, oauth_config, settings } = manifest.parse(parse(await readFile(file, 'utf8')))
  return {
    commands: features.slash_commands,
    shortcuts: features.shortcuts,
    scopes: oauth_config.scopes.bot,
    events: settings.event_subscriptions.bot_events,
  }
}
