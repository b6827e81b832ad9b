import { asking, button, datePicker, overflow, row } from '#adapters/slack/blocks/kit/actions.ts'
import {
  dateInput,
  numberInput,
  option,
  optionsOf,
  personInput,
  prefill,
  searchInput,
  selectInput,
  textInput,
  timeInput,
} from '#adapters/slack/blocks/kit/inputs.ts'
import { menu, searchField } from '#adapters/slack/blocks/kit/menu.ts'
import { fits, modal } from '#adapters/slack/blocks/kit/modal.ts'
import { heading, item, label, muted } from '#adapters/slack/blocks/kit/plain.ts'
import { posted } from '#adapters/slack/blocks/kit/posted.ts'
import { bullets, line, quote, text } from '#adapters/slack/blocks/kit/rich.ts'
import { home, message, together } from '#adapters/slack/blocks/kit/shown.ts'
import {
  beginning,
  clean,
  escaped,
  escapedWithin,
  inParts,
  oneLine,
  shortened,
} from '#adapters/slack/blocks/kit/text.ts'
import { radioFields, radioRows } from './consulting.ts'
import { answered, form, inForm, inText, viewed, within } from './made.ts'
import type { Registry } from './registry.ts'

const choices = (name: string, size: number) =>
  Array.from({ length: size }, (_, i) => ({ value: `k${i}`, text: name, description: name }))

/** A message whose fallback is this, already escaped. */
const said = (fallback: string) => answered({ text: fallback, blocks: [...text(line('Before it.')).blocks] })

const sendable = { id: 'form', submit: 'Send' }

/** The smallest builders, given the longest and worst words in every argument that takes words. */
export const kit: Registry = {
  'blocks/kit/actions.ts': {
    button: ({ words }) => within(row([button(words, 'act', '42')])),
    asking: ({ words }) =>
      within(row([asking(button('Act', 'act', '42'), { title: words, text: words, confirm: words, deny: words })])),
    overflow: ({ words }) => within(row([overflow('more', choices(words, 9))])),
    datePicker: ({ words }) => within(row([datePicker(words, 'act', '2026-11-17')])),
    row: ({ words }) => within(row(Array.from({ length: 40 }, (_, i) => button(words, `act_${i}`, '42')))),
  },
  'blocks/kit/menu.ts': {
    menu: ({ words, name }) =>
      [1, 100, 250].flatMap((size) =>
        within(row([menu(words, 'act', choices(size === 1 ? words : name, size), 'k0')])),
      ),
    ...radioRows,
    searchField: ({ words }) =>
      within(
        searchField({ title: words, placeholder: words, blockId: 'find', actionId: 'find', most: 80, initial: words }),
      ),
  },
  'blocks/kit/inputs.ts': {
    option: ({ words }) =>
      within(row([{ type: 'static_select', action_id: 'act', options: [option({ value: 'k', text: words })] }])),
    optionsOf: ({ name }) =>
      within(row([{ type: 'static_select', action_id: 'act', ...optionsOf(choices(name, 250)) }])),
    prefill: ({ words }) => [{ as: 'sentence', sentence: prefill(clean(words)) }],
    textInput: ({ words }) =>
      inForm(textInput({ field: 'need', label: words, hint: words, placeholder: words, initial: words, long: true })),
    selectInput: ({ words, name }) =>
      [1, 100, 250].flatMap((size) =>
        inForm(
          selectInput({
            field: 'department',
            label: words,
            hint: words,
            placeholder: words,
            choices: choices(size === 1 ? words : name, size),
            initial: 'k0',
          }),
        ),
      ),
    ...radioFields,
    searchInput: ({ words }) =>
      inForm(
        searchInput({
          field: 'customer',
          label: words,
          hint: words,
          placeholder: words,
          initial: { value: 'k', text: words, description: words },
        }),
      ),
    numberInput: ({ words }) =>
      inForm(numberInput({ field: 'attempts', label: words, hint: words, least: 1, most: 9 })),
    dateInput: ({ words }) => inForm(dateInput({ field: 'when', label: words, hint: words, initial: '2026-11-17' })),
    timeInput: ({ words }) => inForm(timeInput({ field: 'promise_time', label: words, hint: words })),
    personInput: ({ words }) => inForm(personInput({ field: 'by_whom', label: words, hint: words, initial: 'U0BEN' })),
  },
  'blocks/kit/modal.ts': {
    modal: ({ words, name }) =>
      form(modal({ ...sendable, title: words, submit: words, parts: Array.from({ length: 120 }, () => item(name)) })),
    fits: ({ words, name }) =>
      [words, name]
        .map((typed) => modal({ ...sendable, title: typed, parts: [text(quote(typed))] }))
        .filter(fits)
        .map(viewed),
  },
  'blocks/kit/plain.ts': {
    label: ({ words }) => within({ blocks: [{ type: 'header', text: label(words, 150) }], text: '' }),
    muted: ({ words, name }) => within(muted(words, undefined, name), muted('', undefined)),
    item: ({ words }) => within(item(words, button(words, 'act', '42'))),
    heading: ({ words }) => within(heading(words)),
  },
  'blocks/kit/posted.ts': {
    posted: ({ words }) => [
      { as: 'posted', said: posted(message(...Array.from({ length: 24 }, () => text(quote(words))))) },
    ],
  },
  'blocks/kit/rich.ts': {
    line: ({ words }) =>
      inText(line(words, { bold: words }, { italic: words }), line({ link: words, url: `javascript:${words}` })),
    quote: ({ words, name }) => inText(quote(words), quote(words, 50_000), quote(name, 10)),
    bullets: ({ words, name }) => inText(bullets([words], [{ bold: words }, name]), bullets()),
    text: ({ words }) => inText(line(words), undefined, quote(words), bullets([words])),
  },
  'blocks/kit/shown.ts': {
    together: ({ words }) => within(together(item(words), false, undefined, muted(words))),
    message: ({ words }) => [answered(message(...Array.from({ length: 80 }, () => item(words))))],
    home: ({ name }) => [viewed(home(undefined, ...Array.from({ length: 120 }, () => item(name))))],
  },
  'blocks/kit/text.ts': {
    beginning: ({ words }) => inText(line(beginning(words, 3000))),
    clean: ({ words }) => inText(line(clean(words))),
    escaped: ({ name }) => [said(escaped(clean(name)))],
    escapedWithin: ({ words }) => [said(escapedWithin(clean(words), 3000))],
    inParts: ({ words }) => within(...inParts(clean(words), 3000).map((part) => text(quote(part)))),
    oneLine: ({ words }) => inText(line(oneLine(words))),
    shortened: ({ words }) => inText(line(shortened(clean(words), 3000))),
  },
}
