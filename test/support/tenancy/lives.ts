import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { chooseWay } from '../slack/hand-over-form.ts'
import type { Town } from './town.ts'

type Actor = ReturnType<Town['as']>
type Seen = ReturnType<Actor['dms']>[number]

/** How far a life goes: each step has all the steps before it behind it. */
export const stations = ['unrouted', 'asked', 'claimed', 'waiting', 'pending', 'resolved', 'closed'] as const

export type Station = (typeof stations)[number]

/** What people write in a life, apart from the customer's words: all of it recognisable. */
export type Script = { readonly words: string; readonly customer: string; readonly private: boolean }

/** How long somebody waits for a message that must come, on a machine that is busy with other tests. */
export const patiently = { timeout: 30_000 }

const flagEmoji = 'triangular_flag_on_post'

/** The newest message about an issue with this button, once it is there. */
export const messageWith = (town: Town, posts: () => readonly Seen[], issue: string, button: string): Promise<Seen> =>
  town.slack.waitFor(
    () => posts().findLast((post) => post.visible.includes(issue) && post.buttons.includes(button)) as Seen,
    { ...patiently, what: `${issue} with ${button}` },
  )

export const fillIn = async (town: Town, actor: Actor, values: Readonly<Record<string, string>>) => {
  await town.slack.waitFor(() => actor.modal(), { ...patiently, what: 'a form' })
  for (const [label, value] of Object.entries(values)) await actor.fill(label, value)
  const answer = await actor.submit()
  if (answer.kind !== 'closed' && answer.kind !== 'updated') throw new Error(JSON.stringify(answer))
  return answer
}

/** Omar flags what was said to him, where everybody reads it or in a private channel; answers “CX-n”. */
const flag = async (town: Town, { words, private: hidden }: Script): Promise<string> => {
  const omar = town.as(PEOPLE.omar)
  const place = hidden ? CHANNELS.escalations : CHANNELS.support
  const before = new Set(omar.dms().map((dm) => dm.ts))
  const said = await omar.post(place, words)
  await omar.react(place, said.ts, flagEmoji)
  const receipt = await town.slack.waitFor(
    () => omar.dms().find((dm) => !before.has(dm.ts) && dm.buttons.includes('Add details')),
    { ...patiently, what: `the receipt of ${words}` },
  )
  return /CX-\d+/.exec(receipt?.visible ?? '')?.[0] ?? ''
}

/** Sana of IT has a question to answer, and another thing to help with. */
const consult = async (town: Town, ben: Actor, issue: string, words: string) => {
  await ben.command('/cx', `consult ${issue} <@${PEOPLE.sana}> ${words} asked`, CHANNELS.billing)
  await messageWith(town, town.as(PEOPLE.sana).dms, issue, 'Answer')
}

const handOver = async (town: Town, ben: Actor, issue: string, words: string) => {
  await ben.press(await messageWith(town, ben.dms, issue, 'Hand over or consult'), 'Hand over or consult')
  await chooseWay(town.slack, ben, 'Hand over')
  await fillIn(town, ben, {
    Department: town.called('Sales'),
    Reason: 'Capacity',
    'What do you need from them?': `${words} needed`,
  })
  await messageWith(town, town.as(PEOPLE.felix).dms, issue, 'Accept')
}

/** Ben waits on the customer. */
const waitOnCustomer = async (town: Town, ben: Actor, issue: string, words: string) => {
  await ben.command('/cx', `wait ${issue}`, CHANNELS.billing)
  await fillIn(town, ben, { 'For what?': `${words} asked` })
  await messageWith(town, () => ben.messages(CHANNELS.billing), issue, 'Moving again')
}

const resolve = async (town: Town, ben: Actor, issue: string, words: string) => {
  await ben.press(await messageWith(town, ben.dms, issue, 'Resolve'), 'Resolve')
  await fillIn(town, ben, { 'What was done': `${words} done` })
  await messageWith(town, ben.dms, issue, 'Close the loop')
}

const close = async (town: Town, ben: Actor, issue: string, words: string) => {
  await ben.press(await messageWith(town, ben.dms, issue, 'Close the loop'), 'Close the loop')
  await fillIn(town, ben, { 'What was the customer told?': `${words} told` })
}

/** One issue brought as far as a station by Omar, who flags it, and Ben of Billing; answers its number. */
export const live = async (town: Town, script: Script, station: Station): Promise<number> => {
  const [omar, ben] = [town.as(PEOPLE.omar), town.as(PEOPLE.ben)]
  const issue = await flag(town, script)
  const reached = (other: Station): boolean => stations.indexOf(station) >= stations.indexOf(other)
  if (reached('asked')) {
    await omar.press(await messageWith(town, omar.dms, issue, 'Add details'), 'Add details')
    await fillIn(town, omar, { Customer: script.customer, 'Journey stage': town.called('Pay') })
    await messageWith(town, ben.dms, issue, 'Claim')
  }
  if (reached('claimed')) {
    await ben.press(await messageWith(town, ben.dms, issue, 'Claim'), 'Claim')
    await messageWith(town, ben.dms, issue, 'Tomorrow')
  }
  if (station === 'pending') await consult(town, ben, issue, script.words)
  if (reached('waiting')) await waitOnCustomer(town, ben, issue, script.words)
  if (station === 'pending') await handOver(town, ben, issue, script.words)
  if (reached('resolved')) await resolve(town, ben, issue, script.words)
  if (reached('closed')) await close(town, ben, issue, script.words)
  return Number(issue.slice(3))
}
