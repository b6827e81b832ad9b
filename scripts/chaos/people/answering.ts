import { elementsOf } from '#adapters/practice/block-kit/state.ts'
import { optionsOf } from '#adapters/practice/people/values.ts'
import { directChannel } from '#adapters/practice/world/channels.ts'
import type { Message } from '#adapters/practice/world/types.ts'
import { handIn, opened } from './forms.ts'
import type { Person } from './person.ts'

/** How far back people look. */
const recent = 60

const messagesFor = ({ slack, actor, channels, chance }: Person): Message[] => {
  const direct = directChannel(slack.world, [slack.world.bot.id, actor.id]).channel.id
  const where = chance.maybe(0.7) ? direct : (chance.pick(channels) ?? direct)
  return (slack.world.messages.get(where) ?? []).slice(-recent).filter(({ deleted, botId }) => !deleted && botId)
}

/** The rarer acts of a message, behind its dots. */
const dotsOf = ({ blocks = [] }: { blocks?: Message['blocks'] }): string[] =>
  blocks
    .flatMap(elementsOf)
    .filter(({ type }) => type === 'overflow')
    .flatMap((menu) => optionsOf(menu).map(({ text }) => text.text))

const labels = ({ blocks = [] }: { blocks?: Message['blocks'] }): string[] =>
  blocks
    .flatMap(elementsOf)
    .filter(({ type }) => type === 'button')
    .map((button) => String((button.text as { text?: unknown } | undefined)?.text ?? ''))

/** How often a button tempts; 1 where nothing is said. Else half of what is flagged would be withdrawn at once. */
const tempting: Readonly<Record<string, number>> = {
  Withdraw: 0.1,
  'Add details': 0.3,
  Release: 0.3,
  Claim: 4,
  Accept: 8,
  'Return it': 3,
  'Hand over or consult': 3,
  Resolve: 4,
  'Close the loop': 12,
  Reopen: 2,
  Route: 4,
  'Not ours': 2,
  'Take it': 3,
  'Pass to a colleague': 2,
}

/** A button of any of these messages: what ends a matter more often than what begins one. */
const choose = (chance: Person['chance'], messages: readonly Message[]) => {
  const choices = messages.flatMap((message) =>
    labels(message).map((label) => [tempting[label] ?? 1, { message, label }] as const),
  )
  return choices.length > 0 ? chance.weighted(choices) : undefined
}

/** Whatever opened is filled in and sent. */
const follow = async (person: Person, label: string): Promise<void> => {
  const form = await opened(person)
  if (form) await handIn(person, label)
}

/** Presses a button of a message, sometimes as it was before the message changed. */
export const pressSomething = async (person: Person): Promise<void> => {
  const { actor, chance, tally } = person
  const chosen = choose(chance, messagesFor(person))
  if (!chosen) return
  const { message, label } = chosen
  const { channel, ts } = message
  const seen = { channel, ts, blocks: structuredClone(message.blocks) }
  const late = chance.maybe(0.1)
  if (late) await actor.openHome()
  tally.add(`press ${label}`)
  await actor.press(seen, label, { asSeen: true })
  await follow(person, label)
}

/** Chooses one of the rarer acts of a card, and sends the form that it opens. */
export const chooseRarerAct = async (person: Person): Promise<void> => {
  const { actor, chance, tally } = person
  const message = chance.pick(messagesFor(person).filter((one) => dotsOf(one).length > 0))
  const act = message && chance.pick(dotsOf(message))
  if (!message || act === undefined) return
  tally.add(`choose ${act}`)
  await actor.choose(message, '…', act)
  await follow(person, act)
}

export const pressAtHome = async (person: Person): Promise<void> => {
  const { actor, chance, tally } = person
  await actor.openHome()
  const label = chance.pick(actor.home()?.buttons ?? [])
  if (label === undefined) return
  tally.add(`press at home ${label}`)
  await actor.press('home', label)
  await follow(person, label)
}

/** Claims a card that stands in the channel by its emoji. */
export const claimByReaction = async (person: Person): Promise<void> => {
  const { slack, actor, channels, chance } = person
  const channel = chance.pick(channels) ?? ''
  const cards = (slack.world.messages.get(channel) ?? []).slice(-recent).filter(({ metadata }) => {
    const { key } = (metadata?.event_payload ?? {}) as { key?: string }
    return key?.startsWith('card:')
  })
  const card = chance.pick(cards)
  if (card) await actor.react(channel, card.ts, 'raising_hand')
}

export const emojiOfNoInterest = async ({ slack, actor, channels, chance }: Person): Promise<void> => {
  const channel = chance.pick(channels) ?? ''
  const message = chance.pick((slack.world.messages.get(channel) ?? []).slice(-recent))
  if (message) await actor.react(channel, message.ts, chance.pick(['eyes', 'tada', 'thumbsup']) ?? 'eyes')
}
