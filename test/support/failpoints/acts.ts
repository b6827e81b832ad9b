import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { eventually } from '../eventually.ts'
import { chooseWay } from '../slack/hand-over-form.ts'
import { patience, type Workplace } from './workplace.ts'

let said = 0
export const words = (): string => {
  said += 1
  return `Problem ${said} at the customer's.`
}

export const kinds = async ({ rows }: Workplace, number: number): Promise<readonly string[]> =>
  (await rows('SELECT kind FROM issue_event WHERE issue_number = $1 ORDER BY seq', number)).map((row) => row.kind)

export const numberOf = async ({ rows }: Workplace, text: string): Promise<number | undefined> => {
  const found = await rows("SELECT issue_number FROM issue_words WHERE kind = 'what_happened' AND text = $1", text)
  if (found.length > 1) throw new Error(`${found.length} issues say “${text}”`)
  return found[0]?.issue_number
}

export type Actor = ReturnType<Workplace['as']>

type Seen = ReturnType<Actor['dms']>[number]

/** Does it again until it was answered, as people do whose first try met a busy bot. */
const insist = <T>(act: () => Promise<T>, isAnswered: (answer: T) => boolean): Promise<unknown> =>
  eventually(async () => isAnswered(await act()), patience)

/** Presses a button as it was drawn when the person saw it, until that is answered. */
export const press = (actor: Actor, message: Seen, button: string): Promise<unknown> =>
  insist(
    () => actor.press(message, button, { asSeen: true }),
    ({ ok }) => ok,
  )

/** Opens a form, and answers it when it stands before the person. */
export const openForm = async ({ slack }: Workplace, actor: Actor, open: () => Promise<unknown>) =>
  eventually(async () => {
    if (!actor.modal()) await open()
    return slack.waitFor(() => actor.modal(), { what: 'a form', timeout: 3_000 }).catch(() => undefined)
  }, patience)

/** Sends a form in until it closes. */
export const submit = (actor: Actor): Promise<unknown> =>
  insist(
    async () => actor.modal() && actor.submit(),
    (answer) => answer === undefined || answer.kind === 'closed',
  )

export const fillFlag = async (stand: Workplace, text: string): Promise<Actor> => {
  const anna = stand.as(PEOPLE.anna)
  await openForm(stand, anna, () => anna.command('/cx', `flag ${text}`, CHANNELS.support))
  await anna.fill('Journey stage', 'Pay')
  await anna.fill('Customer', text.split(' at ')[0] ?? text)
  return anna
}

/** The newest message to a person with this button. */
export const dm = (actor: Actor, button: string) => {
  const found = actor.dms().findLast((message) => message.buttons.includes(button))
  if (!found) throw new Error(`there is no direct message with ${button}`)
  return found
}

export const flagged = async (stand: Workplace): Promise<number> => {
  const text = words()
  await submit(await fillFlag(stand, text))
  await stand.quiet()
  return (await numberOf(stand, text)) ?? 0
}

export const claimed = async (stand: Workplace): Promise<number> => {
  const number = await flagged(stand)
  const ben = stand.as(PEOPLE.ben)
  await press(ben, dm(ben, 'Claim'), 'Claim')
  await stand.quiet()
  return number
}

export const fillHandover = async (stand: Workplace): Promise<Actor> => {
  const ben = stand.as(PEOPLE.ben)
  await openForm(stand, ben, () => ben.press(dm(ben, 'Hand over or consult'), 'Hand over or consult'))
  await chooseWay(stand.slack, ben, 'Hand over')
  await ben.fill('Department', 'Sales')
  await ben.fill('Reason', 'Needs their expertise')
  await ben.fill('What do you need from them?', 'The contract says another price.')
  return ben
}

export const fillClosing = async (stand: Workplace): Promise<Actor> => {
  const ben = stand.as(PEOPLE.ben)
  await openForm(stand, ben, () => ben.press(dm(ben, 'Resolve'), 'Resolve'))
  await ben.fill('What was done', 'Refunded.')
  await submit(ben)
  await stand.quiet()
  await openForm(stand, ben, () => ben.press(dm(ben, 'Close the loop'), 'Close the loop'))
  await ben.fill('What was the customer told?', 'The refund arrives on Friday.')
  await ben.fill('Had to explain again?', 'No')
  return ben
}

/** Lets people be reminded often, and takes what they were reminded of before out of the way. */
export const forgetReminders = async ({ rows }: Workplace): Promise<void> => {
  await rows(
    `INSERT INTO council_version SELECT workspace_id, council_id, version + 1,
       jsonb_set(document::jsonb, '{rules,remindersPerDay}', '9999'), applied_at, applied_by FROM
       (SELECT * FROM council_version ORDER BY version DESC LIMIT 1) AS latest
     WHERE document::jsonb #>> '{rules,remindersPerDay}' IS DISTINCT FROM '9999'`,
  )
  await rows('UPDATE reminder SET post = NULL')
}

/** Moves an unclaimed issue's ask back in time, so that the first rung of its ladder is due now. */
export const makeReminderDue = ({ rows, now }: Workplace, number: number) => {
  const asked = new Date(now().getTime() - 2.5 * 3_600_000)
  return rows('UPDATE issue SET asked_at = $2, next_look_at = $2 WHERE number = $1', number, asked)
}

/** Has the bot serve the workspace for a month already: Monday's digest was missed. */
export const makeDigestDue = ({ rows }: Workplace) =>
  rows("UPDATE workspace SET first_started_at = first_started_at - interval '30 days'")

/** Gives the council another time for its digest, earlier today: minutes after midnight. */
export const makeNextDigestDue = ({ rows }: Workplace, minute: number) =>
  rows(
    `INSERT INTO council_version SELECT workspace_id, council_id, version + 1,
       jsonb_set(jsonb_set(document::jsonb, '{digest}', to_jsonb($1::text)), '{calendar,timeZone}', '"UTC"'),
       applied_at, applied_by FROM council_version ORDER BY version DESC LIMIT 1`,
    `${minute % 60} ${Math.floor(minute / 60)} * * *`,
  )

/** Somebody deletes the first card of an issue. */
export const deleteCard = async ({ rows, slack }: Workplace, number: number): Promise<void> => {
  const [{ channel, ts } = {}] = await rows('SELECT channel, ts FROM post WHERE key = $1', `card:${number}:1`)
  const authorization = `Bearer ${slack.world.options.botToken}`
  const headers = { authorization, 'content-type': 'application/json' }
  await fetch(`${slack.apiUrl}chat.delete`, { method: 'POST', headers, body: JSON.stringify({ channel, ts }) })
}
