import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { eventually } from '../../support/eventually.ts'
import { workspaceId } from '../../support/product.ts'
import { startWithList } from './stand.ts'

let stand: Awaited<ReturnType<typeof startWithList>>

beforeAll(async () => {
  stand = await startWithList()
})
afterAll(() => stand.stop())
beforeEach(async () => {
  const { database } = stand.product
  for (const table of [database.customer, database.customerName] as const)
    await (table as typeof database.customer).deleteMany({ where: { workspaceId } })
})

const names = async () => (await stand.everybody()).map(({ name, key }) => `${key ?? '-'} ${name}`)
const waiting = async (database: (typeof stand)['product']['database']) =>
  (
    await database.$queryRaw<unknown[]>`SELECT 1 FROM pg_stat_activity
      WHERE application_name = 'cx-council-customers' AND wait_event_type = 'Lock'`
  ).length
const customerOf = async (number: number) => (await stand.product.issue(number)).customer

describe('a list of customers', () => {
  it('adds those it names, and changes nothing when it is applied again', async () => {
    const list = [
      { key: 'N-1', name: 'Nordwind', tier: 'gold', region: 'EU' },
      { key: 'K-1', name: 'Kestrel', tier: '', region: '' },
    ]
    expect(await stand.apply(list)).toMatchObject({ added: 2, changed: 0, lines: 2 })
    const once = await stand.everybody()
    expect(once).toMatchObject([
      { name: 'Kestrel', key: 'K-1', tier: null, region: null },
      { name: 'Nordwind', key: 'N-1', tier: 'gold', region: 'EU' },
    ])
    expect(await stand.apply(list)).toMatchObject({ added: 0, changed: 0, lines: 2 })
    expect(await stand.everybody()).toEqual(once)
  })

  it('recognises whom people named before by the name, and keeps the issues', async () => {
    const number = await stand.flag('U0ANNA', { customer: ' nordwind ' })
    const before = await customerOf(number)
    expect(await stand.apply([{ key: 'N-1', name: 'NordWind' }])).toMatchObject({ added: 0, changed: 1 })
    expect(await stand.everybody()).toMatchObject([{ id: before, name: 'NordWind', key: 'N-1' }])
    expect(await customerOf(await stand.flag('U0ANNA', { customer: 'NORDWIND' }))).toBe(before)
  })

  it('renames by key; the name of before means the same customer', async () => {
    await stand.apply([{ key: 'N-1', name: 'Nordwind' }])
    const number = await stand.flag('U0ANNA', { customer: 'Nordwind' })
    expect(await stand.apply([{ key: 'N-1', name: 'Nordwind Energy' }])).toMatchObject({ added: 0, changed: 1 })
    expect((await stand.product.story(number)).customerName).toBe('Nordwind Energy')
    expect(await customerOf(await stand.flag('U0ANNA', { customer: 'nordwind' }))).toBe(await customerOf(number))
    expect(await names()).toEqual(['N-1 Nordwind Energy'])
  })

  it('makes one of a customer with a key and of one that people named by its new name', async () => {
    await stand.apply([{ key: 'N-1', name: 'Nordwind' }])
    const [listed, named] = [
      await stand.flag('U0ANNA', { customer: 'Nordwind' }),
      await stand.flag('U0ANNA', { customer: 'NW Energy' }),
    ]
    const before = await stand.product.issue(named)
    expect(await stand.apply([{ key: 'N-1', name: 'NW energy' }])).toMatchObject({ added: 0, changed: 1 })
    expect(await customerOf(named)).toBe(await customerOf(listed))
    expect((await stand.product.issue(named)).version).toBe(before.version + 1)
    expect(await names()).toEqual(['N-1 NW energy'])
    expect(await customerOf(await stand.flag('U0ANNA', { customer: 'Nordwind' }))).toBe(await customerOf(listed))
  })

  it('lets two customers change names with each other', async () => {
    await stand.apply([
      { key: 'A', name: 'Alto' },
      { key: 'B', name: 'Basso' },
    ])
    const a = await customerOf(await stand.flag('U0ANNA', { customer: 'Alto' }))
    await stand.apply([
      { key: 'A', name: 'Basso' },
      { key: 'B', name: 'Alto' },
    ])
    expect(await customerOf(await stand.flag('U0ANNA', { customer: 'Basso' }))).toBe(a)
    expect(await names()).toEqual(['B Alto', 'A Basso'])
  })

  it('keeps those it does not name, and what it has no column for', async () => {
    await stand.apply([{ key: 'N-1', name: 'Nordwind', tier: 'gold', region: 'EU' }])
    await stand.apply([{ key: 'K-1', name: 'Kestrel' }])
    await stand.apply([{ key: 'N-1', name: 'Nordwind', tier: '' }])
    expect(await stand.everybody()).toMatchObject([
      { key: 'K-1', name: 'Kestrel' },
      { key: 'N-1', tier: null, region: 'EU' },
    ])
  })

  it('is not applied at all when a key or a name stands in it twice; both lines are named', async () => {
    const list = [
      { key: 'N-1', name: 'Nordwind' },
      { key: 'N-2', name: ' NORDWIND' },
      { key: 'N-1', name: 'Kestrel' },
    ]
    expect(await stand.apply(list)).toEqual([
      { line: 3, first: 2, what: 'name', said: ' NORDWIND' },
      { line: 4, first: 2, what: 'key', said: 'N-1' },
    ])
    expect(await stand.everybody()).toEqual([])
  })

  it('is not applied when it gives the name of one customer to another key', async () => {
    await stand.apply([{ key: 'N-1', name: 'Nordwind' }])
    expect(await stand.apply([{ key: 'N-2', name: 'Nordwind' }])).toEqual([
      { line: 2, what: 'taken', said: 'Nordwind', key: 'N-1' },
    ])
    expect(await names()).toEqual(['N-1 Nordwind'])
  })

  it('says what it would do, and does nothing, when it is only tried', async () => {
    await stand.apply([{ key: 'N-1', name: 'Nordwind' }])
    const list = [
      { key: 'N-1', name: 'Nordwind Energy' },
      { key: 'K-1', name: 'Kestrel' },
    ]
    expect(await stand.apply(list, { dry: true })).toMatchObject({ added: 1, changed: 1, lines: 2 })
    expect(await names()).toEqual(['N-1 Nordwind'])
  })

  it('never touches the customers of another workspace', async () => {
    await stand.apply([{ key: 'N-1', name: 'Nordwind' }], { of: 'T0OTHER' })
    await stand.apply([{ key: 'N-1', name: 'Nordwind Energy' }])
    expect(await stand.product.database.customer.findMany({ where: { workspaceId: 'T0OTHER' } })).toMatchObject([
      { key: 'N-1', name: 'Nordwind' },
    ])
    expect(await customerOf(await stand.flag('U0ANNA', { customer: 'Nordwind' }))).not.toBe(
      (await stand.everybody()).find(({ key }) => key === 'N-1')?.id,
    )
  })

  it('leaves no issue with a customer that has become another one meanwhile', { timeout: 60_000 }, async () => {
    for (let round = 0; round < 8; round += 1) {
      const [old, fresh] = [`Old ${round}`, `Fresh ${round}`]
      await stand.apply([{ key: `R-${round}`, name: old }])
      await stand.flag('U0ANNA', { customer: fresh })
      const [, ...numbers] = await Promise.all([
        stand.apply([{ key: `R-${round}`, name: fresh }]),
        ...Array.from({ length: 6 }, () => stand.flag('U0ANNA', { customer: fresh })),
      ])
      const listed = (await stand.everybody()).find(({ key }) => key === `R-${round}`)?.id
      expect(await Promise.all(numbers.map(customerOf))).toEqual(numbers.map(() => listed))
    }
  })

  it('sees the issue of whoever names one of its customers while it makes two customers one', async () => {
    const { database } = stand.product
    const number = await stand.flag('U0ANNA', { customer: 'Fjord' })
    await stand.apply([{ key: 'J-1', name: 'Fjord Lines' }])
    const list = [
      { key: 'J-1', name: 'Fjord' },
      { key: 'J-2', name: 'Skerry' },
    ]
    const [applied, meanwhile] = await database.$transaction(
      async (held) => {
        await held.$queryRaw`SELECT 1 FROM issue WHERE workspace_id = ${workspaceId} AND number = ${number} FOR UPDATE`
        const under = stand.apply(list)
        await eventually(async () => (await waiting(database)) > 0)
        return [under, await stand.flag('U0ANNA', { customer: 'Skerry' })] as const
      },
      { timeout: 20_000 },
    )
    await applied
    const ids = new Map((await stand.everybody()).map(({ id, key }) => [key, id]))
    expect(await Promise.all([number, meanwhile].map(customerOf))).toEqual([ids.get('J-1'), ids.get('J-2')])
  })

  it('may be applied while people name the same customers', { timeout: 30_000 }, async () => {
    const list = Array.from({ length: 300 }, (_, i) => ({ key: `C-${i}`, name: `Customer ${i}` }))
    const flags = Array.from({ length: 20 }, (_, i) => stand.flag('U0ANNA', { customer: `customer ${i * 15}` }))
    const [done, ...numbers] = await Promise.all([stand.apply(list), ...flags])
    expect(done).toMatchObject({ lines: 300 })
    const found = await Promise.all(numbers.map(customerOf))
    const ids = new Map((await stand.everybody()).map(({ id, name }) => [name, id]))
    expect(found).toEqual(numbers.map((_, i) => ids.get(`Customer ${i * 15}`)))
    expect(ids.size).toBe(300)
  })
})
