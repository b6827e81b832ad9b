import type { ModalView } from '@slack/types'
import type { WayForm } from '#application/forms.ts'
import { handoverReasons } from '#domain/issue/issue.ts'
import { modal } from '../../blocks/kit/modal.ts'
import { line, text } from '../../blocks/kit/rich.ts'
import { readOnlyIds } from '../../names.ts'
import { passView } from '../availability/pass-on.ts'
import { handOverView } from '../hand-over.ts'
import { aboutIssue } from '../kit/fields.ts'
import { given } from '../kit/given.ts'
import { metadata } from '../kit/metadata.ts'
import { consultView, handsView, type Typed } from './ask.ts'
import { wayInput, wayRow } from './way.ts'

/** A way that is closed now: why, and the other ways. */
const closedWay = (form: WayForm, sentence: string): ModalView =>
  modal({
    id: readOnlyIds.answer,
    title: 'Hand over or consult',
    metadata: metadata({ issue: form.story.issue.number }),
    parts: [aboutIssue(form), wayRow(form.way), text(line(sentence))],
  })

const handOver = (form: WayForm, { text: need = '', department: to = '', reason, brief }: Typed): ModalView => {
  const known = handoverReasons.find((one) => one === reason)
  return handOverView(form, undefined, {
    number: form.story.issue.number,
    to,
    need,
    ...given({ reason: known, brief }),
  })
}

/** *Hand over or consult* with the fields of the way that is chosen; `refused` says why it cannot go that way now. */
export const anyWayView = (form: WayForm, refused?: string, typed: Typed = {}): ModalView => {
  if (refused !== undefined) return closedWay(form, refused)
  switch (form.way) {
    case 'consult':
      return consultView(form, typed)
    case 'hands':
      return handsView(form, typed)
    case 'hand_over':
      return handOver(form, typed)
    case 'pass':
      return passView({ ...form, colleagues: form.colleagues ?? [] }, { above: wayInput('pass'), note: typed.text })
  }
}
