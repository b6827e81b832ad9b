import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { chooseWay } from '../slack/hand-over-form.ts'
import { fillIn, live, messageWith, patiently, type Script } from './lives.ts'
import type { Town } from './town.ts'

const handToSales = async (town: Town, issue: string, need: string) => {
  const ben = town.as(PEOPLE.ben)
  await ben.press(await messageWith(town, ben.dms, issue, 'Hand over or consult'), 'Hand over or consult')
  await chooseWay(town.slack, ben, 'Hand over')
  await fillIn(town, ben, {
    Department: town.called('Sales'),
    Reason: 'Capacity',
    'What do you need from them?': need,
  })
}

/** One issue of Ben's that Sales has returned twice, and that is for the council now; answers its number. */
export const undecided = async (town: Town, script: Script): Promise<number> => {
  const [ben, felix] = [town.as(PEOPLE.ben), town.as(PEOPLE.felix)]
  const number = await live(town, script, 'claimed')
  const issue = `CX-${number}`
  for (const time of ['once', 'twice']) {
    await handToSales(town, issue, `${script.words} ${time}`)
    await felix.press(await messageWith(town, felix.dms, `${script.words} ${time}`, 'Return it'), 'Return it')
    await fillIn(town, felix, { Reason: `${script.words} returned ${time}` })
    const told = () => ben.dms().some(({ visible }) => visible.includes(`${script.words} returned ${time}`))
    await town.slack.waitFor(told, { ...patiently, what: `${issue} returned ${time}` })
  }
  await handToSales(town, issue, `${script.words} again`)
  await ben.close({ all: true })
  await messageWith(town, () => town.as(PEOPLE.chloe).messages(CHANNELS.council), issue, 'Someone else')
  return number
}

/** Everything that the council, the lead who may speak first, and the one who was named do about where an issue ends. */
export const decideWhereItEnds = async (town: Town): Promise<void> => {
  const [chloe, felix, mia] = [town.as(PEOPLE.chloe), town.as(PEOPLE.felix), town.as(PEOPLE.mia)]
  const issue = `CX-${await undecided(town, { words: 'Where should it end?', customer: 'Nordwind', private: false })}`
  await felix.press(await messageWith(town, felix.dms, issue, 'Tell the council'), 'Tell the council')
  await fillIn(town, felix, { 'What should the council know?': 'We do not have it.' })
  const inCouncil = () => chloe.messages(CHANNELS.council)
  const asked = await messageWith(town, inCouncil, issue, 'Someone else')
  for (const [at, voter] of [PEOPLE.carla, PEOPLE.ravi, PEOPLE.felix].entries())
    await town.as(voter).press(asked, asked.buttons[at] ?? '', { asSeen: true })
  await chloe.press(asked, 'Someone else', { asSeen: true })
  await fillIn(town, chloe, { 'Who should answer for it?': PEOPLE.mia, Reason: 'She knows them.' })
  await mia.press(await messageWith(town, mia.dms, issue, "I can't"), "I can't")
  await fillIn(town, mia, { Reason: 'I am away from tomorrow.' })
}
