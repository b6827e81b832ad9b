import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { row } from '#adapters/slack/blocks/kit/actions.ts'
import { snoozeMenu } from '#adapters/slack/blocks/messages/reminders/buttons.ts'
import { chooseWay } from '../slack/hand-over-form.ts'
import { consultOthers } from './consulting.ts'
import { decideWhereItEnds } from './deciding.ts'
import { fillIn, live, messageWith, patiently } from './lives.ts'
import { remind } from './remind.ts'
import type { Town } from './town.ts'
import { waitAndMove } from './waiting.ts'

type Delivery = ReturnType<Town['slack']['deliveries']>[number]

const claimEmoji = 'raising_hand'

const plain = (words: string, hidden = false) => ({ words, customer: 'Nordwind', private: hidden })

/** Looks at what opens for somebody, and closes it. */
const look = async (town: Town, actor: ReturnType<Town['as']>) => {
  await town.slack.waitFor(() => actor.modal(), { ...patiently, what: 'something to look at' })
  await actor.close()
}

const flagInEveryWay = async (town: Town) => {
  const anna = town.as(PEOPLE.anna)
  await anna.command('/cx', 'flag By command', CHANNELS.support)
  await fillIn(town, anna, { Customer: 'Nordwind', 'Journey stage': 'Pay', Department: 'Billing' })
  const said = await anna.post(CHANNELS.support, 'By shortcut')
  await anna.shortcutOnMessage('Flag for the council', CHANNELS.support, said.ts)
  await fillIn(town, anna, {})
  await anna.globalShortcut('Flag a customer issue')
  await look(town, anna)
  await anna.post(CHANNELS.support, '<@U0COUNCILBOT> flag By mention')
  await anna.post(CHANNELS.support, '<@U0COUNCILBOT> what can you do?')
  await anna.openHome()
  await town.slack.waitFor(() => anna.home(), { ...patiently, what: 'a home' })
  await anna.press('home', 'Flag a customer issue')
  await look(town, anna)
}

const useEveryCommand = async (town: Town) => {
  const chloe = town.as(PEOPLE.chloe)
  const number = await live(town, plain('Shown and claimed'), 'asked')
  for (const text of [
    '',
    'help',
    'list',
    'mine',
    'digest',
    'bounces',
    'bounces soon',
    'lsit',
    `show CX-${number}`,
    `show CX-${number} history`,
  ])
    await chloe.command('/cx', text, CHANNELS.council)
  const told = await chloe.command('/cx', 'customer Nordwind', CHANNELS.council)
  if (!told.answer) throw new Error('nothing was told of the customer')
  await chloe.press({ channel: told.answer.channel, ts: told.answer.ts }, 'Share anonymised')
  await look(town, chloe)
  const { answer } = await chloe.command('/cx', 'list', CHANNELS.council)
  if (!answer) throw new Error('nothing was listed')
  await chloe.press({ channel: answer.channel, ts: answer.ts }, 'Open')
  await look(town, chloe)
  await town.as(PEOPLE.ben).command('/cx', `claim CX-${number}`, CHANNELS.billing)
  for (const word of ['hold', 'unhold']) await chloe.command('/cx', `${word} CX-${number} Because.`, CHANNELS.council)
}

const askAnother = async (town: Town) => {
  const [ben, felix, chloe] = [town.as(PEOPLE.ben), town.as(PEOPLE.felix), town.as(PEOPLE.chloe)]
  const issue = `CX-${await live(town, plain('Whose is it?'), 'asked')}`
  await ben.press(await messageWith(town, ben.dms, issue, 'See all'), 'See all')
  await look(town, ben)
  await ben.press(await messageWith(town, ben.dms, issue, 'Not ours'), 'Not ours')
  await fillIn(town, ben, { Department: 'Sales', Reason: 'The contract.' })
  await felix.press(await messageWith(town, felix.dms, issue, 'Not ours'), 'Not ours')
  await fillIn(town, felix, { Department: 'Billing', Reason: 'The invoice.' })
  const route = await messageWith(town, chloe.dms, issue, 'Route')
  await chloe.press(route, 'Route')
  await fillIn(town, chloe, { Department: 'Product' })
  const unrouted = `CX-${await live(town, plain('Nobody knows whose'), 'unrouted')}`
  const suggested = await messageWith(town, chloe.dms, unrouted, 'Route')
  for (const name of suggested.buttons.filter((button) => button !== 'Route' && button !== 'See all'))
    await chloe.press(suggested, name, { asSeen: true })
}

