import { type Bounces, mostTold } from '#application/use-cases/reading/view-bounces.ts'
import {
  aroundLine,
  bouncesSummary,
  bouncesTitle,
  decidedLine,
  noPairs,
  pairLine,
  stoppedLine,
} from '../../words/bounces/bounces.ts'
import { muted } from '../kit/plain.ts'
import { bullets, line, text } from '../kit/rich.ts'
import { message, type Rendered, type Shown, together } from '../kit/shown.ts'

/** A heading with its first lines; nothing where there is none. */
const part = <T>(title: string, all: readonly T[], said: (one: T) => string): Shown | undefined => {
  if (all.length === 0) return undefined
  const left = all.length - mostTold
  return together(
    text(line({ bold: `${title} (${all.length})` }), bullets(...all.slice(0, mostTold).map((one) => [said(one)]))),
    left > 0 && muted(`and ${left} more`),
  )
}

/** `/cx bounces`: pairs of departments, what was sent around, what was stopped, and what the council decided. */
export const renderBounces = (bounces: Bounces): Rendered => {
  const { report } = bounces
  const { pairs, sentAround, stopped, decided, tried } = report
  return message(
    text(line({ bold: bouncesTitle(bounces) }), line(bouncesSummary(bounces))),
    part('Between departments', pairs, (pair) => pairLine(pair, bounces)),
    pairs.length === 0 && tried > 0 && muted(noPairs),
    part('Sent around', sentAround, (issue) => aroundLine(issue, bounces)),
    part('Stopped', stopped, (move) => stoppedLine(move, bounces)),
    part('Decided by the council', decided, (decision) => decidedLine(decision, bounces)),
    muted('Of the issues that you may see. Tries count whether they were accepted, returned or left unanswered.'),
  )
}
