import type { Message } from '#application/messages/message.ts'
import { departmentOf } from '#domain/council.ts'
import { routeToIds } from '../../../names.ts'
import { routeValue } from '../../../values.ts'
import { askEnding } from '../../../words/ended.ts'
import { nameIn, storyTitle } from '../../../words/issue.ts'
import { departmentName } from '../../../words/labels.ts'
import { somebodyFirst } from '../../../words/people.ts'
import { moment } from '../../../words/time/dates.ts'
import { button, row } from '../../kit/actions.ts'
import { line, text } from '../../kit/rich.ts'
import { message, type Rendered } from '../../kit/shown.ts'
import { routeButton, seeAllButton } from '../parts/issue-buttons.ts'
import { customerWords } from '../parts/issue-parts.ts'
import { reasonsAgainst, turnedDownBy } from '../parts/turned-down.ts'

type Route = Extract<Message, { kind: 'route' }>

const until = ({ story, council, now, readerZone, suggestions }: Route): string => {
  const { routeBy } = story.issue
  const first = suggestions[0]
  if (routeBy === undefined || routeBy <= now || first === undefined) return ''
  const by = moment(readerZone ?? council.calendar.timeZone, routeBy, now)
  return ` If nobody chooses by ${by}, I'll ask ${departmentName(council, first)}.`
}

const why = (route: Route): string => {
  const { story } = route
  const against = turnedDownBy(route)
  return against === undefined
    ? `${somebodyFirst(story, story.issue.flaggedBy)} flagged ${nameIn(story)}, and the map does not say whose it is.`
    : `${against} said that ${nameIn(story)} is not theirs.`
}

/** Asks chair and deputy where an issue belongs; afterwards one line says where it went. */
export const renderRoute = (route: Route): Rendered => {
  const { story, council, suggestions } = route
  const { number } = story.issue
  if (!route.open) return message(text(line(askEnding(route))))
  const known = suggestions.filter((key) => departmentOf(council, key) !== undefined)
  const choices = routeToIds.map((actionId, i) => {
    const key = known[i]
    return (
      key !== undefined &&
      button(departmentName(council, key), actionId, routeValue({ issue: number, department: key }))
    )
  })
  return message(
    text(
      line(why(route)),
      line({ bold: storyTitle(route) }),
      customerWords(route, 'person'),
      ...reasonsAgainst(route),
      line(`Where should it go?${until(route)}`),
    ),
    row([...choices, routeButton(number), seeAllButton(number)]),
  )
}
