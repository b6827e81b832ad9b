import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { eventually } from '../eventually.ts'
import {
  type Actor,
  claimed,
  deleteCard,
  dm,
  fillClosing,
  fillFlag,
  fillHandover,
  flagged,
  forgetReminders,
  kinds,
  makeDigestDue,
  makeNextDigestDue,
  makeReminderDue,
  numberOf,
  openForm,
  press,
  submit,
  words,
} from './acts.ts'
import { patience, type Workplace } from './workplace.ts'

/** One way into the product, from where it begins. */
export type Step = {
  /** What a person or the clock does; it fails when the bot dies on the way. */
  readonly act: () => Promise<unknown>
  /** True once the database says so. */
  readonly isDone: () => Promise<boolean>
  /** The issue it is about, when there is one already or at the end. */
  readonly number: () => Promise<number | undefined>
  /** What a person does who was not answered, or who presses twice. */
  readonly again?: () => Promise<unknown>
  /** The kind of delivery that comes again byte for byte. */
  readonly delivery?: 'block_actions' | 'view_submission' | '/cx' | 'reaction_added'
}

export type Scenario = {
  readonly name: string
  /** The timeline's events of the step itself, and the messages that it leaves, without those that stood before. */
  readonly events: readonly string[]
  /** How many messages of each kind stand at the end. */
  readonly shown: Readonly<Record<string, number>>
  readonly prepare: (stand: Workplace) => Promise<Step>
}

const step = (
  stand: Workplace,
  number: number,
  kind: string,
  rest: Pick<Step, 'act' | 'again' | 'delivery'>,
): Step => ({
  ...rest,
  number: async () => number,
  isDone: async () => (await kinds(stand, number)).includes(kind),
})

const byButton = (stand: Workplace, number: number, kind: string, actor: Actor, button: string): Step => {
  const message = dm(actor, button)
  return step(stand, number, kind, {
    act: () => actor.press(message, button),
    again: () => press(actor, message, button),
    delivery: 'block_actions',
  })
}

const bySubmission = (stand: Workplace, number: number, kind: string, actor: Actor): Step =>
  step(stand, number, kind, {
    act: () => actor.submit(),
    again: () => submit(actor),
    delivery: 'view_submission',
  })

export const flagScenarios: readonly Scenario[] = [
  {
    name: 'a flag by reaction',
    events: ['flagged', 'unrouted'],
    shown: { card: 1, receipt: 1, route: 2 },
    prepare: async (stand) => {
      const anna = stand.as(PEOPLE.anna)
      const text = words()
      const { ts } = await anna.post(CHANNELS.support, text)
      return {
        act: () => anna.react(CHANNELS.support, ts, 'triangular_flag_on_post'),
        isDone: async () => (await numberOf(stand, text)) !== undefined,
        number: () => numberOf(stand, text),
        delivery: 'reaction_added',
      }
    },
  },
  {
    name: 'a form that opens with the words of a command',
    events: [],
    shown: {},
    prepare: async (stand) => {
      const anna = stand.as(PEOPLE.anna)
      const text = words()
      const open = () => anna.command('/cx', `flag ${text}`, CHANNELS.support)
      const isOpen = () => anna.modal() !== undefined
      let wasOpen = false
      return {
        act: open,
        isDone: async () => wasOpen || isOpen(),
        number: () => numberOf(stand, text),
        again: async () => {
          const form = await openForm(stand, anna, open)
          wasOpen = JSON.stringify(form).includes(text)
          await anna.close({ all: true })
        },
      }
    },
  },
  {
    name: 'a flag by a form',
    events: ['flagged', 'asked'],
    shown: { card: 1, receipt: 1, ask: 1 },
    prepare: async (stand) => {
      const text = words()
      const anna = await fillFlag(stand, text)
      return {
        ...bySubmission(stand, 0, '', anna),
        isDone: async () => (await numberOf(stand, text)) !== undefined,
        number: () => numberOf(stand, text),
      }
    },
  },
]

export const issueScenarios: readonly Scenario[] = [
  {
    name: 'a claim by button',
    events: ['flagged', 'asked', 'claimed'],
    shown: { card: 1, receipt: 1, ask: 1, mine: 1, news: 1, story: 1 },
    prepare: async (stand) => byButton(stand, await flagged(stand), 'claimed', stand.as(PEOPLE.ben), 'Claim'),
  },
  {
    name: 'a claim by reaction',
    events: ['flagged', 'asked', 'claimed'],
    shown: { card: 1, receipt: 1, ask: 1, mine: 1, news: 1, story: 1 },
    prepare: async (stand) => {
      const number = await flagged(stand)
      const ben = stand.as(PEOPLE.ben)
      const [card] = await stand.rows('SELECT channel, ts FROM post WHERE key = $1', `card:${number}:1`)
      return step(stand, number, 'claimed', {
        act: () => ben.react(card?.channel, card?.ts, 'raising_hand'),
        delivery: 'reaction_added',
      })
    },
  },
  {
    name: 'a claim of an issue whose card was deleted in Slack',
    events: ['flagged', 'asked', 'claimed'],
    shown: { card: 1, receipt: 1, ask: 1, mine: 1, news: 1, story: 1 },
    prepare: async (stand) => {
      const number = await flagged(stand)
      await deleteCard(stand, number)
      return byButton(stand, number, 'claimed', stand.as(PEOPLE.ben), 'Claim')
    },
  },
  {
    name: 'a handover that is asked for',
    events: ['flagged', 'asked', 'claimed', 'handover_asked'],
    shown: { card: 1, receipt: 1, ask: 1, mine: 1, news: 1, handover: 1, story: 2 },
    prepare: async (stand) => bySubmission(stand, await claimed(stand), 'handover_asked', await fillHandover(stand)),
  },
  {
    name: 'a handover that is accepted',
    events: ['flagged', 'asked', 'claimed', 'handover_asked', 'handover_accepted'],
    shown: { card: 2, receipt: 1, ask: 1, mine: 2, news: 3, handover: 1, story: 3 },
    prepare: async (stand) => {
      const number = await claimed(stand)
      await submit(await fillHandover(stand))
      await stand.quiet()
      return byButton(stand, number, 'handover_accepted', stand.as(PEOPLE.felix), 'Accept')
    },
  },
  {
    name: 'a loop that is closed',
    events: ['flagged', 'asked', 'claimed', 'resolved', 'closed'],
    shown: { card: 1, receipt: 1, ask: 1, mine: 1, news: 3, story: 3 },
    prepare: async (stand) => bySubmission(stand, await claimed(stand), 'closed', await fillClosing(stand)),
  },
]

export const clockScenarios: readonly Scenario[] = [
  {
    name: 'a reminder',
    events: ['flagged', 'asked', 'reminded'],
    shown: { card: 1, receipt: 1, ask: 1, reminder: 1 },
    prepare: async (stand) => {
      const number = await flagged(stand)
      await forgetReminders(stand)
      return step(stand, number, 'reminded', { act: () => makeReminderDue(stand, number) })
    },
  },
  {
    name: 'a digest',
    events: [],
    shown: {},
    prepare: async (stand) => {
      const count = async (): Promise<number> => (await stand.rows('SELECT FROM digest')).length
      if ((await count()) === 0) {
        await makeDigestDue(stand)
        await eventually(async () => (await count()) > 0, patience)
        await stand.quiet()
      }
      const before = await count()
      return {
        act: () => makeNextDigestDue(stand, before),
        isDone: async () => (await count()) === before + 1,
        number: async () => undefined,
      }
    },
  },
]