const changeMinds = async (town: Town) => {
  const [ben, omar, lou] = [town.as(PEOPLE.ben), town.as(PEOPLE.omar), town.as(PEOPLE.lou)]
  const fresh = `CX-${await live(town, plain('Taken back'), 'unrouted')}`
  await omar.press(await messageWith(town, omar.dms, fresh, 'Withdraw'), 'Withdraw')
  const hidden = `CX-${await live(town, plain('Shared later', true), 'unrouted')}`
  await omar.press(await messageWith(town, omar.dms, hidden, 'Share the words'), 'Share the words')
  const issue = `CX-${await live(town, plain('Released'), 'claimed')}`
  const mine = await messageWith(town, ben.dms, issue, 'Release')
  for (const day of ['Today', 'Tomorrow', 'Friday']) await ben.press(mine, day, { asSeen: true })
  await ben.choose(mine, 'A date', '2099-01-01')
  await ben.press(mine, 'Release', { asSeen: true })
  const card = await messageWith(town, () => lou.messages(CHANNELS.billing), issue, 'Claim')
  await lou.react(card.channel, card.ts, claimEmoji)
}

const moveFromHome = async (town: Town) => {
  const [ben, felix, lou] = [town.as(PEOPLE.ben), town.as(PEOPLE.felix), town.as(PEOPLE.lou)]
  const issue = `CX-${await live(town, plain('Moved'), 'pending')}`
  const handAgain = async (need: string) => {
    await ben.press(await messageWith(town, ben.dms, issue, 'Hand over or consult'), 'Hand over or consult')
    await chooseWay(town.slack, ben, 'Hand over')
    await fillIn(town, ben, { Department: 'Sales', Reason: 'Capacity', 'What do you need from them?': need })
    return messageWith(town, felix.dms, need, 'Accept')
  }
  await felix.press(await messageWith(town, felix.dms, issue, 'Ask first'), 'Ask first')
  await fillIn(town, felix, { Question: 'Which one?' })
  await ben.press(await messageWith(town, ben.dms, issue, 'Answer'), 'Answer')
  await fillIn(town, ben, { Answer: 'The second.' })
  await ben.press(await messageWith(town, ben.dms, issue, 'Take back'), 'Take back')
  await town.slack.waitFor(() => felix.dms().some(({ visible }) => visible.includes('took the handover')), patiently)
  await felix.press(await handAgain('Once more.'), 'Return it')
  await fillIn(town, felix, { Reason: 'Not ours either.' })
  await messageWith(town, ben.dms, 'so you still answer for it', 'Hand over or consult')
  await felix.press(await handAgain('Please, after all.'), 'Accept')
  const closed = `CX-${await live(town, plain('Opened again'), 'closed')}`
  const over = await messageWith(town, () => lou.messages(CHANNELS.billing), closed, 'Reopen')
  await lou.press(over, 'Reopen')
  await fillIn(town, lou, { 'What is still wrong?': 'Again.' })
  const asked = `CX-${await live(town, plain('From home'), 'asked')}`
  await ben.openHome()
  await town.slack.waitFor(() => town.slack.visibleText(ben.home() ?? { blocks: [] }).includes(asked), patiently)
  await ben.press('home', 'Claim')
}

const joinIssues = async (town: Town) => {
  const [chloe, omar] = [town.as(PEOPLE.chloe), town.as(PEOPLE.omar)]
  const numbers: number[] = []
  for (const words of ['First', 'Second', 'Third'])
    numbers.push(await live(town, plain(`${words} export lost its umlauts`), 'asked'))
  const [first, second, third] = numbers
  const claimed = await live(town, plain('Fourth export lost its umlauts'), 'claimed')
  await chloe.command('/cx', `link CX-${first} CX-${second}`, CHANNELS.council)
  await chloe.command('/cx', `merge CX-${second} into CX-${first}`, CHANNELS.council)
  const receipt = await messageWith(town, omar.dms, `CX-${third}`, 'Withdraw')
  const same = receipt.buttons.find((button) => button.startsWith('Same as'))
  if (same === undefined) throw new Error('no issue of the same customer was offered')
  await omar.press(receipt, same)
  for (const [button, label] of [
    ['Link', 'Which issue belongs to it?'],
    ['Merge', 'Which issue tells of the same?'],
  ] as const) {
    const { answer } = await chloe.command('/cx', 'list', CHANNELS.council)
    if (!answer) throw new Error('nothing was listed')
    await chloe.press({ channel: answer.channel, ts: answer.ts }, 'Open')
    await town.slack.waitFor(() => chloe.modal(), { ...patiently, what: 'an issue to look at' })
    await chloe.press('modal', button)
    await town.slack.waitFor(() => town.slack.visibleText(chloe.modal() ?? { blocks: [] }).includes(label), patiently)
    await fillIn(town, chloe, { [label]: `CX-${claimed}` })
    await chloe.close()
  }
}

