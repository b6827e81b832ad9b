import { handIn, opened } from './forms.ts'
import { type Flag, newFlag, type Person } from './person.ts'
import { wordsOf } from './words.ts'

const flagEmoji = 'triangular_flag_on_post'

/** Whether the form that is open is the one with these words, not another that came late. */
const holds = ({ actor }: Person, { marker }: Flag): boolean =>
  actor.modal()?.fields.some(({ state }) => `${state?.value}`.includes(marker)) === true

const inForm = async (person: Person, via: string, open: (words: string) => Promise<unknown>): Promise<void> => {
  const flag = newFlag(person, via)
  await open(`${flag.marker} ${wordsOf(person.chance)}`)
  flag.taken = (await opened(person, 1_500)) !== undefined && holds(person, flag) && (await handIn(person, via))
}

const place = ({ chance, channels }: Person): string => chance.pick(channels) ?? ''

/** Posts something and flags it; sometimes a second person flags it too. */
export const flagByReaction = async (person: Person): Promise<void> => {
  const { actor, chance } = person
  const channel = place(person)
  const flag = newFlag(person, 'reaction')
  const said = await actor.post(channel, `${flag.marker} ${wordsOf(chance)}`)
  const answer = await actor.react(channel, said.ts, flagEmoji)
  if (answer) flag.delivery = answer.delivery
  if (person.slack.world.channels.get(channel)?.sharedWith.length) flag.idle = true
}

export const flagByMention = async (person: Person): Promise<void> => {
  const { actor, chance, slack } = person
  const flag = newFlag(person, 'mention')
  const channel = place(person)
  await actor.post(channel, `<@${slack.world.bot.id}> flag ${flag.marker} ${wordsOf(chance)}`)
  const delivery = slack.deliveries('app_mention').findLast(({ body }) => body.includes(flag.marker))
  if (delivery) flag.delivery = delivery
  if (slack.world.channels.get(channel)?.sharedWith.length) flag.idle = true
}

export const flagByCommand = (person: Person): Promise<void> =>
  inForm(person, 'command', (words) => person.actor.command('/cx', `flag ${words}`, place(person)))

export const flagByMessageShortcut = (person: Person): Promise<void> =>
  inForm(person, 'message shortcut', async (words) => {
    const channel = place(person)
    const said = await person.actor.post(channel, words)
    return person.actor.shortcutOnMessage('Flag for the council', channel, said.ts)
  })

/** An empty form, which needs its words typed in. */
export const flagByGlobalShortcut = async (person: Person): Promise<void> => {
  const flag = newFlag(person, 'global shortcut')
  await person.actor.globalShortcut('Flag a customer issue')
  if (!(await opened(person, 1_500))) return
  await person.actor.fill('What happened', `${flag.marker} ${wordsOf(person.chance)}`).catch(() => undefined)
  flag.taken = holds(person, flag) && (await handIn(person, flag.via))
}

/** Flags what somebody else wrote a moment ago: they follow, if it was flagged already. */
export const flagAgain = async (person: Person): Promise<void> => {
  const { slack, actor, chance, flags } = person
  const channel = place(person)
  const idle = flags.filter((flag) => flag.idle).map(({ marker }) => marker)
  const recent = (slack.world.messages.get(channel) ?? []).slice(-30)
  const flagged = recent.filter(({ reactions, botId }) => !botId && reactions.some(({ name }) => name === flagEmoji))
  const message = chance.pick(flagged.filter(({ text }) => !idle.some((marker) => text.includes(marker))))
  if (message) await actor.react(channel, message.ts, flagEmoji)
}
