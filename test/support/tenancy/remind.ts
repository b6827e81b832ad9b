import { PEOPLE } from '#adapters/practice/seed/ids.ts'
import { line, text } from '#adapters/slack/blocks/kit/rich.ts'
import { message, type Shown } from '#adapters/slack/blocks/kit/shown.ts'
import type { Town } from './town.ts'

/** Reminders come by the clock: what stands in one is put before Ben as the bot would. */
export const remind = async (town: Town, shown: Shown) => {
  const ben = town.as(PEOPLE.ben)
  const channel = ben.dms()[0]?.channel
  const headers = {
    authorization: `Bearer ${town.slack.world.options.botToken}`,
    'content-type': 'application/json',
  }
  const said = { channel, ...message(text(line('It waits.')), shown) }
  await fetch(`${town.slack.apiUrl}chat.postMessage`, { method: 'POST', headers, body: JSON.stringify(said) })
  const put = ben.dms().at(-1)
  if (!put?.visible.includes('It waits.')) throw new Error('there is no reminder')
  return put
}
