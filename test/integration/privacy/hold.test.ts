import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf } from '../../support/database.ts'
import { type SecretIssues, secretIssues } from '../../support/privacy/secret-issues.ts'
import { type Product, startProduct, workspaceId } from '../../support/product.ts'

let product: Product
let issues: SecretIssues

beforeAll(async () => {
  product = await startProduct()
  issues = secretIssues(product)
  await product.setPerson({ id: 'U0ADMIN', name: 'Ada', kind: 'member', admin: true, timeZone: 'Europe/Berlin' })
})
afterAll(() => product.stop())

const hold = (person: string, number: number, why = 'A lawyer asked.', act: 'hold' | 'lift' = 'hold') =>
  product.use.holdIssue({ ...product.act(person), number, act, why })

describe('an issue on hold', () => {
  it.each(['U0ADMIN', 'U0CHLOE'])(
    'is put there by an admin or the chair, once, and is a set-up event: %s',
    async (who) => {
      const number = await issues.flag('To be kept')
      expect([await hold(who, number), await hold(who, number)]).toEqual([
        { number, changed: true },
        { number, changed: false },
      ])
      expect((await product.issue(number)).onHold).toBe(true)
      const held = (await product.story(number)).timeline.filter(({ kind }) => kind === 'held')
      expect(held).toMatchObject([{ actor: who, words: { kind: 'hold_reason', text: 'A lawyer asked.' } }])
      const setup = (await product.ports.privacy.setup(workspaceId)).at(-1)
      expect(setup).toMatchObject({ kind: 'held', issue: number, actor: who })
    },
  )

  it.each(['U0ANNA', 'U0BEN', 'U0LOU'])('is put there by nobody else: %s', async (who) => {
    const number = await issues.flag('To be kept')
    await expect(hold(who, number)).rejects.toMatchObject({ code: 'not_allowed' })
    await issues.hold(number)
    await expect(hold(who, number, 'Not needed.', 'lift')).rejects.toMatchObject({ code: 'not_allowed' })
  })

  it('needs a reason', async () => {
    const number = await issues.flag('To be kept')
    await expect(hold('U0CHLOE', number, ' \n')).rejects.toMatchObject({ code: 'explanation_missing' })
    await expect(hold('U0CHLOE', number, 'x'.repeat(3_001))).rejects.toMatchObject({ code: 'text_too_long' })
  })

  it('cannot be told from one that there is not, by an admin whom it does not concern', async () => {
    const number = await issues.flag('Restricted', { restricted: true })
    await expect(hold('U0ADMIN', number)).rejects.toMatchObject({ code: 'issue_unknown' })
    expect(await hold('U0CHLOE', number)).toMatchObject({ changed: true })
  })

  it('keeps its reason from the department that is asked next', async () => {
    const number = await issues.flag('Handed over on hold')
    const ben = { ...product.act('U0BEN'), number }
    await product.use.claimIssue({ ...ben, via: 'button' })
    await issues.hold(number)
    await product.use.handOver({ ...ben, to: 'sales', reason: 'expertise', need: 'The contract.' })
    await product.deliverAll()
    expect(issues.shownIn('A lawyer asked for it.')).toEqual([])
  })
})

describe('what was done to a workspace', () => {
  it('cannot be changed or taken out', async () => {
    await issues.hold(await issues.flag('Kept'))
    for (const sql of ["UPDATE setup_event SET kind = 'nothing'", 'DELETE FROM setup_event'])
      await expect(rowsOf(product.url, sql)).rejects.toThrow('append-only')
  })
})
