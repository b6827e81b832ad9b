import type { ModalView } from '@slack/types'
import { limits } from './limits.ts'
import { label } from './plain.ts'
import { type Shown, together } from './shown.ts'

export type ModalParts = {
  readonly id: string
  readonly title: string
  /** Left out where there is nothing to send. */
  readonly submit?: string
  /** Ids only, as text. */
  readonly metadata?: string
  readonly parts: readonly (Shown | false | undefined)[]
}

/** A modal. */
export const modal = ({ id, title, submit, metadata, parts }: ModalParts): ModalView => ({
  type: 'modal',
  callback_id: id,
  title: label(title, limits.title),
  close: label(submit === undefined ? 'Close' : 'Cancel', limits.title),
  ...(submit === undefined ? {} : { submit: label(submit, limits.title) }),
  ...(metadata === undefined ? {} : { private_metadata: metadata }),
  blocks: together(...parts).blocks.slice(0, limits.viewBlocks),
})

/** Whether a view is small enough for Slack, in blocks and bytes. */
export const fits = (view: ModalView): boolean =>
  view.blocks.length < limits.viewBlocks && Buffer.byteLength(JSON.stringify(view)) < limits.viewBytes
