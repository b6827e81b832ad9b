import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { type PracticeRun, startPracticeRun } from '../../support/practice-run.ts'

let run: PracticeRun

beforeAll(async () => {
  run = await startPracticeRun()
})
afterAll(() => run.stop())

const flagFor = async (customer: string, words: string, channel: string = CHANNELS.support) => {
  const omar = run.as(PEOPLE.omar)
  await omar.command('/cx', `flag ${words}`, channel)
  await run.form(omar)
  await omar.fill('Customer', customer)
  await omar.fill('Journey stage', 'Pay')
  expect(await omar.submit()).toMatchObject({ kind: 'closed' })
}

const askFor = async (person: string, name: string) => {
  const { answer } = await run.as(person).command('/cx', `customer ${name}`, CHANNELS.random)
  if (!answer) throw new Error('no answer')
  return { text: run.slack.visibleText(answer as never), at: { channel: answer.channel, ts: answer.ts } }
}

describe('/cx customer', { timeout: 90_000 }, () => {
  it('tells one story across departments to whoever may see it', async () => {
    await flagFor('Nordwind', 'Charged twice for March.')
    const ben = run.as(PEOPLE.ben)
    await ben.press(await run.dm(ben, 'Claim'), 'Claim')
    await run.dm(ben, 'Tomorrow')
    const { text } = await askFor(PEOPLE.dina, ' nordWIND ')
    expect(text).toContain('Nordwind')
    expect(text).toContain('1 open issue, 0 over')
    expect(text).toMatch(/CX-\d+ · Nordwind · Normal · Pay/)
    expect(text).toContain('Ben (Billing)')
    expect(text).toContain('Billing 1 min')
  })

  it('neither shows nor counts what somebody may not see, and does not say that there is such a customer', async () => {
    await flagFor('Nordwind', 'A secret contract.', CHANNELS.escalations)
    await flagFor('Heimlich Corp', 'A secret merger.', CHANNELS.escalations)
    await run.reads(run.as(PEOPLE.ben).dms, 'Heimlich')
    expect((await askFor(PEOPLE.ben, 'Nordwind')).text).toContain('2 open issues, 0 over')
    expect((await askFor(PEOPLE.dina, 'Nordwind')).text).toContain('1 open issue, 0 over')
    const [hidden, missing] = [await askFor(PEOPLE.dina, 'Heimlich Corp'), await askFor(PEOPLE.dina, 'Nobody Inc')]
    expect(hidden.text.replace('Heimlich Corp', 'X')).toBe(missing.text.replace('Nobody Inc', 'X'))
  })

  it('says who could be meant when several begin so', async () => {
    await flagFor('Nordlicht', 'The lamp is dark.')
    await run.reads(run.as(PEOPLE.ben).dms, 'Nordlicht')
    const { text } = await askFor(PEOPLE.dina, 'nord')
    expect(text).toContain('Several customers begin with “nord”')
    expect(text).toContain('Nordwind')
    expect(text).toContain('Nordlicht')
    expect(text).not.toContain('Heimlich')
  })

  it('asks for a name when there is none', async () => {
    expect((await askFor(PEOPLE.dina, '')).text).toContain('Which customer?')
  })

  it('shows the same without names to be copied: never a restricted issue, and posts it nowhere', async () => {
    const ben = run.as(PEOPLE.ben)
    const { at } = await askFor(PEOPLE.ben, 'Nordwind')
    const before = run.slack.calls().filter((call) => call.method === 'chat.postMessage').length
    await ben.press(at, 'Share anonymised')
    const shown = await run.form(ben)
    await ben.close()
    expect(shown).toContain('Day 1: told us about the problem')
    expect(shown).toContain('Day 1: somebody in Billing took it on')
    expect(shown.match(/told us about the problem/g)).toHaveLength(1)
    for (const secret of ['Nordwind', 'Ben', 'Omar', 'March', 'secret', 'CX-']) expect(shown).not.toContain(secret)
    await run.slack.settled({ quietFor: 100 })
    expect(run.slack.calls().filter((call) => call.method === 'chat.postMessage')).toHaveLength(before)
  })
})
