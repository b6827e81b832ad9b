import type { ModalView } from '@slack/types'
import type { About } from '#application/messages/message.ts'
import { type Issue, isOpen } from '#domain/issue/issue.ts'
import { row } from '../blocks/kit/actions.ts'
import { fits, modal } from '../blocks/kit/modal.ts'
import type { Shown } from '../blocks/kit/shown.ts'
import {
  addUpdateButton,
  editButton,
  followButton,
  linkButton,
  mergeButton,
  moreMenu,
} from '../blocks/messages/parts/issue-buttons.ts'
import { type Room, wholeStory } from '../blocks/whole-story.ts'
import { readOnlyIds } from '../names.ts'
import { nameIn } from '../words/issue.ts'

const roomy: Room = { words: 3000, entries: 60 }
const narrow: Room = { words: 300, entries: 60 }

/** What can be done with an issue that one has read. */
const doing = ({ number, state }: Issue): Shown =>
  row([
    addUpdateButton(number),
    editButton(number),
    followButton(number),
    mergeButton(number),
    linkButton(number),
    state === 'claimed' && moreMenu(number, ['next_step', 'promise', 'pass', 'withdraw']),
    state === 'resolved' && moreMenu(number, ['promise', 'withdraw']),
  ])

const viewWith = (about: About, room: Room): ModalView =>
  modal({
    id: readOnlyIds.show,
    title: nameIn(about.story),
    parts: [...wholeStory(about, room), isOpen(about.story.issue) && doing(about.story.issue)],
  })

/** The whole issue to be read: everything that people wrote, unless that is more than Slack shows in one place. */
export const showView = (about: About): ModalView => {
  const view = viewWith(about, roomy)
  return fits(view) ? view : viewWith(about, narrow)
}
