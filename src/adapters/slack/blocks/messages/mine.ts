import type { Message } from '#application/messages/message.ts'
import type { TimelineEntry } from '#application/read-models.ts'
import { nextStepBlock } from '../../values.ts'
import { endedSentence } from '../../words/ended.ts'
import { nameIn, storyTitle } from '../../words/issue.ts'
import { nextStepSentence } from '../../words/stories/commitments.ts'
import { tell } from '../../words/timeline.ts'
import { row } from '../kit/actions.ts'
import { line, type Part, text } from '../kit/rich.ts'
import { message, type Rendered } from '../kit/shown.ts'
import { nextStepPicker } from './card.ts'
import { openConsults } from './consulting/open-consults.ts'
import { cannotButton } from './deciding/buttons.ts'
import { takeBackButton } from './parts/handover-buttons.ts'
import {
  addUpdateButton,
  closeLoopButton,
  fridayButton,
  handOverButton,
  keptButton,
  passButton,
  promiseButton,
  releaseButton,
  resolveButton,
  todayButton,
  tomorrowButton,
} from './parts/issue-buttons.ts'
import { customerWords, entryWords } from './parts/issue-parts.ts'
import { triedBefore } from './parts/tried-before.ts'

type Mine = Extract<Message, { kind: 'mine' }>

const ownerships = new Set(['claimed', 'handover_accepted', 'pass_accepted', 'reopened', 'decided', 'moved_at_once'])

type Placed = Extract<TimelineEntry, { kind: 'decided' | 'moved_at_once' }>

/** By whom they were named, without being asked. */
const named = ({ kind, owner, before }: Placed, { story }: Mine, until: string): string => {
  const name = nameIn(story)
  if (kind === 'moved_at_once')
    return `${name} is urgent, so it is yours at once, ${until}. The council looks at it afterwards.`
  return owner === before
    ? `The council left ${name} with you. It is yours ${until}, and only the council moves it now.`
    : `The council named you: ${name} is yours now, ${until}.`
}

/** Since when it is theirs; after a reopening, what is still wrong. */
const yours = (mine: Mine): readonly (Part | undefined)[] => {
  const { story } = mine
  const until = `until ${story.customerName ?? 'the customer'} was told`
  const since = story.timeline.findLast((entry) => ownerships.has(entry.kind))
  if (since?.kind === 'decided' || since?.kind === 'moved_at_once') return [line(named(since, mine, until))]
  if (since?.kind !== 'reopened') return [line(`${nameIn(story)} is yours now, ${until}.`)]
  return [
    line(`${tell(since, mine)} ${nameIn(story)} is yours again, ${until}. What is still wrong:`),
    entryWords(since, mine, 'person'),
  ]
}

const nextStep = (mine: Mine): Rendered => {
  const { story, releasable } = mine
  const { number, handover } = story.issue
  const promised = nextStepSentence(mine)
  const asked =
    promised === undefined
      ? line({ bold: 'Next step by' }, ': one press tells everybody who waits.')
      : line({ bold: promised }, ' You can move it:')
  return message(
    text(line({ bold: storyTitle(mine) }), customerWords(mine, 'person')),
    text(...yours(mine), ...(mine.named ? triedBefore(mine) : []), asked),
    openConsults(mine),
    row(
      [todayButton(number), tomorrowButton(number), fridayButton(number), nextStepPicker(mine, 'A date')],
      nextStepBlock(number),
    ),
    row([
      releasable && releaseButton(number),
      mine.named && cannotButton(number),
      addUpdateButton(number),
      story.issue.promiseBy !== undefined && keptButton(number),
      promiseButton(number),
      handOverButton(number),
      handover !== undefined && handover.pass === undefined && takeBackButton(number, handover.id),
      passButton(number),
      resolveButton(number),
    ]),
  )
}

/** Asks the owner for the next step, and after the solution to close the loop. */
export const renderMine = (mine: Mine): Rendered => {
  const { story } = mine
  if (mine.open === 'no') return message(text(line(endedSentence(mine))))
  if (mine.open === 'next_step') return nextStep(mine)
  const customer = story.customerName ?? 'the customer'
  return message(
    text(
      line({ bold: storyTitle(mine) }),
      line(`${nameIn(story)} is resolved. Tell ${customer}, then close the loop.`),
    ),
    row([closeLoopButton(story.issue.number)]),
  )
}
