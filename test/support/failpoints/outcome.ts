import type { Workplace } from './workplace.ts'

/** What is left of a step when all is quiet: of the timeline, and of what people see in Slack. */
export type Outcome = {
  /** The timeline in order. */
  readonly events: readonly string[]
  readonly state: string
  readonly owner: string | null
  /** Every message about the issue that stands in Slack: what it is, where, and the buttons on it. */
  readonly shown: readonly string[]
  readonly handovers: readonly string[]
  readonly reminders: readonly string[]
}

type Marked = { readonly key: string; readonly at: string; readonly said: string }

/** The messages in Slack that carry a key of ours. */
const markedMessages = ({ slack }: Workplace): readonly Marked[] =>
  [...slack.world.messages.values()].flat().flatMap((message) => {
    const { event_payload: payload } = (message.metadata ?? {}) as { event_payload?: { key?: string } }
    if (payload?.key === undefined || message.deleted) return []
    const texts = JSON.stringify(message.blocks ?? [])
    const buttons = [...texts.matchAll(/"type":"button".*?"text":"([^"]*)"/g)].map(([, text]) => text)
    const place = message.threadTs === undefined ? message.channel : `${message.channel}, in a thread`
    return [
      {
        key: payload.key,
        at: `${message.channel} ${message.ts}`,
        said: `${payload.key.split(':', 1)[0]} (${place}) [${buttons.join(', ')}]`,
      },
    ]
  })

const column = (found: readonly Record<string, unknown>[], name: string): string[] =>
  found.map((row) => String(row[name]))

/** Keys of which Slack shows more than one message; there must never be one. */
export const shownTwice = (workplace: Workplace): readonly string[] => {
  const keys = markedMessages(workplace).map(({ key }) => key)
  return keys.filter((key, i) => keys.indexOf(key) !== i)
}

/** Messages of which Slack and the database say different things. */
export const notAsNoted = async (workplace: Workplace): Promise<readonly string[]> => {
  const noted = await workplace.rows("SELECT key || ' ' || channel || ' ' || ts AS post FROM post WHERE ts IS NOT NULL")
  const standing = markedMessages(workplace).map(({ key, at }) => `${key} ${at}`)
  const posts = column(noted, 'post').filter((post) => !post.startsWith('refusal:'))
  return [...posts.filter((post) => !standing.includes(post)), ...standing.filter((post) => !posts.includes(post))]
}

/** Timelines with a gap, a number too many, or a time before the one ahead of it. */
export const brokenTimelines = async (workplace: Workplace): Promise<readonly string[]> =>
  column(
    await workplace.rows(`
      SELECT i.number FROM issue i JOIN (
        SELECT issue_number, count(*) AS events, min(seq) AS first, max(seq) AS last, bool_or(at < before) AS backwards
        FROM (SELECT *, lag(at) OVER (PARTITION BY issue_number ORDER BY seq) AS before FROM issue_event) AS e
        GROUP BY issue_number
      ) AS t ON t.issue_number = i.number
      WHERE t.first <> 1 OR t.last <> t.events OR i.event_count <> t.events OR t.backwards`),
    'number',
  )

/** What has become of one issue. */
export const outcomeOf = async (workplace: Workplace, number: number): Promise<Outcome> => {
  const of = (select: string) => workplace.rows(`${select} = $1`, number)
  const [issue] = await of('SELECT state, owner FROM issue WHERE number')
  const events = await workplace.rows('SELECT kind FROM issue_event WHERE issue_number = $1 ORDER BY seq', number)
  const about = await of('SELECT key FROM post WHERE issue_number')
  const reminding = await of('SELECT post AS key FROM reminder WHERE post IS NOT NULL AND issue_number')
  const keys = new Set(column([...about, ...reminding], 'key'))
  const shown = markedMessages(workplace).filter(({ key }) => keys.has(key))
  return {
    events: column(events, 'kind'),
    state: String(issue?.state),
    owner: issue?.owner ?? null,
    shown: shown.map(({ said }) => said).sort(),
    handovers: column(await of('SELECT state FROM handover WHERE issue_number'), 'state').sort(),
    reminders: column(
      await of("SELECT split_part(state, ':', 2) AS rung FROM reminder WHERE sent_at IS NOT NULL AND issue_number"),
      'rung',
    ).sort(),
  }
}

/** The digests that Slack shows, in order, and those that were due. */
export const digestsOf = async (
  workplace: Workplace,
): Promise<{ shown: readonly string[]; due: readonly string[] }> => {
  const due = await workplace.rows("SELECT 'digest:' || slot || ':' || time_zone AS key FROM digest")
  const keys = markedMessages(workplace).map(({ key }) => key)
  return { shown: keys.filter((key) => key.startsWith('digest:')).sort(), due: column(due, 'key').sort() }
}

/** How many messages of each kind stand. */
export const kindsOf = ({ shown }: Outcome): Readonly<Record<string, number>> => {
  const kinds = shown.map((one) => one.split(' ', 1)[0] ?? '')
  return Object.fromEntries(kinds.map((kind) => [kind, kinds.filter((one) => one === kind).length]))
}
