import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { erase } from '#application/use-cases/privacy/erase.ts'
import { rowsOf } from '../../support/database.ts'
import { type SecretIssues, secretIssues } from '../../support/privacy/secret-issues.ts'
import { type Product, startProduct, workspaceId } from '../../support/product.ts'

let product: Product
let issues: SecretIssues

beforeAll(async () => {
  product = await startProduct()
  issues = secretIssues(product)
})
afterAll(() => product.stop())

const of = (customer: string) => ({ customer })

describe('a customer who is erased', () => {
  it('is taken out of the digests that named them', async () => {
    await issues.flag('Waits long', of('Quartz'))
    product.setClock('2026-11-23T09:00:00Z')
    await product.use.postDigest(workspaceId)
    await product.deliverAll()
    const digests = () => issues.shownIn('Quartz').filter((key) => key.startsWith('digest:'))
    expect(digests()).toHaveLength(1)
    await issues.eraseCustomer('Quartz')
    await product.deliverAll()
    expect(digests()).toEqual([])
    product.setClock('2026-11-17T09:00:00Z')
  })

  it('leaves no word and no name, neither in the database nor in Slack, and issues to count', async () => {
    const closed = await issues.whole('Marzipan', of('Kestrel Ltd'))
    const open = await issues.flag('Marzipan again', of('  KESTREL   ltd'))
    const others = await issues.flag('Marzipan elsewhere', of('Alto'))
    await product.use.openFlagForm({ ...product.act('U0ANNA'), text: 'kestrel LTD wrote' })
    await product.deliverAll()
    expect(issues.shownIn('Kestrel').length).toBeGreaterThan(5)
    const { survey, texts } = await issues.eraseCustomer('kestrel ltd')
    await product.deliverAll()
    expect([texts, survey.open, survey.drafts]).toEqual([6, [open], 1])
    expect(issues.shownIn('Kestrel')).toEqual([])
    const about = new RegExp(`^[a-z_]+:(?:${closed}|${open}):`)
    expect(issues.shownIn('Marzipan').filter((key) => about.test(key))).toEqual([])
    expect(issues.shownIn('Marzipan elsewhere').length).toBeGreaterThan(0)
    const everything = await rowsOf(
      product.url,
      `SELECT (SELECT jsonb_agg(to_jsonb(c)) FROM customer c)::text || (SELECT jsonb_agg(to_jsonb(e)) FROM issue_event e)::text
        || (SELECT jsonb_agg(to_jsonb(s)) FROM setup_event s)::text || (SELECT jsonb_agg(to_jsonb(p)) FROM post p)::text
        || coalesce((SELECT jsonb_agg(to_jsonb(d)) FROM draft d)::text, '') AS all`,
    )
    expect(String(everything[0]?.all)).not.toMatch(/kestrel/i)
    expect(await product.issue(closed)).toMatchObject({ state: 'closed' })
    expect(await product.issue(open)).toMatchObject({ state: 'flagged' })
    expect((await product.story(others)).customerName).toBe('Alto')
    expect(await product.ports.privacy.customer(workspaceId, 'Kestrel Ltd')).toBeUndefined()
  })

  it('keeps name and words where an issue is on hold, and is erased there after the hold', async () => {
    const [kept, gone] = [await issues.flag('Kept words', of('Lumen')), await issues.flag('Lost words', of('Lumen'))]
    await issues.hold(kept)
    await product.deliverAll()
    const { survey, issues: erased } = await issues.eraseCustomer('Lumen')
    await product.deliverAll()
    expect([survey.held.map(({ number }) => number), erased]).toEqual([[kept], [gone]])
    expect((await product.story(kept)).customerName).toBe('Lumen')
    expect((await product.story(gone)).customerName).toBe('Erased customer')
    expect(issues.shownIn('Lost words')).toEqual([])
    expect(issues.shownIn('Kept words').length).toBeGreaterThan(0)
    await issues.hold(kept, 'lift')
    await issues.eraseCustomer('Lumen')
    await product.deliverAll()
    expect([...issues.shownIn('Lumen'), ...issues.shownIn('Kept words')]).toEqual([])
  })

  it('is erased to the end when it was broken off before', async () => {
    const numbers = [await issues.flag('One', of('Opal')), await issues.flag('Two', of('Opal'))]
    let asked = 0
    const once = () => {
      asked += 1
      if (asked > 1) throw new Error('the power is gone')
    }
    await expect(issues.eraseCustomer('Opal', once)).rejects.toThrow('the power is gone')
    expect(await Promise.all(numbers.map(issues.texts))).toEqual([[''], ['Two']])
    await issues.eraseCustomer('Opal')
    expect(await Promise.all(numbers.map(issues.texts))).toEqual([[''], ['']])
  })

  it('keeps the words of an issue that turned out to be of another customer meanwhile', async () => {
    const [first, second] = [await issues.flag('Of Onyx', of('Onyx')), await issues.flag('Of Beryl', of('Onyx'))]
    const correct = async () => {
      const details = { severity: 'normal', customer: 'Beryl', number: second } as const
      if ((await product.story(second)).customerName === 'Onyx')
        await product.use.addDetails({ ...product.act('U0ANNA'), ...details })
    }
    const slow = {
      ...product.ports,
      privacy: {
        ...product.ports.privacy,
        touched: async (...asked: Parameters<typeof touched>) => {
          const found = await touched(...asked)
          await correct()
          return found
        },
      },
    }
    const { touched } = product.ports.privacy
    const customer = await product.ports.privacy.customer(workspaceId, 'Onyx')
    if (customer) await erase(slow)(workspaceId, { customer })
    expect([await issues.texts(first), await issues.texts(second)]).toEqual([[''], ['Of Beryl']])
    expect((await product.story(second)).customerName).toBe('Beryl')
  })

  it('is somebody new when the same name is flagged again', async () => {
    const number = await issues.flag('A new story', of('Opal'))
    expect((await product.story(number)).customerName).toBe('Opal')
    expect(await issues.eraseCustomer('Opal')).toMatchObject({ texts: 1, issues: [number] })
  })

  it('is taken out of what Slack delivered about them and was worked on, not out of what waits', async () => {
    const text = 'Topaz was charged twice'
    await product.store('EvTopaz', { event: { type: 'app_mention', user: 'U0ANNA', text } })
    await product.store('EvTopaz2', { event: { type: 'app_mention', user: 'U0ANNA', text } })
    await rowsOf(
      product.url,
      "UPDATE pgboss.job SET state = 'completed' WHERE data::text LIKE '%Topaz%' AND id = (SELECT min(id::text)::uuid FROM pgboss.job WHERE data::text LIKE '%Topaz%')",
    )
    await issues.flag(text, of('Topaz'))
    expect((await issues.eraseCustomer('Topaz')).deliveries).toEqual({ emptied: 1, underWay: 0 })
  })
})
