import type { ModalView } from '@slack/types'
import type { HandOverForm } from '#application/forms.ts'
import type { CouncilWhy } from '#domain/issue/issue.ts'
import { modal } from '../blocks/kit/modal.ts'
import { line, text } from '../blocks/kit/rich.ts'
import { readOnlyIds } from '../names.ts'
import { nameIn } from '../words/issue.ts'
import { councilReasons, departmentName } from '../words/labels.ts'
import { aboutIssue } from './kit/fields.ts'

/** A sentence in place of a form, for what belongs to none of its fields. */
export const answerView = (title: string, sentence: string): ModalView =>
  modal({ id: readOnlyIds.answer, title, parts: [text(line(sentence))] })

/** Says that an issue may not move without the council, why, and that the council was told. */
export const councilAnswerView = (form: HandOverForm, { to, why }: { to: string; why: CouncilWhy }): ModalView => {
  const name = nameIn(form.story)
  const department = departmentName(form.council, to)
  return modal({
    id: readOnlyIds.answer,
    title: 'Hand over or consult',
    parts: [
      aboutIssue(form),
      text(
        line({ bold: `${name} stays with you for now.` }),
        line(`It was not handed to ${department}, because ${councilReasons[why]}.`),
        line('The council was told, with what you wrote, and decides where it ends. You answer for it until then.'),
      ),
    ],
  })
}
