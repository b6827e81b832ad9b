import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import type { PracticeRun } from '../support/practice-run.ts'
import { startPracticeRun } from '../support/practice-run.ts'

let run: PracticeRun

beforeAll(async () => {
  run = await startPracticeRun()
})
afterAll(() => run.stop())

describe('the main job in the practice workspace', () => {
  it('takes an issue from a reaction through a handover to the close and into the digest', async () => {
    const { slack } = run
    const anna = run.as(PEOPLE.anna)
    const ben = run.as(PEOPLE.ben)
    const felix = run.as(PEOPLE.felix)
    const message = await anna.post(CHANNELS.support, 'Nordwind was charged twice for March.')
    await anna.react(CHANNELS.support, message.ts, 'triangular_flag_on_post')
    const receipt = await slack.waitFor(() => anna.dms().find((dm) => dm.visible.includes('CX-1')), { what: 'the receipt' })
    console.log(receipt.visible, receipt.buttons)
    const modalOf = (actor: typeof anna) => slack.waitFor(() => actor.modal(), { what: 'a modal' })
    const show = async (title: string) => {
      await slack.settled({ quietFor: 400 })
      console.log(`======== ${title}`)
      for (const [who, actor] of Object.entries({ anna, ben, felix, chloe: run.as(PEOPLE.chloe) }))
        console.log(`--- DM of ${who}\n`, actor.dms().map((m) => m.visible).join('\n\n'))
      for (const ch of [CHANNELS.council, CHANNELS.billing, CHANNELS.sales]) {
        const viewer = run.as(PEOPLE.chloe)
        console.log(`--- # ${ch}\n`, viewer.messages(ch).map((m) => `${m.visible}\n   THREAD ${viewer.thread(ch, m.ts).slice(1).map((t) => t.visible).join(' | ')}`).join('\n\n'))
      }
    }
    await anna.press(receipt, 'Add details')
    console.log(slack.visibleText((await modalOf(anna)) as never))
    await anna.fill('Customer', 'Nordwind')
    await anna.fill('Severity', 'High')
    await anna.fill('Journey stage', 'Pay')
    console.log(await anna.submit())
    await show('flagged')
    const ask = await slack.waitFor(() => ben.dms().find((dm) => dm.buttons.includes('Claim')))
    console.log(JSON.stringify(await ben.press(ask, 'Claim'))); await show('after claim'); console.log(slack.calls().filter((c) => !c.answer.ok).map((c) => JSON.stringify([c.method, c.args, c.answer])).join('\n').slice(0, 6000))
    const mine = await slack.waitFor(() => ben.dms().find((dm) => dm.buttons.includes('Tomorrow')))
    await ben.press(mine, 'Tomorrow')
    await show('claimed')
    const card = slack.as(PEOPLE.chloe).messages(CHANNELS.billing).find((m) => m.buttons.includes('Resolve'))
    await ben.press(card!, 'Hand over or consult')
    console.log(slack.visibleText((await modalOf(ben)) as never))
    await ben.fill('Department', 'Sales')
    await ben.fill('Reason', 'Needs their expertise')
    await ben.fill('What do you need from them?', 'The contract says another price. Please check.')
    console.log(await ben.submit())
    await show('handover')
    const asked = await slack.waitFor(() => felix.dms().find((dm) => dm.buttons.includes('Accept')))
    await felix.press(asked, 'Accept')
    await show('accepted')
    const salesCard = slack.as(PEOPLE.chloe).messages(CHANNELS.sales).find((m) => m.buttons.includes('Resolve'))
    await felix.press(salesCard!, 'Resolve')
    console.log(slack.visibleText((await modalOf(felix)) as never))
    await felix.fill('What was done', 'Refunded the second charge.')
    console.log(await felix.submit())
    await slack.settled({ quietFor: 300 })
    const closing = await slack.waitFor(() => felix.dms().find((dm) => dm.buttons.includes('Close the loop')))
    await felix.press(closing, 'Close the loop')
    console.log(slack.visibleText((await modalOf(felix)) as never))
    await felix.fill('What was the customer told?', 'The refund arrives on Friday.')
    await felix.fill('Had to explain again?', 'No')
    console.log(await felix.submit())
    await show('closed')
    console.log(await run.as(PEOPLE.chloe).command('/cx', 'digest', '#cx-council'))
    console.log(slack.as(PEOPLE.chloe).ephemerals().map((m) => m.visible).join('\n'))
    console.log((await run.as(PEOPLE.chloe).command('/cx', 'show CX-1', '#cx-council')).answer)
    console.log(slack.as(PEOPLE.chloe).ephemerals().map((m) => m.visible).join('\n'))
    expect(felix).toBeDefined()
  })
})
