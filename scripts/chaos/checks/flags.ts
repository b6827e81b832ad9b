import type { PracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import type { Flag } from '../people/person.ts'
import type { History } from './history.ts'
import type { Broken } from './watch.ts'

/** Slack was told with 2xx that the flag is safe, or the form closed. */
export const isAccepted = ({ delivery, taken }: Flag): boolean =>
  taken === true || delivery?.attempts.some(({ status = 0 }) => status >= 200 && status < 300) === true

const issuesOf = ({ words }: History, { marker }: Flag): number[] =>
  words.filter(({ kind, text }) => kind === 'what_happened' && text.includes(marker)).map(({ issue }) => issue)

const checkFlag = (history: History, flag: Flag): Broken[] => {
  const found = issuesOf(history, flag)
  const said = `${flag.via} ${flag.marker} by ${flag.by}: ${found.map((number) => `CX-${number}`).join(', ') || 'none'}`
  if (flag.idle)
    return found.length === 0 ? [] : [{ promise: 'only members flag, and not where outsiders read', evidence: said }]
  if (found.length > 1) return [{ promise: 'a flag is one issue', evidence: said }]
  return isAccepted(flag) && found.length === 0 ? [{ promise: 'no accepted flag is lost', evidence: said }] : []
}

/** Words of a private place that were not shared stand in no public channel. */
const checkWithheld = (
  { issues, words, standing }: History,
  flags: readonly Flag[],
  slack: PracticeWorkspace,
): Broken[] => {
  const isPublic = (channel: string): boolean => slack.world.channels.get(channel)?.kind === 'public'
  const inPublic = standing.filter(({ channel }) => isPublic(channel))
  const withheld = issues.filter(({ audience, words_shared: shared }) => audience === 'restricted' && !shared)
  return withheld.flatMap(({ number }) => {
    const text = words.find(({ issue, kind }) => issue === number && kind === 'what_happened')?.text ?? ''
    const marker = flags.find((flag) => text.includes(flag.marker))?.marker
    return inPublic
      .filter((message) => marker !== undefined && message.text.includes(marker))
      .map(({ key, channel }) => ({
        promise: 'withheld words stay withheld',
        evidence: `CX-${number}: ${key} in ${channel}`,
      }))
  })
}

/** Every try to flag something against the issues there are. */
export const checkFlags = (history: History, flags: readonly Flag[], slack: PracticeWorkspace): Broken[] => [
  ...flags.flatMap((flag) => checkFlag(history, flag)),
  ...checkWithheld(history, flags, slack),
]
