import type { Council, PersonId } from '#domain/council.ts'
import { DomainError } from '#domain/errors.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { snoozes } from '#domain/reminders/snooze.ts'
import { workspaceId } from '../product.ts'
import { createAbsences } from './absences.ts'
import { createChance } from './chance.ts'
import { type Deed, flagging, joining, stageThatBreaks, workingOn } from './life.ts'
import { createJudge } from './oracle/judge.ts'
import { createPeople, type Known } from './oracle/people.ts'
import { createRecord } from './record.ts'
import { Killed } from './replica.ts'
import { apart, setUpStage } from './stage.ts'
import { townCouncil, townPeople, yearBegins, yearEnds } from './town.ts'

const minute = 60_000
const day = 24 * 60 * minute

export type YearGiven = { readonly seed: number; readonly issues: number }

/** One round of the tick carried out by a process; what a dead one leaves is for the next. */
const orKilled = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error
  })

/** Lives through a year: people do what they do, two processes tick, things go wrong, and the oracle looks on. */
export const liveAYear = async ({ seed, issues: flags }: YearGiven) => {
  const chance = createChance(seed)
  const stage = await setUpStage(chance)
  const record = createRecord(stage)
  const { time, slack, replicas, threads } = stage
  let council: Council = townCouncil()
  const everybody = townPeople(council).map(({ id }) => id)
  const known = new Map<PersonId, Known>(
    [...stage.people.values()].map(({ id, timeZone }) => [id, { zone: timeZone, gone: false }]),
  )
  const people = createPeople(() => council, known)
  const replies = new Map<number, { person: PersonId; at: number }[]>()
  const answered = ({ number, owner, lastUpdateAt }: Issue, at: number): boolean =>
    (replies.get(number) ?? []).some((one) => one.person === owner && one.at > lastUpdateAt.getTime() && one.at <= at)
  const judge = createJudge({ council: () => council, people, apart, answered })
  const absences = createAbsences(stage, chance, known, (person) => judge.travelled(person, time.now))
  const figures = { flagged: 0, deeds: 0, refused: 0, rounds: 0, restarts: 0, faults: 0, snoozes: 0 }
  let issues = await record.issues()

  const anybody = () => {
    const replica = chance.pick(replicas)
    if (!replica) throw new Error('nobody works')
    return replica
  }
  const perform = async ({ do: doing }: Deed): Promise<void> => {
    figures.deeds += 1
    try {
      await doing(anybody().use)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      figures.refused += 1
    }
  }
  const openOnes = (): readonly Issue[] =>
    [...issues.values()].filter(({ state }) => ['flagged', 'claimed', 'resolved'].includes(state))

  const snooze = async (): Promise<void> => {
    const recent = slack.posts.slice(-30).filter(({ now }) => now.kind === 'reminders' && now.newest)
    const post = chance.pick(recent)
    const item = post?.now.kind === 'reminders' ? chance.pick(post.now.items) : undefined
    const how = chance.pick(snoozes)
    const issue = item && issues.get(item.story.issue.number)
    if (!post || !issue || how === undefined) return
    const { number } = issue
    const replica = anybody()
    try {
      const act = { workspaceId, person: post.place }
      await replica.use.snoozeReminders({ ...act, number, snooze: how })
      judge.snoozed(post.place, number, how, replica.ports.clock.now().getTime(), issue)
      figures.snoozes += 1
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
    }
  }

  const replyInThread = async (): Promise<void> => {
    const issue = chance.pick(openOnes())
    if (!issue) return
    const card = slack.posts.findLast(({ key }) => key === `card:${issue.number}:${issue.card}`)
    const person = (chance.happens(0.7) ? issue.owner : chance.pick(everybody)) ?? ''
    if (!card || !everybody.includes(person)) return
    const at = time.now - apart
    threads.replies.set(card.ts, [...(threads.replies.get(card.ts) ?? []), { person, at: new Date(at) }])
    replies.set(issue.number, [...(replies.get(issue.number) ?? []), { person, at }])
  }

  const scene = () => ({ chance, now: time.now, everybody })
  const somethingHappens = async (): Promise<void> => {
    const issue = chance.pick(openOnes())
    const work = issue && workingOn(issue, scene())
    const other = chance.pick(openOnes())
    const join = issue && other && joining(issue, other, scene())
    const what = chance.weighted([
      [7, 'work'],
      [2, 'snooze'],
      [1, 'reply'],
      [1.5, 'people'],
      [0.3, 'join'],
    ] as const)
    if (what === 'people') return absences.change()
    if (what === 'snooze') return snooze()
    if (what === 'reply') return replyInThread()
    if (what === 'join') return join && perform(join)
    if (work) await perform(work)
  }

  /** Both processes at once. */
  const round = async (lookAfter: boolean): Promise<void> => {
    figures.rounds += 1
    await Promise.all(
      replicas.flatMap(({ use }) => [
        orKilled(use.sendReminders(workspaceId)),
        ...(lookAfter ? [orKilled(use.lookAfterPeople(workspaceId))] : []),
      ]),
    )
  }

  let lookedAfter = 0
  const tick = async (before: ReadonlyMap<number, Issue>, isClean: boolean, deed?: Deed): Promise<void> => {
    const { look, send, person } = await record.dues()
    const isDue = (at: Date | null): boolean => at !== null && at.getTime() <= time.now + apart
    const lookAfter = isDue(person) && time.now - lookedAfter > 60 * minute
    if (lookAfter) lookedAfter = time.now
    const ticks = lookAfter || isDue(look) || isDue(send) || deed !== undefined || chance.happens(0.1)
    if (ticks) await Promise.all([round(lookAfter), deed && perform(deed)])
    const left = await stage.deliver()
    figures.restarts += await stage.restart()
    issues = await record.issues()
    const [sent, batches] = [await record.sent(), await record.batches()]
    const clean = isClean && !left
    judge.look({ at: time.now, before, after: issues, sent, batches, posts: slack.posts, clean })
  }

  /** Something goes wrong in this round: a process dies in it, calls fail, threads cannot be read. */
  const goesWrong = async (before: ReadonlyMap<number, Issue>): Promise<void> => {
    figures.faults += 1
    const calls = Array.from({ length: chance.below(4) }, () => chance.pick(['not_sent', 'lost', 'busy'] as const))
    stage.faults.push(...calls.filter((fault) => fault !== undefined))
    threads.away = chance.happens(0.2)
    if (chance.happens(0.6)) anybody().killAt({ after: chance.below(3), committed: chance.happens(0.5) })
    await tick(before, false)
    for (const replica of replicas) replica.killAt(undefined)
    threads.away = false
    stage.faults.length = 0
  }

  /** Slack or both processes are away for hours; nothing is looked at meanwhile, or nothing goes out. */
  let downUntil = 0
  let asleepUntil = 0
  const badDay = (): void => {
    if (chance.happens(0.5)) downUntil = time.now + chance.below(14 * 60) * minute
    else asleepUntil = time.now + chance.below(8 * 60) * minute
  }

  /** Problems come together: when something breaks, several customers are hit within a few hours. */
  const arrivals = Array.from({ length: Math.ceil(flags / 6) }, () => ({
    at: yearBegins.getTime() + chance.below(360) * day + chance.below(24 * 60) * minute,
    stage: stageThatBreaks(chance),
  })).flatMap(({ at, stage }) =>
    Array.from({ length: 6 }, () => ({ at: at + chance.below(9 * 60) * minute, broken: stage })),
  )
  const happenings = Array.from(
    { length: flags * 7 },
    () => yearBegins.getTime() + Math.floor(chance.next() * 366 * day),
  )
  const planned = [...arrivals, ...happenings.map((at) => ({ at, broken: undefined }))].toSorted((a, b) => a.at - b.at)

  const nextInstant = async (): Promise<number> => {
    const { look, send, person } = await record.dues()
    const people = person === null ? [] : [Math.max(person.getTime(), lookedAfter + 8 * 60 * minute)]
    const own = [look, send].filter((at) => at !== null).map((at) => at.getTime())
    const waking = [downUntil, asleepUntil].filter((at) => at > time.now)
    const due = [...own, ...people].map((at) => Math.max(at, asleepUntil))
    const retry = [stage.retryAt()].filter((at) => at !== undefined).map((at) => Math.max(at, downUntil))
    const first = Math.min(...due, ...retry, ...waking, planned[0]?.at ?? yearEnds.getTime())
    return Math.max(first, time.now + 30_000)
  }

  const live = async (): Promise<void> => {
    time.now = await nextInstant()
    const before = issues
    const now = planned[0] !== undefined && planned[0].at <= time.now ? planned.shift() : undefined
    const happening = async (): Promise<void> => {
      if (now?.broken !== undefined) {
        figures.flagged += 1
        await perform(flagging(scene(), now.broken))
      } else if (now) await somethingHappens()
    }
    slack.world.down = time.now < downUntil
    if (chance.happens(0.004)) badDay()
    if (time.now < asleepUntil) {
      await happening()
      issues = await record.issues()
      return
    }
    const issue = chance.pick(openOnes())
    const meanwhile =
      now && now.broken === undefined && issue && chance.happens(0.2) ? workingOn(issue, scene()) : undefined
    if (now && !meanwhile) await happening()
    council = await record.council()
    issues = await record.issues()
    if (chance.happens(0.1)) await goesWrong(before)
    await tick(before, !slack.world.down, meanwhile)
  }

  return {
    judge,
    figures: () => {
      const merged = [...issues.values()].filter(({ state }) => state === 'merged').length
      return { ...figures, ...judge.counts, posts: slack.posts.length, merged }
    },
    live: async (): Promise<void> => {
      while (time.now < yearEnds.getTime() && judge.wrong.length < 20) await live()
    },
    stop: stage.stop,
  }
}
