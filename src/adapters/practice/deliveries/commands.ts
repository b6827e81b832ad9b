import { SlackError } from '../api/slack-error.ts'
import { isJson } from '../json.ts'
import { payloadName } from '../world/channels.ts'
import { addEphemeral } from '../world/messages.ts'
import type { Person } from '../world/people.ts'
import { issueTrigger } from '../world/triggers.ts'
import type { Channel, Message } from '../world/types.ts'
import type { World } from '../world/world.ts'
import { type AppAnswer, deliver } from './deliver.ts'
import { issueResponseUrl, respond } from './response-urls.ts'

/** What the person sees after a slash command: perhaps an answer, or Slack's own error. */
export type CommandResult = { ok: boolean; error?: string; answer?: Message; delivery: AppAnswer['delivery'] }

/** Sends a slash command; `text` is what was typed behind it. */
export async function sendCommand(
  world: World,
  person: Person,
  command: string,
  text: string,
  channel: Channel,
): Promise<CommandResult> {
  const { team, appId } = world.options
  const reply = await deliver(world, 'command', command, {
    token: world.verificationToken,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: payloadName(channel),
    user_id: person.id,
    user_name: person.name,
    command,
    text,
    api_app_id: appId,
    is_enterprise_install: 'false',
    response_url: issueResponseUrl(world, person.id, channel.id),
    trigger_id: issueTrigger(world, person.id),
  })
  const { delivery } = reply
  const error = reply.ok ? undefined : reply.failure === 'http_timeout' ? 'operation_timeout' : 'dispatch_failed'
  if (error) return failed(world, person, channel, `${command} failed with the error "${error}"`, error, delivery)
  try {
    const answer = show(world, person, channel, reply)
    return { ok: true, delivery, ...(answer ? { answer } : {}) }
  } catch (refusal) {
    if (!(refusal instanceof SlackError)) throw refusal
    const text = `${command} failed with the error "${refusal.message}"`
    return failed(world, person, channel, text, refusal.message, delivery)
  }
}

function show(world: World, person: Person, channel: Channel, reply: AppAnswer): Message | undefined {
  if (reply.text.trim() === '') return undefined
  const payload = isJson(reply.body) ? reply.body : { text: reply.text }
  if (Object.keys(payload).length === 0) return undefined
  return respond(world, { user: person.id, channel: channel.id }, payload)
}

function failed(
  world: World,
  person: Person,
  channel: Channel,
  text: string,
  error: string,
  delivery: AppAnswer['delivery'],
): CommandResult {
  const answer = addEphemeral(world, { channel: channel.id, user: 'USLACKBOT', text, onlyFor: person.id })
  return { ok: false, error, answer, delivery }
}
