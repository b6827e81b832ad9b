import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { row } from '#adapters/slack/blocks/kit/actions.ts'
import { line, text } from '#adapters/slack/blocks/kit/rich.ts'
import { message } from '#adapters/slack/blocks/kit/shown.ts'
import { askOtherButton } from '#adapters/slack/blocks/messages/consulting/buttons.ts'
import { chooseWay } from '../slack/hand-over-form.ts'
import { fillIn, live, messageWith, patiently } from './lives.ts'
import type { Town } from './town.ts'

const plain = (words: string) => ({ words, customer: 'Nordwind', private: false })

const opened = (town: Town, label: string) =>
  town.slack.waitFor(
    () =>
      town
        .as(PEOPLE.ben)
        .modal()
        ?.fields.some((field) => field.label === label),
    {
      ...patiently,
      what: `a form with ${label}`,
    },
  )

/** Reminders come by the clock: the button of one is put before Ben as the bot would. */
const askOther = async (town: Town, issue: string, asked: { readonly blocks: unknown }) => {
  const ben = town.as(PEOPLE.ben)
  const [, consult = ''] = /"\d+:([\da-f]{8}-[\da-f-]{27})"/.exec(JSON.stringify(asked.blocks)) ?? []
  const channel = ben.dms()[0]?.channel
  const headers = { authorization: `Bearer ${town.slack.world.options.botToken}`, 'content-type': 'application/json' }
  const said = {
    channel,
    ...message(text(line('Unanswered.')), row([askOtherButton(Number(issue.slice(3)), consult)])),
  }
  await fetch(`${town.slack.apiUrl}chat.postMessage`, { method: 'POST', headers, body: JSON.stringify(said) })
  await ben.press(await messageWith(town, ben.dms, 'Unanswered.', 'Ask somebody else'), 'Ask somebody else')
  await opened(town, 'What do you want to know?')
  await fillIn(town, ben, { 'Who could answer?': town.called('Dina Cohen') })
}

const questions = async (town: Town) => {
  const [ben, sana] = [town.as(PEOPLE.ben), town.as(PEOPLE.sana)]
  const issue = `CX-${await live(town, plain('Asked about'), 'claimed')}`
  await ben.command('/cx', `consult ${issue} @sana Which one?`, CHANNELS.billing)
  await sana.press(await messageWith(town, sana.dms, issue, 'Ask back'), 'Ask back')
  await fillIn(town, sana, { 'What do you need to know first?': 'Of what?' })
  await ben.press(await messageWith(town, ben.dms, 'Of what?', 'Answer'), 'Answer')
  await fillIn(town, ben, { 'Your answer': 'Of the two.' })
  await sana.press(await messageWith(town, sana.dms, 'Of the two.', 'Answer'), 'Answer')
  await fillIn(town, sana, { 'Your answer': 'The second one.' })
  await ben.press(await messageWith(town, ben.dms, 'The second one.', 'Consult again'), 'Consult again')
  await opened(town, 'What do you want to know?')
  await fillIn(town, ben, { 'What do you want to know?': 'And now?' })
  await askOther(town, issue, await messageWith(town, sana.dms, 'And now?', 'Answer'))
  const card = await messageWith(town, () => ben.messages(CHANNELS.billing), issue, 'No longer needed')
  await ben.press(card, 'No longer needed')
}

const hands = async (town: Town) => {
  const [ben, sana] = [town.as(PEOPLE.ben), town.as(PEOPLE.sana)]
  const issue = `CX-${await live(town, plain('Too much'), 'claimed')}`
  await ben.press(await messageWith(town, ben.dms, issue, 'Hand over or consult'), 'Hand over or consult')
  await chooseWay(town.slack, ben, 'Hand over')
  await ben.fill('Reason', 'Capacity')
  await town.slack.waitFor(() => town.slack.visibleText(ben.modal() ?? { blocks: [] }).includes('Short of'), patiently)
  await ben.press('modal', 'Ask for hands')
  await opened(town, 'Who could lend a hand?')
  await fillIn(town, ben, {
    'Who could lend a hand?': town.called('Sana Iqbal'),
    'What do you need from them?': 'A look.',
  })
  await sana.press(await messageWith(town, sana.dms, 'A look.', "Can't help"), "Can't help")
  await fillIn(town, sana, { 'Why not?': 'Full.' })
  await ben.press(await messageWith(town, ben.dms, 'Full.', 'Ask for hands'), 'Ask for hands')
  await opened(town, 'Who could lend a hand?')
  await fillIn(town, ben, { 'Who could lend a hand?': town.called('Dina Cohen') })
  const dina = town.as(PEOPLE.dina)
  await dina.press(await messageWith(town, dina.dms, issue, "I'll help"), "I'll help")
  await dina.press(await messageWith(town, dina.dms, issue, 'Done helping'), 'Done helping')
}

/** Everything that is asked of others while an issue stays where it is. */
export const consultOthers = async (town: Town): Promise<void> => {
  await questions(town)
  await hands(town)
}
