import type { Issue } from '../issue/issue.ts'
import type { Step } from './reminder.ts'

/** On the day that was named, its owner is asked once whether it still waits. */
export const wait = ({ wait: waiting, owner, state }: Issue): readonly Step[] =>
  waiting?.until === undefined || owner === undefined || state !== 'claimed'
    ? []
    : [
        {
          kind: 'wait',
          state: `${waiting.since.toISOString()}:${waiting.until.toISOString()}`,
          dueAt: waiting.until,
          persons: [owner],
        },
      ]
