import { setTimeout as pause } from 'node:timers/promises'
import * as answering from './answering.ts'
import * as everyday from './everyday.ts'
import * as flagging from './flagging.ts'
import type { Person } from './person.ts'

type Act = (person: Person) => Promise<void>

const acts: readonly (readonly [number, readonly [string, Act]])[] = [
  [4, ['flag by reaction', flagging.flagByReaction]],
  [2, ['flag by mention', flagging.flagByMention]],
  [3, ['flag by command', flagging.flagByCommand]],
  [1, ['flag by message shortcut', flagging.flagByMessageShortcut]],
  [1, ['flag by global shortcut', flagging.flagByGlobalShortcut]],
  [2, ['flag again', flagging.flagAgain]],
  [30, ['press', answering.pressSomething]],
  [3, ['press at home', answering.pressAtHome]],
  [4, ['claim by reaction', answering.claimByReaction]],
  [6, ['command', everyday.sayCommand]],
  [4, ['choose', answering.chooseRarerAct]],
  [1, ['reply in a thread', everyday.replyInThread]],
  [0.5, ['status', everyday.changeStatus]],
  [2, ['other emoji', answering.emojiOfNoInterest]],
]

/** What people who are no members can do. */
const outside: typeof acts = [
  [2, ['outsider flags by reaction', flagging.flagByReaction]],
  [1, ['outsider flags by mention', flagging.flagByMention]],
]

/** How often a person stops to rest after an act, and how long they wait between two acts otherwise; milliseconds. */
const restsAfter = 0.2
const breath = 300

/**
 * Does one thing after the other until it is told to stop, in bursts, so that people meet, with rests of up to `restMs`
 * between them, so that Slack's limits for messages are not passed all the time. Outsiders do less.
 */
export const live = async (person: Person, restMs: number, signal: AbortSignal): Promise<void> => {
  const { chance, tally, actor, kind } = person
  while (!signal.aborted) {
    const [name, act] = chance.weighted(kind === 'member' ? acts : outside)
    tally.add(name)
    await act(person).catch((error: unknown) => tally.add(`could not: ${name}: ${`${error}`.slice(0, 60)}`))
    if (actor.modal()) await actor.close({ all: true }).catch(() => undefined)
    const longest = kind !== 'member' || chance.maybe(restsAfter) ? restMs : breath
    await pause(chance.between(10, longest), undefined, { signal }).catch(() => undefined)
  }
}
