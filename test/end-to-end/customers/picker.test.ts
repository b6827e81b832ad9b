import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importCustomers } from '#adapters/postgres/customers/import-customers.ts'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { createIds, systemClock } from '#adapters/system.ts'
import { type PracticeRun, startPracticeRun } from '../../support/practice-run.ts'

let run: PracticeRun

const list = [
  { key: 'N-1', name: 'Nordwind', tier: 'gold', region: 'EU' },
  { key: 'N-2', name: 'Nordlicht <!channel> & Söhne' },
]

const apply = (workspaceId: string, rows: readonly { readonly key: string; readonly name: string }[]) =>
  importCustomers(
    { url: run.url, workspaceId, nextId: createIds(systemClock).next },
    {
      dry: false,
      most: 5,
      async *lines() {
        for (const [i, row] of rows.entries()) yield { line: i + 2, row }
      },
    },
  )

beforeAll(async () => {
  run = await startPracticeRun()
  await apply('T0PRACTICE', list)
  await apply('T0ELSEWHERE', [{ key: 'E-1', name: 'Nordpol of another company' }])
})
afterAll(() => run.stop())

const openFlag = async (person: string) => {
  const actor = run.as(person)
  await actor.command('/cx', 'flag They were charged twice.', CHANNELS.support)
  await run.form(actor)
  return actor
}

/** What the menu of customers offers to somebody who types. */
const offered = async (person: string, typed: string): Promise<readonly string[]> => {
  const actor = await openFlag(person)
  await actor.fill('Customer', typed).catch(() => undefined)
  await actor.close()
  const asked = run.slack.deliveries().findLast((delivery) => delivery.name === 'block_suggestion')
  const answer = JSON.parse(asked?.attempts.at(-1)?.body || '{}')
  return (answer.options ?? []).map((option: { text: { text: string } }) => option.text.text)
}

const flagFor = async (person: string, customer: string, channel: string = CHANNELS.support) => {
  const actor = run.as(person)
  await actor.command('/cx', 'flag They were charged twice.', channel)
  await run.form(actor)
  await actor.fill('Customer', customer)
  await actor.fill('Journey stage', 'Pay')
  expect(await actor.submit()).toMatchObject({ kind: 'closed' })
}

describe('the field for the customer', { timeout: 60_000 }, () => {
  it('finds those of the list while somebody types, whatever the case, and offers what was typed as a new one first', async () => {
    expect(await offered(PEOPLE.anna, 'NORD')).toEqual([
      'Add “NORD”',
      'Nordlicht &lt;!channel&gt; &amp; Söhne',
      'Nordwind',
    ])
    expect(await offered(PEOPLE.anna, ' nordwind ')).toEqual(['Nordwind'])
  })

  it('never finds a customer of another workspace', async () => {
    expect(await offered(PEOPLE.chloe, 'nordp')).toEqual(['Add “nordp”'])
  })

  it('keeps who was picked', async () => {
    await flagFor(PEOPLE.anna, 'Nordwind')
    await run.reads(run.as(PEOPLE.ben).dms, 'Nordwind')
    const details = await run.dm(run.as(PEOPLE.anna), 'Add details')
    await run.as(PEOPLE.anna).press(details, 'Add details')
    expect(await run.form(run.as(PEOPLE.anna))).toContain('Nordwind')
    expect(await run.as(PEOPLE.anna).submit()).toMatchObject({ kind: 'closed' })
  })

  it('takes a name that nobody had before, also one too long for a menu', async () => {
    const long = `${'The very long name of a company that '.repeat(3)}ends`
    for (const name of ['Brandneu', long]) {
      await flagFor(PEOPLE.anna, name)
      await run.reads(run.as(PEOPLE.ben).dms, name)
    }
    expect(await offered(PEOPLE.dina, 'brandneu')).toEqual(['Brandneu'])
  })

  it('keeps a customer that only restricted issues name to those who may see one of them, and the council', async () => {
    await flagFor(PEOPLE.omar, 'Heimlich Corp', CHANNELS.escalations)
    await run.reads(run.as(PEOPLE.ben).dms, 'Heimlich')
    expect(await offered(PEOPLE.omar, 'heim')).toEqual(['Add “heim”', 'Heimlich Corp'])
    expect(await offered(PEOPLE.ben, 'heim')).toEqual(['Add “heim”', 'Heimlich Corp'])
    expect(await offered(PEOPLE.chloe, 'heim')).toEqual(['Add “heim”', 'Heimlich Corp'])
    expect(await offered(PEOPLE.dina, 'heim')).toEqual(['Add “heim”'])
    expect(await offered(PEOPLE.dina, 'heimlich corp')).toEqual(['Add “heimlich corp”'])
  })
})
