import type { IssueLine } from '#application/read-models.ts'
import type { Council } from '#domain/council.ts'
import { isQuiet } from '#domain/reminders/quiet.ts'
import { lineDecision } from '../words/deciding/lines.ts'
import { titleOf } from '../words/issue.ts'
import { departmentName } from '../words/labels.ts'
import { zoneOf } from '../words/people.ts'
import { dayUntil } from '../words/time/dates.ts'
import { span } from '../words/time/durations.ts'
import { waitedOn } from '../words/waiting/waits.ts'
import { oneLine, shortened } from './kit/text.ts'

/** What a line of a list has room for; the names in it are ended with “…” beyond that. */
const roomFor = { title: 300, standing: 400, words: 140 } as const

type Told = { readonly council: Council; readonly now: Date }

const standing = (issue: IssueLine, { council, now }: Told): readonly (string | undefined)[] => {
  const { state, owner, ownerName, department, handover, nextStepBy, lastUpdateAt } = issue
  const team = department === undefined ? undefined : departmentName(council, department)
  const where = team === undefined ? '' : ` (${team})`
  const held = owner === undefined ? 'no owner yet' : `${ownerName ?? 'somebody'}${where} answers`
  const told = state === 'resolved' ? 'resolved, customer not told yet' : undefined
  const quiet =
    lastUpdateAt !== undefined && isQuiet(council, { ...issue, lastUpdateAt }, now)
      ? `quiet for ${span(now.getTime() - lastUpdateAt.getTime())}`
      : undefined
  const when = nextStepBy && dayUntil(zoneOf(council, department), nextStepBy, now)
  const next = when && (nextStepBy <= now ? `next step was due ${when}` : `next step by ${when}`)
  const receiver = handover && (handover.to === department ? 'a colleague' : departmentName(council, handover.to))
  const asked = receiver && `${receiver} was asked to take over`
  const wait = issue.wait && `waiting on ${waitedOn(issue.wait, { council })}`
  return [
    owner === undefined && team !== undefined ? `${held}, ${team} was asked` : held,
    quiet,
    told,
    next,
    asked,
    lineDecision(issue),
    wait,
  ]
}

/** An issue in two or three lines: its title, where it stands, and the beginning of its words. */
export const issueLine = (issue: IssueLine, told: Told): string => {
  const open = `open ${span(told.now.getTime() - issue.flaggedAt.getTime())}`
  const words = shortened(oneLine(issue.words ?? ''), roomFor.words)
  const stands = [...standing(issue, told), open].filter((piece) => piece !== undefined).join(' · ')
  return [
    shortened(titleOf(told.council, issue), roomFor.title),
    shortened(stands, roomFor.standing),
    words === '' ? undefined : `"${words}"`,
  ]
    .filter((piece) => piece !== undefined)
    .join('\n')
}
