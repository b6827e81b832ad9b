import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import type { Workplace } from './workplace.ts'

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

let said = 0
const words = (): string => {
  said += 1
  return `Problem ${said} at the customer's.`
}

const kinds = async ({ rows }: Workplace, number: number): Promise<readonly string[]> =>
  (await rows('SELECT kind FROM issue_event WHERE issue_number = $1 ORDER BY seq', number)).map((row) => row.kind)

const numberOf = async ({ rows }: Workplace, text: string): Promise<number | undefined> => {
  const found = await rows("SELECT issue_number FROM issue_words WHERE kind = 'what_happened' AND text = $1", text)
  if (found.length > 1) throw new Error(`${found.length} issues say “${text}”`)
  return found[0]?.issue_number
}

type Actor = ReturnType<Workplace['as']>

const formOf = ({ slack }: Workplace, actor: Actor) => slack.waitFor(() => actor.modal(), { what: 'a form' })

const submitIfOpen = async (actor: Actor): Promise<unknown> => actor.modal() && actor.submit()

const fillFlag = async (stand: Workplace, text: string): Promise<Actor> => {
  const anna = stand.as(PEOPLE.anna)
  await anna.command('/cx', `flag ${text}`, CHANNELS.support)
  await formOf(stand, anna)
  await anna.fill('Journey stage', 'Pay')
  await anna.fill('Customer', text.slice(0, 10))
  return anna
}

/** The newest message to a person with this button. */
const dm = (actor: Actor, button: string) => {
  const found = actor.dms().findLast((message) => message.buttons.includes(button))
  if (!found) throw new Error(`there is no direct message with ${button}`)
  return found
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

const flagged = async (stand: Workplace): Promise<number> => {
  const text = words()
  await (await fillFlag(stand, text)).submit()
  await stand.quiet()
  return (await numberOf(stand, text)) ?? 0
}

const claimed = async (stand: Workplace): Promise<number> => {
  const number = await flagged(stand)
  const ben = stand.as(PEOPLE.ben)
  await ben.press(dm(ben, 'Claim'), 'Claim')
  await stand.quiet()
  return number
}

const fillHandover = async (stand: Workplace): Promise<Actor> => {
  const ben = stand.as(PEOPLE.ben)
  await ben.press(dm(ben, 'Hand over or consult'), 'Hand over or consult')
  await formOf(stand, ben)
  await ben.fill('Department', 'Sales')
  await ben.fill('Reason', 'Needs their expertise')
  await ben.fill('What do you need from them?', 'The contract says another price.')
  return ben
}

const fillClosing = async (stand: Workplace): Promise<Actor> => {
  const ben = stand.as(PEOPLE.ben)
  await ben.press(dm(ben, 'Resolve'), 'Resolve')
  await formOf(stand, ben)
  await ben.fill('What was done', 'Refunded.')
  await ben.submit()
  await stand.quiet()
  await ben.press(dm(ben, 'Close the loop'), 'Close the loop')
  await formOf(stand, ben)
  await ben.fill('What was the customer told?', 'The refund arrives on Friday.')
  await ben.fill('Had to explain again?', 'No')
  return ben
}

const byButton = (stand: Workplace, number: number, kind: string, actor: Actor, button: string): Step => {
  const message = dm(actor, button)
  return step(stand, number, kind, {
    act: () => actor.press(message, button),
    again: () => actor.press(message, button, { asSeen: true }),
    delivery: 'block_actions',
  })
}

const bySubmission = (stand: Workplace, number: number, kind: string, actor: Actor): Step =>
  step(stand, number, kind, {
    act: () => actor.submit(),
    again: () => submitIfOpen(actor),
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
          if (!isOpen()) await open()
          const form = await formOf(stand, anna)
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
      await (await fillHandover(stand)).submit()
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
      const asked = new Date(stand.now().getTime() - 2.5 * 3_600_000)
      return step(stand, number, 'reminded', {
        act: () => stand.rows('UPDATE issue SET asked_at = $2, next_look_at = $2 WHERE number = $1', number, asked),
      })
    },
  },
  {
    name: 'a digest',
    events: [],
    shown: {},
    prepare: async (stand) => {
      const { rows } = stand
      const [{ count: before = 0 } = {}] = await rows('SELECT count(*)::int FROM digest')
      const cron = `${before % 60} ${Math.floor(before / 60)} * * *`
      return {
        act: () =>
          rows(
            `WITH longAgo AS (UPDATE workspace SET first_started_at = first_started_at - interval '30 days')
             INSERT INTO council_version SELECT workspace_id, council_id, version + 1,
               jsonb_set(jsonb_set(document::jsonb, '{digest}', to_jsonb($1::text)), '{calendar,timeZone}', '"UTC"'),
               applied_at, applied_by FROM council_version ORDER BY version DESC LIMIT 1`,
            cron,
          ),
        isDone: async () => (await rows('SELECT FROM digest')).length > before,
        number: async () => undefined,
      }
    },
  },
]
