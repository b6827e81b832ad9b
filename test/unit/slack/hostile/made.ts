import type { ModalView, PlainTextOption } from '@slack/types'
import { modal } from '#adapters/slack/blocks/kit/modal.ts'
import { line, type Part, text } from '#adapters/slack/blocks/kit/rich.ts'
import { message, type Rendered, type Shown } from '#adapters/slack/blocks/kit/shown.ts'
import { renderMessage } from '#adapters/slack/blocks/render-message.ts'
import type { Message } from '#application/messages/message.ts'
import type { Surface } from '../../../support/slack/surfaces.ts'
import { messagesAbout } from '../samples/hostile.ts'
import type { Builder } from './registry.ts'

export const posted = (said: Rendered): Surface => ({ as: 'posted', said })

export const answered = (said: Rendered): Surface => ({ as: 'answered', said })

export const viewed = (view: { readonly blocks: readonly unknown[] }): Surface => ({ as: 'view', view })

/** Parts of a message, with a line before them so that none of them has to say something. */
export const within = (...parts: readonly (Shown | false | undefined)[]): readonly Surface[] => [
  answered(message(text(line('Before it.')), ...parts)),
]

/** Parts of a text, the same way. */
export const inText = (...parts: readonly (Part | undefined)[]): readonly Surface[] => within(text(...parts))

/** Fields of a form. */
export const inForm = (...parts: readonly Shown[]): readonly Surface[] => [
  viewed(modal({ id: 'form', title: 'A form', submit: 'Send', parts: [text(line('Before it.')), ...parts] })),
]

/** A menu that is searched, in which this entry is chosen. */
export const searched = (initial_option: PlainTextOption): Shown => ({
  blocks: [
    {
      type: 'input',
      block_id: 'customer',
      label: { type: 'plain_text', text: 'Customer' },
      element: { type: 'external_select', action_id: 'value', initial_option },
    },
  ],
  text: '',
})

export const form = (view: ModalView): readonly Surface[] => [viewed(view)]

/** A renderer of one kind of message, on every message of that kind that the issue brings about. */
export const ofKind =
  <K extends Message['kind']>(kind: K, render: (message: Extract<Message, { kind: K }>) => Rendered): Builder =>
  ({ about }) =>
    messagesAbout(about)
      .filter((one): one is Extract<Message, { kind: K }> => one.kind === kind)
      .flatMap((one) => [answered(render(one)), posted(renderMessage(one))])
