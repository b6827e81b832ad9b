import { plain } from '#adapters/doctor/print.ts'
import { tell } from '#adapters/slack/words/timeline.ts'
import type { About } from '#application/messages/message.ts'
import type { TimelineEntry } from '#application/read-models.ts'
import { issueName } from '#domain/issue/issue.ts'
import { orStopped, type Terminal } from '../terminal.ts'
import { issueNamed, orNoSuchIssue } from './issue-named.ts'
import { withStorage } from './with-storage.ts'

type Named = { readonly id: string; readonly name?: string }

const named = (id: string, { story }: About): Named => {
  const name = story.names[id]
  return name === undefined ? { id } : { id, name }
}

/** An event as one line of JSON; its shape is promised in docs/privacy.md. */
const asJson = (entry: TimelineEntry, about: About): string => {
  const { seq, at, kind, actor, onBehalfOf, words, erased, ...data } = entry
  return JSON.stringify({
    issue: issueName(about.story.issue.number),
    seq,
    at,
    kind,
    who: actor === undefined ? null : named(actor, about),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf: named(onBehalfOf, about) }),
    says: tell(entry, about),
    data,
    words: erased ? { erased: true } : (words ?? null),
  })
}

const asText = (entry: TimelineEntry, about: About): readonly string[] => {
  const { actor, words, erased } = entry
  const who = actor === undefined ? '' : ` (${about.story.names[actor] ?? actor})`
  return [
    `${entry.at.toISOString()}  ${plain(tell(entry, about))}${plain(who)}`,
    ...(words === undefined ? [] : words.text.split('\n').map((text) => `    ${plain(text)}`)),
    ...(erased ? ['    These words were erased.'] : []),
  ]
}

/** Every event of an issue, restricted or not, with who, when, what and why. */
export const timeline = async (typed: string | undefined, json: boolean, terminal: Terminal): Promise<void> => {
  const number = issueNamed(typed)
  await withStorage(terminal, async ({ storage, workspaceId }) => {
    const { read, clock } = storage.ports
    const reading = read(workspaceId, async (tx): Promise<About> => {
      const council = await tx.councils.current()
      return { council, story: await tx.issues.story(number), now: clock.now() }
    })
    const about = await orStopped(orNoSuchIssue(number, reading), terminal.stopped)
    for (const entry of about.story.timeline)
      for (const line of json ? [asJson(entry, about)] : asText(entry, about)) terminal.say(line)
  })
}
