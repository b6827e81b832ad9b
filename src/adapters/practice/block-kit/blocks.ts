import { boolean, byType, list, object, oneOf, optional, type Rule, required, string } from './check.ts'
import { anyText, id, plainText, slackFile } from './composition.ts'
import { ELEMENTS, oneImage } from './elements.ts'
import { LIMITS } from './limits.ts'
import { richTextElements } from './rich-text.ts'

export type Surface = 'message' | 'modal' | 'home'

const SELECTS = ['static_select', 'external_select', 'users_select', 'conversations_select', 'channels_select']
const MULTI_SELECTS = SELECTS.map((name) => `multi_${name}`)
const PICKERS = ['datepicker', 'timepicker', 'checkboxes', 'radio_buttons', ...SELECTS, ...MULTI_SELECTS]
const EVERYWHERE = ['plain_text_input', 'datetimepicker', ...PICKERS]

/** Which elements stand where. Number, email and address fields exist in modals only. */
const ALLOWED = {
  accessory: ['button', 'image', 'overflow', ...PICKERS],
  actions: ['button', 'overflow', 'datetimepicker', ...PICKERS],
  input: {
    message: EVERYWHERE,
    home: EVERYWHERE,
    modal: [...EVERYWHERE, 'number_input', 'email_text_input', 'url_text_input'],
  },
}

const base = { type: required(string()), block_id: optional(id) }
const richText = object({ ...base, elements: required(richTextElements) })
const cell = byType({
  raw_text: object({ type: required(string()), text: required(string({ min: 1 })) }),
  raw_number: object({ type: required(string()), value: required(isNumber), text: optional(string()) }),
  rich_text: richText,
})

function isNumber(value: unknown, pointer: string, report: (pointer: string, message: string) => void): void {
  if (typeof value !== 'number') report(pointer, 'must be a number')
}

const section: Rule = object(
  {
    ...base,
    text: optional(anyText(LIMITS.section.text)),
    fields: optional(list(anyText(LIMITS.section.field), { min: 1, max: LIMITS.section.fields })),
    accessory: optional(byType(ELEMENTS, ALLOWED.accessory)),
    expand: optional(boolean),
  },
  (value, pointer, report) => {
    if (value.text === undefined && value.fields === undefined)
      report(pointer, 'missing required field: text or fields')
  },
)

const image: Rule = object(
  {
    ...base,
    alt_text: required(string({ min: 1, max: LIMITS.image.alt })),
    title: optional(plainText(LIMITS.image.title)),
    image_url: optional(string({ min: 1, max: LIMITS.image.url })),
    slack_file: optional(slackFile),
  },
  oneImage,
)

const table: Rule = object({
  ...base,
  rows: required(list(list(cell, { min: 1, max: LIMITS.table.columns }), { min: 1, max: LIMITS.table.rows })),
  column_settings: optional(
    list(object({ align: optional(oneOf('left', 'center', 'right')), is_wrapped: optional(boolean) }), {
      max: LIMITS.table.columns,
    }),
  ),
})

function input(surface: Surface): Rule {
  return object({
    ...base,
    label: required(plainText(LIMITS.input.label)),
    element: required(byType(ELEMENTS, ALLOWED.input[surface])),
    hint: optional(plainText(LIMITS.input.hint)),
    optional: optional(boolean),
    dispatch_action: optional(boolean),
  })
}

/** The rules of the blocks that a surface shows. */
export function blockRules(surface: Surface): Record<string, Rule> {
  const shared: Record<string, Rule> = {
    section,
    image,
    rich_text: richText,
    divider: object(base),
    header: object({ ...base, text: required(plainText(LIMITS.header)) }),
    context: object({
      ...base,
      elements: required(
        list(byType({ image: ELEMENTS.image ?? image, plain_text: anyText(), mrkdwn: anyText() }), {
          min: 1,
          max: LIMITS.context,
        }),
      ),
    }),
    actions: object({
      ...base,
      elements: required(list(byType(ELEMENTS, ALLOWED.actions), { min: 1, max: LIMITS.actions })),
    }),
    input: input(surface),
  }
  if (surface !== 'message') return shared
  const markdown = object({ ...base, text: required(string({ min: 1, max: LIMITS.message.markdown })) })
  return { ...shared, table, markdown }
}
