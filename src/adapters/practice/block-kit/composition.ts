import { boolean, byType, list, object, oneOf, optional, type Rule, required, string } from './check.ts'
import { LIMITS } from './limits.ts'

export const id = string({ min: 1, max: LIMITS.id })

export function plainText(max: number = LIMITS.text): Rule {
  return byType({
    plain_text: object({
      type: required(string()),
      text: required(string({ min: 1, max })),
      emoji: optional(boolean),
    }),
  })
}

function mrkdwn(max: number): Rule {
  return object({ type: required(string()), text: required(string({ min: 1, max })), verbatim: optional(boolean) })
}

export function anyText(max: number = LIMITS.text): Rule {
  return byType({ plain_text: plainText(max), mrkdwn: mrkdwn(max) })
}

/** `rich`: checkboxes and radio buttons allow mrkdwn. `linked`: options of an overflow menu may carry an address. */
export function option(kind: { rich?: boolean; linked?: boolean } = {}): Rule {
  const { text, value, description, url } = LIMITS.option
  return object({
    text: required(kind.rich ? anyText(text) : plainText(text)),
    value: required(string({ min: 1, max: value })),
    description: optional(kind.rich ? anyText(description) : plainText(description)),
    ...(kind.linked ? { url: optional(string({ max: url })) } : {}),
  })
}

export const optionGroup: Rule = object({
  label: required(plainText(LIMITS.select.groupLabel)),
  options: required(list(option(), { min: 1, max: LIMITS.select.options })),
})

export const confirm: Rule = object({
  title: required(plainText(LIMITS.confirm.title)),
  text: required(anyText(LIMITS.confirm.text)),
  confirm: required(plainText(LIMITS.confirm.button)),
  deny: required(plainText(LIMITS.confirm.button)),
  style: optional(oneOf('primary', 'danger')),
})

export const conversationFilter: Rule = object(
  {
    include: optional(list(oneOf('im', 'mpim', 'private', 'public'), { min: 1 })),
    exclude_external_shared_channels: optional(boolean),
    exclude_bot_users: optional(boolean),
  },
  (value, pointer, report) => {
    if (Object.keys(value).length === 0) report(pointer, 'must provide at least one filter')
  },
)

export const dispatchActionConfig: Rule = object({
  trigger_actions_on: optional(list(oneOf('on_enter_pressed', 'on_character_entered'), { min: 1 })),
})

export const slackFile: Rule = object(
  { id: optional(string({ min: 1 })), url: optional(string({ min: 1 })) },
  (value, pointer, report) => {
    if ((value.id === undefined) === (value.url === undefined)) report(pointer, 'must provide either id or url')
  },
)
