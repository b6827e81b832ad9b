import type { Message } from '#application/messages/message.ts'
import { issueName } from '#domain/issue/issue.ts'
import type { Waiting } from '#domain/week/digest-waiting.ts'
import { digestHeadline, digestMoves, digestNumbers, digestTime, digestTogether } from '../../../words/digest.ts'
import { departmentName } from '../../../words/labels.ts'
import { counted, shortSpan } from '../../../words/time/durations.ts'
import { row } from '../../kit/actions.ts'
import { muted } from '../../kit/plain.ts'
import { line, text } from '../../kit/rich.ts'
import { message, type Rendered, type Shown, together } from '../../kit/shown.ts'
import { oneLine } from '../../kit/text.ts'
import { claimButton, openButton } from '../parts/issue-buttons.ts'

type DigestMessage = Extract<Message, { kind: 'digest' }>

/** “CX-51 Kestrel, no owner 1 d”; of a restricted issue nothing but its number. */
const waitingLine = (waiting: Waiting, { digest, council, customers }: DigestMessage): string => {
  const { number, department, restricted, since } = waiting
  const ms = Math.max(0, new Date(digest.period.to).getTime() - new Date(since).getTime())
  const known = customers[number] ?? (department === undefined ? undefined : departmentName(council, department))
  const whose = restricted || known === undefined ? '' : ` ${oneLine(known)}`
  return `${issueName(number)}${whose}, no owner ${shortSpan(ms)}`
}

const needsSomeone = (message: DigestMessage): Shown | undefined => {
  const { issues, more } = message.digest.needsSomeone
  if (issues.length === 0) return undefined
  return together(
    text(line({ bold: 'Needs someone:' })),
    ...issues.map((waiting) =>
      together(
        text(line(waitingLine(waiting, message))),
        row([claimButton(waiting.number), openButton(waiting.number)]),
      ),
    ),
    more > 0 && muted(`and ${counted(more, 'more issue')} without an owner: /cx list`),
  )
}

/** The weekly post to the council's channel: issues and departments, no names, no words of customers. */
export const renderDigest = (digestMessage: DigestMessage): Rendered => {
  const { digest, preview } = digestMessage
  return message(
    text(
      line({ bold: digestHeadline(digest, preview) }),
      ...digestNumbers(digest).map(([numbers, said]) => line(numbers, said)),
      line({ italic: digestTogether(digest) }),
    ),
    needsSomeone(digestMessage),
    muted(digestMoves(digest), digestTime(digest)),
  )
}
