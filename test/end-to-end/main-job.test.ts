import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import type { PracticeRun } from '../support/practice-run.ts'
import { startPracticeRun } from '../support/practice-run.ts'
import { chooseWay } from '../support/slack/hand-over-form.ts'

let run: PracticeRun

beforeAll(async () => {
  run = await startPracticeRun()
})
afterAll(() => run.stop())

describe('the main job in the practice workspace', () => {
  it('takes an issue from a reaction through a handover to the close and into the digest', async () => {
    const [anna, ben, felix, chloe] = [PEOPLE.anna, PEOPLE.ben, PEOPLE.felix, PEOPLE.chloe].map((id) => run.as(id)) as [
      ReturnType<typeof run.as>,
      ReturnType<typeof run.as>,
      ReturnType<typeof run.as>,
      ReturnType<typeof run.as>,
    ]
    const said = await anna.post(CHANNELS.support, 'Nordwind was charged twice for March & is angry.')
    await anna.react(CHANNELS.support, said.ts, 'triangular_flag_on_post')
    await anna.press(await run.dm(anna, 'Add details'), 'Add details')
    await run.form(anna)
    await anna.fill('Customer', 'Nordwind')
    await anna.fill('Severity', 'High')
    await anna.fill('Journey stage', 'Pay')
    expect(await anna.submit()).toEqual({ kind: 'closed' })

    const ask = await run.dm(ben, 'Claim')
    expect(ask.visible).toContain('Ben, can you take CX-1?')
    expect(ask.visible).toContain('charged twice for March & is angry')
    expect(ask.buttons).toEqual(['Claim', 'Not ours', 'See all'])
    await ben.press(ask, 'Claim')
    await ben.press(await run.dm(ben, 'Tomorrow'), 'Tomorrow')
    await run.reads(() => chloe.messages(CHANNELS.billing), 'Next step by')

    await ben.press(await run.card(chloe, CHANNELS.billing, 'Resolve'), 'Hand over or consult')
    await chooseWay(run.slack, ben, 'Hand over')
    await ben.fill('Department', 'Sales')
    await ben.fill('Reason', 'Needs their expertise')
    await ben.fill('What do you need from them?', 'The contract says another price.')
    expect(await ben.submit()).toEqual({ kind: 'closed' })
    const asked = await run.dm(felix, 'Accept')
    expect(asked.visible).toContain('The contract says another price.')
    await felix.press(asked, 'Accept')

    const card = await run.card(chloe, CHANNELS.sales, 'Resolve')
    expect(card.visible).toContain('CX-1 · Nordwind · High · Pay')
    expect(card.visible).toContain('Billing → Sales')
    const pointer = await run.reads(() => chloe.messages(CHANNELS.billing), 'CX-1 went on to Sales')
    expect(pointer.buttons).toEqual([])

    await felix.press(card, 'Resolve')
    await run.form(felix)
    await felix.fill('What was done', 'Refunded the second charge.')
    expect(await felix.submit()).toEqual({ kind: 'closed' })
    await felix.press(await run.dm(felix, 'Close the loop'), 'Close the loop')
    expect(await run.form(felix)).toContain('What was the customer told?')
    await felix.fill('What was the customer told?', 'The refund arrives on Friday.')
    await felix.fill('Had to explain again?', 'No')
    expect(await felix.submit()).toEqual({ kind: 'closed' })
    await run.reads(() => anna.dms(), 'Nordwind was told')

    const { answer } = await chloe.command('/cx', 'digest', CHANNELS.council)
    expect(answer?.text).toContain('1 customer was told')
    expect(answer?.text).toContain('Explained again 0 of 1')
  })

  it('tells the loser of two claims who has it', async () => {
    const [anna, ben, lou] = [run.as(PEOPLE.anna), run.as(PEOPLE.ben), run.as(PEOPLE.lou)]
    await anna.command('/cx', 'flag Alto cannot pay', CHANNELS.support)
    await run.form(anna)
    await anna.fill('Journey stage', 'Pay')
    await anna.submit()
    const card = await run.card(ben, CHANNELS.billing, 'Claim')
    await ben.press(card, 'Claim')
    await lou.press(card, 'Claim', { asSeen: true })
    await run.reads(() => lou.ephemerals(), 'Ben')
  })
})
