import type { ModalView } from '@slack/types'
import type { HandOverForm } from '#application/forms.ts'
import type { OpenedEntry } from '#application/messages/deciding/deciding.ts'
import { modal } from '../blocks/kit/modal.ts'
import { line, text } from '../blocks/kit/rich.ts'
import { readOnlyIds } from '../names.ts'
import { nameIn } from '../words/issue.ts'
import { councilReasons, departmentName } from '../words/labels.ts'
import { withDepartment } from '../words/people.ts'
import { aboutIssue } from './kit/fields.ts'

/** A sentence in place of a form, for what belongs to none of its fields. */
export const answerView = (title: string, sentence: string): ModalView =>
  modal({ id: readOnlyIds.answer, title, parts: [text(line(sentence))] })

type Opened = Pick<OpenedEntry, 'to' | 'why' | 'review'>

/** Says that an issue may not move without the council, why, and what happens now. */
export const councilAnswerView = (form: HandOverForm, { to, why, review }: Opened): ModalView => {
  const { story, council } = form
  const name = nameIn(story)
  const { owner, department } = story.issue
  const where = to === undefined ? 'on' : `to ${departmentName(council, to)}`
  const told = review
    ? [
        line({ bold: `${withDepartment(form, owner, department)} answers for ${name} now.` }),
        line(`It could not simply be handed ${where}, because ${councilReasons[why]}.`),
        line(
          'It is urgent, so it moved at once. The council was told, with what you wrote, and looks at it afterwards.',
        ),
      ]
    : [
        line({ bold: `${name} stays with you for now.` }),
        line(`It was not handed ${where}, because ${councilReasons[why]}.`),
        line('The council was told, with what you wrote, and decides where it ends. You answer for it until then.'),
      ]
  return modal({
    id: readOnlyIds.answer,
    title: 'Hand over or consult',
    parts: [aboutIssue(form), text(...told)],
  })
}
