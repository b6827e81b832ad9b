import type { Council } from '#domain/council.ts'
import { broken, type Finding, ok, span } from './finding.ts'

/** When the next digest comes; `at` is undefined when it never does. */
export const digestFinding = ({ digest, calendar }: Council, at: Date | undefined, now: Date): Finding => {
  if (at === undefined)
    return broken(
      'digest',
      `“${digest}” never comes round.`,
      'Write another digest time in the council file and apply it.',
    )
  const { timeZone } = calendar
  const shown = new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(at)
  return ok('digest', `The next one comes ${shown} (${timeZone}), in ${span(at.getTime() - now.getTime())}.`)
}
