import { mostAlike } from '#domain/alike.ts'
import { peopleOf } from '#domain/council.ts'
import type { Digest } from '#domain/week/digest.ts'
import { messageAbout } from '../../messages/compose-message.ts'
import { choiceFor } from '../../messages/deciding/deciding.ts'
import { cardKey } from '../../messages/drafts.ts'
import type { About, Message, Post } from '../../messages/message.ts'
import type { Ports, WorkspaceId } from '../../ports.ts'
import { leftBehind } from '../availability/left-behind.ts'
import { viewerOf } from '../reading/list-issues.ts'
import { composeReminders } from './compose-reminders.ts'
import { namesIn } from './names-in.ts'

type Deps = Pick<Ports, 'read' | 'posts' | 'clock' | 'directory' | 'queries'>

/** The digest names the customers of open issues only, as they are called when it is posted. */
export const namedDigest = async (deps: Pick<Ports, 'read'>, workspaceId: WorkspaceId, digest: Digest) => {
  const open = digest.needsSomeone.issues.filter((issue) => !issue.restricted).map((issue) => issue.number)
  return { digest, customers: await deps.read(workspaceId, (tx) => tx.customers.namesOf(open)) }
}

const nameOfPlace = async (deps: Deps, workspaceId: WorkspaceId, place: string): Promise<string | undefined> => {
  const known = await deps.read(workspaceId, (tx) => tx.people.byIds([place]))
  const name = known.get(place)?.name ?? (await deps.directory.channel(workspaceId, place))?.name
  return name === '' ? undefined : name
}

const messageAlone = async (
  deps: Deps,
  workspaceId: WorkspaceId,
  { subject, key }: Post,
): Promise<Message | undefined> => {
  switch (subject.kind) {
    case 'refusal':
      return { ...subject, names: await namesIn(deps)({ workspaceId, details: subject.details }) }
    case 'place_closed': {
      const name = await nameOfPlace(deps, workspaceId, subject.place)
      return { ...subject, ...(name === undefined ? {} : { name }) }
    }
    case 'departure': {
      const left = await leftBehind(deps, workspaceId, subject)
      return left && { kind: 'departure', ...left }
    }
    case 'digest': {
      const council = await deps.read(workspaceId, (tx) => tx.councils.current())
      return { kind: 'digest', council, ...(await namedDigest(deps, workspaceId, subject.digest)) }
    }
    case 'reminders':
      return composeReminders(deps, workspaceId, key, subject.person)
    default:
      return undefined
  }
}

/** How many open issues of the same customer are compared. */
const compared = 10

/** For the flagger of an issue that nobody works on yet: one of the same customer that may tell of the same. */
const similarTo = async (
  deps: Deps,
  workspaceId: WorkspaceId,
  { subject }: Post,
  { council, story: { issue, timeline } }: About,
): Promise<Pick<About, 'similar'>> => {
  if (subject.kind !== 'receipt' || subject.follower || issue.state !== 'flagged' || issue.customer === undefined)
    return {}
  const of = { customer: issue.customer, except: issue.number }
  const others = await deps.queries.ofCustomer(workspaceId, viewerOf(council, subject.person), of, compared)
  const words = timeline[0]?.words?.text.slice(0, 200)
  const similar = mostAlike({ ...issue, ...(words === undefined ? {} : { words }) }, others)
  return similar === undefined ? {} : { similar }
}

/** For the council's channel: whom it can name with a press. */
const choiceIn = async (
  deps: Deps,
  workspaceId: WorkspaceId,
  { subject }: Post,
  { council, story, now }: About,
): Promise<Pick<About, 'choice'>> => {
  if (subject.kind !== 'decision' || story.issue.decision === undefined) return {}
  const { owner } = story.issue
  const people = await deps.read(workspaceId, (tx) =>
    tx.people.byIds([...peopleOf(council), ...(owner === undefined ? [] : [owner])]),
  )
  const choice = choiceFor(story, { council, people, now })
  return choice === undefined ? {} : { choice }
}

/** What a message of the bot should say now, from what it is about; undefined when there is nothing left to say. */
export const composePost = async (deps: Deps, workspaceId: WorkspaceId, post: Post): Promise<Message | undefined> => {
  const { subject, issue } = post
  if (issue === undefined || subject.kind === 'refusal') return messageAlone(deps, workspaceId, post)
  const now = deps.clock.now()
  const about = await deps.read(workspaceId, async (tx) => {
    const council = await tx.councils.current()
    const reader = 'person' in subject ? (await tx.people.byIds([subject.person])).get(subject.person) : undefined
    const story = await tx.issues.story(issue, council)
    return { council, story, now, ...(reader === undefined ? {} : { readerZone: reader.timeZone }) }
  })
  const current =
    subject.kind === 'card' || subject.kind === 'left'
      ? await deps.posts.find(workspaceId, cardKey(issue, about.story.issue.card))
      : undefined
  const more = {
    ...(await similarTo(deps, workspaceId, post, about)),
    ...(await choiceIn(deps, workspaceId, post, about)),
  }
  return messageAbout(subject, { ...about, ...more }, current?.link)
}
