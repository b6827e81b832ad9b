import type { LeftBehind } from '#application/departures.ts'
import type { Hostile } from './hostile.ts'
import { later } from './stories.ts'

const whys = ['deactivated', 'not_member', 'left_channel', 'left_department'] as const

/** What somebody with a hostile name left behind: everything, little, and nothing any more. */
export const leftBehindOf = ({ name, about: { council, story } }: Hostile): readonly LeftBehind[] => {
  const next = { id: 'U0LOU', name }
  const issue = {
    number: 999_999_999,
    severity: 'urgent',
    stage: 'pay',
    state: 'resolved',
    flaggedAt: later(-400),
    customerName: story.customerName ?? name,
  } as const
  const cell = { stage: 'pay', region: name, role: 'backup' } as const
  const all: LeftBehind = {
    id: 'd'.repeat(36),
    person: 'U0DANA',
    council,
    department: 'billing',
    gone: { id: 'U0BEN', name },
    why: 'deactivated',
    open: true,
    issues: Array.from({ length: 80 }, () => ({ ...issue, next })),
    more: 500,
    cells: Array.from({ length: 60 }, () => ({ ...cell, next })),
    duties: ['chair', 'deputy', 'council', 'lead', 'member', 'on_call'],
    now: later(30),
  }
  const few = { ...all, issues: [issue], more: 0, cells: [cell] }
  return whys.flatMap((why) => [
    { ...all, why },
    { ...all, why, issues: all.issues.slice(0, 6) },
    { ...few, why },
    { ...few, why, issues: [], cells: [], duties: [], open: false },
  ])
}
