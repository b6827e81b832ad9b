import { setTimeout as pause } from 'node:timers/promises'
import type { Json } from '#adapters/practice/json.ts'
import type { PracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import { CHANNELS } from '#adapters/practice/seed/ids.ts'
import { directChannel } from '#adapters/practice/world/channels.ts'
import type { Chance } from '../chance.ts'
import type { Broken } from '../checks/watch.ts'
import type { Tally } from '../tally.ts'
import type { Fleet } from './fleet.ts'

export type TroubleDeps = {
  slack: PracticeWorkspace
  fleet: Fleet
  chance: Chance
  tally: Tally
  /** Milliseconds that a trouble lasts, and that pass between two, at most. */
  longest: number
  signal: AbortSignal
  /** Channels and people that took no messages for a while. */
  closed: Set<string>
  broken: Broken[]
}

type Trouble = (deps: TroubleDeps) => Promise<unknown>

/** How soon after Slack has said so a bot must call itself not ready; milliseconds. */
const noticesWithin = 15_000

const last = ({ chance, signal }: TroubleDeps, most: number): Promise<unknown> =>
  pause(chance.between(most / 4, most), undefined, { signal }).catch(() => undefined)

const withCards = [CHANNELS.council, CHANNELS.support, CHANNELS.billing, CHANNELS.sales, CHANNELS.product, CHANNELS.it]

/** A channel is archived, and comes back. */
const archive: Trouble = async (deps) => {
  const { slack, chance, tally, longest, closed } = deps
  const channel = slack.world.channels.get(chance.pick(withCards) ?? '')
  const by = chance.pick([...(channel?.members ?? [])].filter((id) => id !== slack.world.bot.id))
  if (!channel || by === undefined) return
  tally.add('channel archived and back')
  closed.add(channel.id)
  await slack.as(by).archive(channel.id)
  await last(deps, longest)
  channel.isArchived = false
  slack.world.changes.announce()
}

/** Slack knows somebody no more for a while. */
const lose: Trouble = async (deps) => {
  const { slack, chance, tally, longest, closed } = deps
  const members = [...slack.world.people.values()].filter((one) => !one.isBot && !one.deleted && !one.isStranger)
  const person = chance.pick(members)
  if (!person) return
  tally.add('person not found for a while')
  closed.add(person.id)
  const direct = directChannel(slack.world, [slack.world.bot.id, person.id]).channel.id
  const does = { kind: 'error', code: 'user_not_found' } as const
  const toThem = ({ channel, users }: Json): boolean => channel === direct || users === person.id
  const end = slack.faults.add({ on: { method: ['chat.postMessage', 'conversations.open'], when: toThem }, does })
  await last(deps, longest)
  end()
}

const statusOf = async (port: number): Promise<number | undefined> =>
  (await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(3_000) }).catch(() => undefined))
    ?.status

/** Whether this comes about in time; one that is killed or starts meanwhile has nothing to say. */
const within = async (ms: number, isSo: () => Promise<boolean>): Promise<boolean> => {
  const until = performance.now() + ms
  while (!(await isSo())) {
    if (performance.now() > until) return false
    await pause(100)
  }
  return true
}

/** The app is removed, and comes back with the same token. */
const revoke: Trouble = async ({ slack, fleet, chance, tally, broken }) => {
  tally.add('token revoked and back')
  await slack.uninstall(chance.pick(['tokens first', 'uninstall first']) ?? 'tokens first')
  const isSeen = await within(noticesWithin, async () => {
    const answers = await Promise.all(fleet.ports().map(statusOf))
    return answers.every((status) => status !== 200)
  })
  if (!isSeen) broken.push({ promise: 'a bot without a good token is not ready', evidence: 'still 200' })
  slack.world.revoked = false
}

/** So many events that Slack sends none for a while, and says so once. */
const passLimit: Trouble = async (deps) => {
  const { slack, tally, longest, broken } = deps
  tally.add('limit of events passed')
  const { nextEvent } = slack.world
  let isTold = false
  slack.world.nextEvent = () => {
    const next = isTold ? 'drop' : 'tell'
    isTold = true
    return next
  }
  await last(deps, longest / 2)
  slack.world.nextEvent = nextEvent
  const statuses = slack.deliveries('app_rate_limited').flatMap(({ attempts }) => attempts.map(({ status }) => status))
  const refused = statuses.filter((status = 0) => status >= 400 && status < 500)
  if (refused.length > 0) broken.push({ promise: 'Slack’s notice of its limit is taken', evidence: `${refused}` })
}

/** Lets Slack close places, take the token away and hold events back until it is told to stop; then all is well again. */
export const bringTroubles = async (deps: TroubleDeps): Promise<void> => {
  const { chance, signal, longest, tally } = deps
  while (!signal.aborted) {
    await last(deps, longest)
    if (signal.aborted) break
    const trouble = chance.weighted([
      [4, archive],
      [4, lose],
      [1, revoke],
      [2, passLimit],
    ])
    await trouble(deps).catch((error: unknown) => tally.add(`trouble that could not happen: ${error}`.slice(0, 90)))
  }
}

/** Every bot is well again by itself. */
export const checkReadiness = async (fleet: Fleet, withinMs: number): Promise<Broken[]> => {
  const isSo = await within(withinMs, async () => {
    const answers = await Promise.all(fleet.ports().map(statusOf))
    return answers.every((status) => status === 200)
  })
  return isSo ? [] : [{ promise: 'every bot is ready when all is well', evidence: 'one is not' }]
}