const changeIssues = async (town: Town) => {
  const [ben, chloe, dina, omar] = [PEOPLE.ben, PEOPLE.chloe, PEOPLE.dina, PEOPLE.omar].map((id) => town.as(id))
  if (!ben || !chloe || !dina || !omar) throw new Error('somebody is missing')
  const issue = `CX-${await live(town, plain('Changed in every way'), 'claimed')}`
  const later = '2099-01-05'
  const mine = await messageWith(town, ben.dms, issue, 'Promise to the customer')
  await ben.press(mine, 'Promise to the customer')
  await fillIn(town, ben, { 'What was promised?': 'A call.', 'By when?': later })
  const promised = await messageWith(town, ben.dms, issue, 'Kept')
  await ben.press(promised, 'Kept')
  await ben.press(mine, 'Add update', { asSeen: true })
  await fillIn(town, ben, { 'What is new?': 'The bank confirmed it.' })
  const card = await messageWith(town, () => omar.messages(CHANNELS.billing), issue, 'Update')
  await ben.choose(card, '…', 'Next step by')
  await fillIn(town, ben, { 'Next step': 'Refund sent', 'Next step by': later })
  await dina.command('/cx', `follow ${issue}`, CHANNELS.support)
  await dina.press(await messageWith(town, dina.dms, issue, 'Unfollow'), 'Unfollow')
  await look(town, dina)
  await dina.command('/cx', `unfollow ${issue}`, CHANNELS.support)
  await omar.command('/cx', `update ${issue} Still waiting.`, CHANNELS.support)
  const { answer } = await chloe.command('/cx', 'list', CHANNELS.council)
  if (!answer) throw new Error('nothing was listed')
  await chloe.press({ channel: answer.channel, ts: answer.ts }, 'Open')
  await town.slack.waitFor(() => chloe.modal(), { ...patiently, what: 'an issue to look at' })
  await chloe.press('modal', 'Edit')
  await town.slack.waitFor(
    () => town.slack.visibleText(chloe.modal() ?? { blocks: [] }).includes('Severity'),
    patiently,
  )
  await fillIn(town, chloe, { Severity: 'Urgent' })
  await chloe.press('modal', 'Follow')
  await town.slack.waitFor(() => town.slack.visibleText(chloe.modal() ?? { blocks: [] }).includes('follow'), patiently)
  await chloe.close({ all: true })
  await chloe.press(card, 'See all')
  await town.slack.waitFor(() => chloe.modal(), { ...patiently, what: 'an issue to look at' })
  await chloe.choose('modal', '…', 'Withdraw')
  await town.slack.waitFor(() => chloe.modal()?.fields.some(({ label }) => label === 'Reason'), patiently)
  await fillIn(town, chloe, { Reason: 'It was a drill.' })
}

const putOff = async (town: Town) => {
  const number = await live(town, plain('Put off'), 'asked')
  await town.as(PEOPLE.ben).choose(await remind(town, row([snoozeMenu(number)])), 'Snooze', 'Tomorrow')
}

/** Seven issues of one person, who then leaves the channel of her department. */
const leaveThingsBehind = async (town: Town) => {
  const [omar, dina] = [town.as(PEOPLE.omar), town.as(PEOPLE.dina)]
  const [carla, chloe] = [town.as(PEOPLE.carla), town.as(PEOPLE.chloe)]
  for (let i = 0; i < 7; i += 1) {
    const issue = `CX-${await live(town, plain(`Left behind ${i}`), 'unrouted')}`
    await omar.press(await messageWith(town, omar.dms, issue, 'Add details'), 'Add details')
    await fillIn(town, omar, { 'Journey stage': town.called('Use') })
    await messageWith(town, dina.dms, issue, 'Claim')
    await dina.command('/cx', `claim ${issue}`, CHANNELS.product)
  }
  await dina.leave(CHANNELS.product)
  const list = await messageWith(town, carla.dms, 'has left the channel', 'See all of them')
  await carla.press(list, 'See all of them')
  await look(town, carla)
  await carla.press(list, "I'll take it")
  const chairs = await messageWith(town, chloe.dms, 'has left the channel', 'See all of them')
  for (const does of ['Give to', 'Name'])
    await chloe.press(chairs, chairs.buttons.find((button) => button.startsWith(does)) ?? does, { asSeen: true })
}

