import type { Council, PersonId } from '#domain/council.ts'
import type { Standing } from '../slack.ts'
import { mostRegular } from './budget.ts'
import type { Sight } from './judge.ts'
import { channel, type People } from './people.ts'

type Given = {
  readonly council: () => Council
  readonly people: People
  readonly apart: number
  readonly wrong: string[]
  /** How often somebody put off a reminder. */
  readonly mayRepeat: (key: string) => number
}

/** A message is on its way for a while; what takes longer must not arrive at night. */
const late = 15 * 60_000

const iso = (at: number): string => new Date(at).toISOString()

type Reason = { readonly kind: string; readonly state: string }

/** How often the ledger has it as said. */
type Said = (key: string) => number

type Item = { readonly number: number; readonly urgent: boolean; readonly department: string | undefined }

const freshItems = ({ first }: Standing) =>
  first.kind === 'reminders' ? first.items.filter(({ along }) => !along) : []

const openReasons = ({ now }: Standing): number =>
  now.kind === 'reminders' && now.newest ? now.items.flatMap(({ reasons }) => reasons).length : 0

/** Holds what stands in Slack against people's hours and budgets, and against what was said before. */
export const judgeMessages = ({ council, people, apart, wrong, mayRepeat }: Given) => {
  const perDay = new Map<string, number>()
  const last = new Map<PersonId, number>()
  const shown = new Map<string, number>()
  const ofPerson = new Map<PersonId, Standing[]>()
  const keys = new Set<string>()
  let seen = 0

  const onCall = ({ urgent, department }: Item): PersonId | undefined =>
    urgent ? council().departments.find(({ key }) => key === department)?.onCall : undefined

  const judgeHours = (post: Standing, person: PersonId, items: readonly Item[]): void => {
    const open = [-late, -apart, 0, apart].some((more) => people.inHours(person, post.at + more))
    const allowed = (item: Item): boolean => onCall(item) === person
    if (!open && !(items.length > 0 && items.every(allowed)))
      wrong.push(`${iso(post.at)} ${post.key} came outside of hours`)
  }

  const judgeBudget = (post: Standing, person: PersonId, items: readonly Item[]): void => {
    const counted = (at: number): string => `${person} ${people.day(person, at)}`
    const [day = ''] = [counted(post.at - apart), counted(post.at + apart)].toSorted(
      (a, b) => (perDay.get(a) ?? 0) - (perDay.get(b) ?? 0),
    )
    const count = (perDay.get(day) ?? 0) + 1
    perDay.set(day, count)
    const urgent = items.some((item) => item.urgent)
    const most = urgent ? council().rules.remindersPerDay : mostRegular(council())
    if (count > most) wrong.push(`${iso(post.at)} ${post.key} is number ${count} of ${day}`)
  }

  /** A message names one reason of a kind: whoever is on call and was asked before reads one line for all rungs of a round. */
  const namesOf = (number: number, { kind, state }: Reason, person: PersonId, said: Said): readonly string[] => {
    const name = [number, kind, state, person].join('|')
    const [round = ''] = state.split(':')
    const rungs = ['owner', 'backup', 'lead', 'council'].map((rung) =>
      [number, kind, `${round}:${rung}`, person].join('|'),
    )
    return kind === 'unclaimed' ? rungs.filter((one) => one === name || said(one) > 0) : [name]
  }

  const judgeRepeats = (post: Standing, person: PersonId, said: Said): void => {
    for (const { story, reasons } of freshItems(post)) {
      const names = reasons.flatMap((reason) => namesOf(story.issue.number, reason, person, said))
      const isNew = names.some((name) => (shown.get(name) ?? 0) <= mayRepeat(name))
      // What is settled or put off when the message goes out stands in it, and asks for nothing.
      if (reasons.length > 0 && !isNew) wrong.push(`${iso(post.at)} ${post.key} says again: ${names.join(', ')}`)
      for (const name of names) {
        shown.set(name, Math.min((shown.get(name) ?? 0) + 1, said(name)))
        if (said(name) === 0) wrong.push(`${iso(post.at)} ${post.key} shows ${name}, which is not in the ledger`)
      }
    }
  }

  const judge = (post: Standing, said: Said): void => {
    if (keys.has(post.key)) wrong.push(`${iso(post.at)} ${post.key} was posted twice`)
    keys.add(post.key)
    const { first } = post
    if (first.kind === 'council_ask' || first.kind === 'decision') {
      const kind = first.kind === 'decision' ? 'decision' : 'unclaimed'
      shown.set([first.story.issue.number, kind, post.key.split(':').slice(2).join(':'), channel].join('|'), 1)
    }
    if (first.kind !== 'reminders') return
    const { person } = first
    const items = freshItems(post).map(({ story: { issue } }) => ({
      number: issue.number,
      urgent: issue.severity === 'urgent',
      department: issue.department,
    }))
    for (const item of first.items)
      for (const reason of item.along ? item.reasons : [])
        for (const name of namesOf(item.story.issue.number, reason, person, said))
          shown.set(name, Math.max(1, shown.get(name) ?? 0))
    judgeHours(post, person, items)
    judgeBudget(post, person, items)
    judgeRepeats(post, person, said)
    last.set(person, post.at)
    ofPerson.set(person, [...(ofPerson.get(person) ?? []).slice(-4), post])
  }

  /** Only the last message of a person still asks for something. */
  const judgeReplaced = (at: number): void => {
    for (const [person, posts] of ofPerson)
      for (const post of posts.slice(0, -1))
        if (openReasons(post) > 0) wrong.push(`${iso(at)} ${post.key} still asks, and ${person} has a newer message`)
  }

  return {
    /** How many messages somebody had on a day of theirs. */
    had: (person: PersonId, day: string): number => perDay.get(`${person} ${day}`) ?? 0,
    hadSince: (person: PersonId, at: number): boolean => (last.get(person) ?? 0) >= at,
    look: ({ at, posts, clean }: Sight, said: Said): void => {
      for (const post of posts.slice(seen)) if (post.key.startsWith('reminder:')) judge(post, said)
      seen = posts.length
      if (clean) judgeReplaced(at)
    },
    /** Whether this message ever stood in Slack. */
    stood: (key: string): boolean => keys.has(key),
    /** How often it was shown as something new. */
    timesShown: (key: string): number => shown.get(key) ?? 0,
  }
}
