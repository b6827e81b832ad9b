import type { History, PostRow, Standing } from './history.ts'
import type { Broken } from './watch.ts'

/** Left out when it was settled before it could be sent. */
const mayBeObsolete = new Set([
  ...['ask', 'handover', 'pass', 'departure', 'route', 'council_ask', 'mine', 'refusal', 'reminders', 'left'],
  ...['ask_first', 'first_answer'],
])

const byKey = (standing: readonly Standing[]): Map<string, Standing[]> => Map.groupBy(standing, ({ key }) => key)

/** The place in the timeline that a message tells of. */
const seqIn = (key: string): number | undefined => {
  const [kind = '', , second = ''] = key.split(':')
  return [
    'story',
    'news',
    'mine',
    'ask',
    'handover',
    'route',
    'returned',
    'council_note',
    'ask_first',
    'first_answer',
  ].includes(kind)
    ? Number(second)
    : undefined
}

/** Whoever follows an issue no more hears nothing of it, also not what was on its way. */
const unfollowed = ({ timelines }: History, { issue, place }: PostRow): boolean =>
  timelines.get(issue ?? 0)?.some(({ kind, data }) => kind === 'unfollowed' && data.person === place) === true

const checkPosts = (history: History): Broken[] => {
  const { posts, standing, issues, closed } = history
  const stands = byKey(standing)
  const known = new Map(posts.map((post) => [post.key, post]))
  const current = new Set(issues.map(({ number, card }) => `card:${number}:${card}`))
  const mustStand = (post: PostRow): boolean => {
    if (post.kind === 'card') return current.has(post.key)
    if (post.kind === 'story') return known.get(post.threadOf ?? '')?.ts != null
    if (closed.has(post.place)) return false
    if (post.kind === 'news' && unfollowed(history, post)) return false
    return !mayBeObsolete.has(post.kind)
  }
  return [
    ...posts
      .filter((post) => post.ts === null && mustStand(post))
      .map(({ key, place }) => ({ promise: 'nothing that is to be said is lost', evidence: `${key} for ${place}` })),
    ...posts
      .filter((post) => post.ts !== null && post.kind !== 'refusal')
      .filter(({ key, channel, ts }) => !stands.get(key)?.some((one) => one.channel === channel && one.ts === ts))
      .map(({ key, channel, ts }) => ({
        promise: 'a message stands where it was noted',
        evidence: `${key} ${channel} ${ts}`,
      })),
    ...[...stands]
      .filter(([key, all]) => all.length > 1 || !known.has(key))
      .map(([key, all]) => ({
        promise: 'each message stands at most once',
        evidence: `${key}: ${all.map(({ channel, ts }) => `${channel} ${ts}`)}`,
      })),
  ]
}

const checkCards = ({ issues, standing }: History): Broken[] => {
  const stands = byKey(standing.filter(({ key }) => key.startsWith('card:')))
  return issues.flatMap(({ number, card, state }) => {
    const live = stands.get(`card:${number}:${card}`) ?? []
    const open = state === 'flagged' || state === 'claimed' || state === 'resolved'
    const old = Array.from({ length: card - 1 }, (_, at) => stands.get(`card:${number}:${at + 1}`) ?? []).flat()
    return [
      ...(live.length === 1 && (!open || (live[0]?.buttons ?? 0) > 0)
        ? []
        : [
            {
              promise: 'exactly one live card',
              evidence: `CX-${number} (${state}): card ${card} stands ${live.length} times`,
            },
          ]),
      ...old
        .filter(({ buttons }) => buttons > 0)
        .map(({ key }) => ({ promise: 'an old card has no buttons', evidence: `CX-${number}: ${key} of ${card}` })),
    ]
  })
}

/** Messages about one issue in one place tell its story in the order in which it happened. */
const checkOrder = ({ posts }: History): Broken[] => {
  const shown = posts.filter((post) => post.ts !== null && post.issue !== null && seqIn(post.key) !== undefined)
  const places = Map.groupBy(
    shown,
    ({ issue, channel, threadOf, kind }) => `CX-${issue} ${channel} ${kind === 'story' ? threadOf : ''}`,
  )
  return [...places].flatMap(([place, all]) => {
    const inSlack = all.toSorted((one, other) => `${one.ts}`.localeCompare(`${other.ts}`)).map(({ key }) => key)
    const seqs = inSlack.map((key) => seqIn(key) ?? 0)
    return seqs.every((seq, at) => at === 0 || seq >= (seqs[at - 1] ?? 0))
      ? []
      : [{ promise: 'messages stand in order', evidence: `${place}: ${inSlack.join(', ')}` }]
  })
}

/** What stands in Slack against what was to be said. */
export const checkMessages = (history: History): Broken[] => {
  const digests = history.standing.filter(({ key }) => key.startsWith('digest:')).length
  const mayLack = history.posts.some(({ kind, place }) => kind === 'digest' && history.closed.has(place))
  return [
    ...checkPosts(history),
    ...checkCards(history),
    ...checkOrder(history),
    ...(digests === history.digests.length || (mayLack && digests < history.digests.length)
      ? []
      : [{ promise: 'one digest per slot', evidence: `${digests} stand for ${history.digests.length} slots` }]),
  ]
}
