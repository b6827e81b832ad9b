import type { Json } from '../json.ts'
import { boolean, integer, list, object, oneOf, optional, type Report, type Rule, required, string } from './check.ts'
import {
  confirm,
  conversationFilter,
  dispatchActionConfig,
  id,
  option,
  optionGroup,
  plainText,
  slackFile,
} from './composition.ts'
import { LIMITS } from './limits.ts'

type Fields = Parameters<typeof object>[0]

const type = required(string())
const common: Fields = { type, action_id: optional(id) }
const confirmable: Fields = { ...common, confirm: optional(confirm) }
const chooser: Fields = {
  ...confirmable,
  placeholder: optional(plainText(LIMITS.placeholder)),
  focus_on_load: optional(boolean),
}
const several: Fields = { ...chooser, max_selected_items: optional(integer(1)) }
const typed: Fields = {
  ...common,
  placeholder: optional(plainText(LIMITS.placeholder)),
  focus_on_load: optional(boolean),
  dispatch_action_config: optional(dispatchActionConfig),
}
const grouped: Fields = {
  options: optional(list(option(), { min: 1, max: LIMITS.select.options })),
  option_groups: optional(list(optionGroup, { min: 1, max: LIMITS.select.groups })),
}
const date = string({ form: /^\d{4}-\d\d-\d\d$/, formName: 'date of the form YYYY-MM-DD' })
const time = string({ form: /^([01]\d|2[0-3]):[0-5]\d$/, formName: 'time of the form HH:mm' })
const numeral = string({ form: /^-?\d+(\.\d+)?$/, formName: 'number' })

/** A static select needs exactly one source of options, and starts with one of them. */
function optionsAgree(value: Json, pointer: string, report: Report): void {
  const flat = optionValues(value.options)
  const inGroups = Array.isArray(value.option_groups) ? value.option_groups : undefined
  if ((value.options === undefined) === (value.option_groups === undefined)) {
    report(pointer, 'must provide either options or option_groups')
  }
  const known = inGroups ? inGroups.flatMap((group: Json) => optionValues(group?.options)) : flat
  const first = [value.initial_option, ...(Array.isArray(value.initial_options) ? value.initial_options : [])]
  for (const value of optionValues(first.filter(Boolean))) {
    if (!known.includes(value)) report(pointer, 'initial options must match one of the options')
  }
}

function optionValues(options: unknown): unknown[] {
  return Array.isArray(options) ? options.map((entry: Json) => entry?.value) : []
}

function typedText(value: Json, pointer: string, report: Report): void {
  const max = typeof value.max_length === 'number' ? value.max_length : LIMITS.input.text
  const initial = typeof value.initial_value === 'string' ? value.initial_value.length : 0
  if (initial > max) report(`${pointer}/initial_value`, `must be less than ${max + 1} characters`)
  if (Number(value.min_length ?? 0) > max) report(pointer, 'min_length must not be greater than max_length')
}

const choices = list(option({ rich: true }), { min: 1, max: LIMITS.choices })
const anyOption = option({ rich: true })

/** The rule of every element, by type. */
export const ELEMENTS: Record<string, Rule> = {
  button: object({
    ...confirmable,
    text: required(plainText(LIMITS.button.text)),
    url: optional(string({ max: LIMITS.button.url })),
    value: optional(string({ max: LIMITS.button.value })),
    style: optional(oneOf('primary', 'danger')),
    accessibility_label: optional(string({ max: LIMITS.button.label })),
  }),
  static_select: object({ ...chooser, ...grouped, initial_option: optional(option()) }, optionsAgree),
  multi_static_select: object(
    { ...several, ...grouped, initial_options: optional(list(option(), { min: 1 })) },
    optionsAgree,
  ),
  external_select: object({ ...chooser, initial_option: optional(option()), min_query_length: optional(integer(0)) }),
  multi_external_select: object({
    ...several,
    initial_options: optional(list(option(), { min: 1 })),
    min_query_length: optional(integer(0)),
  }),
  users_select: object({ ...chooser, initial_user: optional(string()) }),
  multi_users_select: object({ ...several, initial_users: optional(list(string(), { min: 1 })) }),
  conversations_select: object({
    ...chooser,
    initial_conversation: optional(string()),
    default_to_current_conversation: optional(boolean),
    response_url_enabled: optional(boolean),
    filter: optional(conversationFilter),
  }),
  multi_conversations_select: object({
    ...several,
    initial_conversations: optional(list(string(), { min: 1 })),
    default_to_current_conversation: optional(boolean),
    filter: optional(conversationFilter),
  }),
  channels_select: object({ ...chooser, initial_channel: optional(string()), response_url_enabled: optional(boolean) }),
  multi_channels_select: object({ ...several, initial_channels: optional(list(string(), { min: 1 })) }),
  overflow: object({
    ...confirmable,
    options: required(list(option({ linked: true }), { min: 1, max: LIMITS.overflow })),
  }),
  datepicker: object({ ...chooser, initial_date: optional(date) }),
  timepicker: object({ ...chooser, initial_time: optional(time), timezone: optional(string()) }),
  datetimepicker: object({
    ...confirmable,
    focus_on_load: optional(boolean),
    initial_date_time: optional(integer(1_000_000_000, 9_999_999_999)),
  }),
  checkboxes: object(
    {
      ...confirmable,
      focus_on_load: optional(boolean),
      options: required(choices),
      initial_options: optional(list(anyOption, { min: 1 })),
    },
    optionsAgree,
  ),
  radio_buttons: object(
    {
      ...confirmable,
      focus_on_load: optional(boolean),
      options: required(choices),
      initial_option: optional(anyOption),
    },
    optionsAgree,
  ),
  plain_text_input: object(
    {
      ...typed,
      initial_value: optional(string()),
      multiline: optional(boolean),
      min_length: optional(integer(0, LIMITS.input.text)),
      max_length: optional(integer(1, LIMITS.input.text)),
    },
    typedText,
  ),
  number_input: object({
    ...typed,
    is_decimal_allowed: required(boolean),
    initial_value: optional(numeral),
    min_value: optional(numeral),
    max_value: optional(numeral),
  }),
  email_text_input: object({ ...typed, initial_value: optional(string()) }),
  url_text_input: object({ ...typed, initial_value: optional(string()) }),
  image: object(
    {
      type,
      alt_text: required(string({ min: 1, max: LIMITS.image.alt })),
      image_url: optional(string({ min: 1, max: LIMITS.image.url })),
      slack_file: optional(slackFile),
    },
    oneImage,
  ),
}

/** An image comes from an address or from a file, never both. */
export function oneImage(value: Json, pointer: string, report: Report): void {
  if ((value.image_url === undefined) === (value.slack_file === undefined)) {
    report(pointer, 'must provide either image_url or slack_file')
  }
}
