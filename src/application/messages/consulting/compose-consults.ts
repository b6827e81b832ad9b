import type { PersonId } from '#domain/council.ts'
import type { IssueStory, TimelineEntry } from '../../read-models.ts'
import type { About, Message } from '../message.ts'
import type { ConsultSubject } from './consult-messages.ts'

type Of<K extends ConsultSubject['kind']> = Extract<ConsultSubject, { kind: K }>

const ownerships = new Set<TimelineEntry['kind']>(['claimed', 'handover_accepted', 'pass_accepted', 'reopened'])

/** The key of the message that told somebody that an issue is theirs, if they are its owner. */
const mineKey = ({ issue, timeline }: IssueStory, person: PersonId): string | undefined => {
  const since = timeline.findLast((entry) => ownerships.has(entry.kind))
  return since === undefined || issue.owner !== person ? undefined : `mine:${issue.number}:${since.seq}:${person}`
}

/** What somebody is asked, as it stands; whoever helps in the place of another is told here too. */
export const consultMessage = ({ id, person }: Of<'consult'>, about: About, entry: TimelineEntry): Message => {
  const consult = about.story.issue.consults.find((one) => one.id === id)
  const isTheirs = consult !== undefined && (consult.state !== 'helping' || consult.asked === person)
  return { kind: 'consult', open: isTheirs, person, entry, ...(consult === undefined ? {} : { consult }), ...about }
}

/** What became of a consult, for the owner: open while something can be done about it. */
export const consultNews = ({ person }: Of<'consult_news'>, about: About, entry: TimelineEntry): Message => {
  const { issue, timeline } = about.story
  const id = 'id' in entry ? entry.id : ''
  const consult = issue.consults.find((one) => one.id === id)
  const asked = timeline.findLast((other) => other.kind === 'consult_asked_back' && other.id === id)
  const isBack = consult?.state === 'asked_back' && asked?.seq === entry.seq
  const helps = consult?.state === 'helping'
  const owns = issue.state === 'claimed' && issue.owner === person
  const open = { consult_asked_back: isBack, hands_given: helps }[entry.kind as string] ?? true
  const threadOf = mineKey(about.story, person)
  return {
    kind: 'consult_news',
    open: owns && open,
    entry,
    ...(threadOf === undefined ? {} : { threadOf }),
    ...about,
  }
}
