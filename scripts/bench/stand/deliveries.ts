import { randomBytes } from 'node:crypto'
import { APP, BOT, CHANNELS, PEOPLE, TEAM } from '#adapters/practice/seed/ids.ts'
import { actionIds, callbackIds, fields, inputId } from '#adapters/slack/names.ts'

let count = 0

const unique = (prefix: string): string => {
  count += 1
  return `${prefix}${count}${randomBytes(6).toString('hex')}`
}

const ts = (): string => {
  count += 1
  return `${Math.floor(Date.now() / 1000)}.${String(count % 1_000_000).padStart(6, '0')}`
}

const event = (inner: object): string =>
  JSON.stringify({
    token: 'unused',
    team_id: TEAM,
    api_app_id: APP,
    type: 'event_callback',
    event_id: unique('Ev'),
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [{ enterprise_id: null, team_id: TEAM, user_id: BOT, is_bot: true, is_enterprise_install: false }],
    is_ext_shared_channel: false,
    event: inner,
  })

const interaction = (payload: object): string =>
  new URLSearchParams({
    payload: JSON.stringify({
      team: { id: TEAM, domain: 'practice' },
      api_app_id: APP,
      trigger_id: unique('1.2.'),
      is_enterprise_install: false,
      ...payload,
    }),
  }).toString()

/** A flag whose words come with it. */
export const mention = (user: string): string =>
  event({
    type: 'app_mention',
    user,
    channel: CHANNELS.support,
    ts: ts(),
    event_ts: ts(),
    text: `<@${BOT}> flag Nordwind was charged twice for March and nobody knows why (${count}).`,
  })

/** A reaction that means nothing to the product. */
export const irrelevantReaction = (user: string): string =>
  event({
    type: 'reaction_added',
    user,
    reaction: 'tada',
    item_user: PEOPLE.omar,
    item: { type: 'message', channel: CHANNELS.support, ts: ts() },
    event_ts: ts(),
  })

export const homeOpened = (user: string): string =>
  event({ type: 'app_home_opened', user, channel: `D${user.slice(1)}`, tab: 'home', event_ts: ts() })

/** *Claim*, pressed on a card. */
export const claim = (user: string, issue: number): string =>
  interaction({
    type: 'block_actions',
    user: { id: user, username: user, team_id: TEAM },
    container: { type: 'message', message_ts: ts(), channel_id: CHANNELS.billing, is_ephemeral: false },
    channel: { id: CHANNELS.billing, name: 'billing' },
    message: { type: 'message', ts: ts(), text: '' },
    actions: [{ type: 'button', action_id: actionIds.claim, block_id: 'b', value: `${issue}`, action_ts: ts() }],
  })

/** A filled-in flag form that the map sends to Billing, or that names a department. */
export const flagForm = (user: string, department?: string): string => {
  const value = (element: object) => ({ [inputId]: element })
  return interaction({
    type: 'view_submission',
    user: { id: user, username: user, team_id: TEAM },
    view: {
      id: unique('V'),
      type: 'modal',
      callback_id: callbackIds.flag,
      private_metadata: JSON.stringify({ via: 'command', restricted: false }),
      blocks: [],
      state: {
        values: {
          [fields.whatHappened]: value({ type: 'plain_text_input', value: `They were charged twice (${count}).` }),
          [fields.severity]: value({ type: 'static_select', selected_option: { value: 'normal' } }),
          ...(department === undefined
            ? { [fields.stage]: value({ type: 'static_select', selected_option: { value: 'pay' } }) }
            : { [fields.department]: value({ type: 'static_select', selected_option: { value: department } }) }),
        },
      },
    },
  })
}