const goAwayAndPassOn = async (town: Town) => {
  const [sana, ben, lou] = [town.as(PEOPLE.sana), town.as(PEOPLE.ben), town.as(PEOPLE.lou)]
  for (const text of ['away until 2099-01-01 cover @ivo', 'back']) await sana.command('/cx', text, CHANNELS.it)
  const issue = `CX-${await live(town, plain('Passed on'), 'claimed')}`
  await ben.command('/cx', `pass ${issue}`, CHANNELS.billing)
  await look(town, ben)
  await ben.press(await messageWith(town, ben.dms, issue, 'Pass to a colleague'), 'Pass to a colleague')
  await fillIn(town, ben, { Colleague: town.called('Lou Jensen'), Note: 'Half done.' })
  await lou.press(await messageWith(town, lou.dms, issue, 'Accept'), 'Accept')
}

/** Every menu, page and search of App Home. */
const turnHome = async (town: Town) => {
  const chloe = town.as(PEOPLE.chloe)
  const shows = (words: string) =>
    town.slack.waitFor(() => town.slack.visibleText(chloe.home() ?? { blocks: [] }).includes(words), {
      ...patiently,
      what: `a home with ${words}`,
    })
  for (let i = 0; i < 13; i += 1) await live(town, plain(`One of many ${i}`), 'unrouted')
  await chloe.openHome()
  await shows('Find an issue')
  await chloe.choose('home', 'Show', 'All open issues')
  await shows('Next page')
  await chloe.press('home', 'Next page')
  await shows('Previous page')
  await chloe.press('home', 'Previous page')
  await chloe.choose('home', 'Severity', 'Normal')
  await chloe.choose('home', 'Department', 'Billing')
  await chloe.choose('home', 'Find an issue', 'CX-1')
  await shows('Back to what waits for me')
  await chloe.press('home', 'Back to what waits for me')
}

const tellOfChanges = async (town: Town) => {
  await town.slack.updatePerson(PEOPLE.dina, { title: 'Product manager again' })
  await town.as(PEOPLE.dina).rename(CHANNELS.random, 'at-random')
}

const pieces = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((at, key) => (at as Readonly<Record<string, unknown>> | undefined)?.[key], value)

/** What a delivery is of: “block_actions claim home”, “/cx show”, “reaction_added raising_hand”. */
const kindOf = ({ name, kind, payload }: Delivery): string => {
  if (kind === 'command') return `/cx ${/^\S*/.exec(String(payload.text))?.[0]}`
  if (kind === 'event') return [name, pieces(payload, 'event', 'reaction')].filter(Boolean).join(' ')
  const action = pieces(payload, 'actions', '0', 'action_id')
  const callback = payload.callback_id ?? pieces(payload, 'view', 'callback_id')
  const place = action === undefined ? undefined : (pieces(payload, 'view', 'type') ?? 'message')
  return [name, action ?? callback, place].filter(Boolean).join(' ')
}

/** Everything that people can do with the bot, done once; answers one delivery of each kind. */
export const recordEveryKind = async (town: Town): Promise<ReadonlyMap<string, Delivery>> => {
  await flagInEveryWay(town)
  await useEveryCommand(town)
  await askAnother(town)
  await changeMinds(town)
  await moveFromHome(town)
  await consultOthers(town)
  await decideWhereItEnds(town)
  await joinIssues(town)
  await changeIssues(town)
  await putOff(town)
  await waitAndMove(town)
  await goAwayAndPassOn(town)
  await leaveThingsBehind(town)
  await turnHome(town)
  await tellOfChanges(town)
  await town.slack.settled({ quietFor: 300 })
  return new Map(town.slack.deliveries().map((delivery) => [kindOf(delivery), delivery]))
}
