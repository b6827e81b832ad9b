import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { eraseIssue } from '#application/use-cases/privacy/erase-issue.ts'
import { eraseOldWords } from '#application/use-cases/privacy/erase-old-words.ts'
import { type SecretIssues, secretIssues } from '../../support/privacy/secret-issues.ts'
import { type Product, startProduct, workspaceId } from '../../support/product.ts'

let product: Product
let issues: SecretIssues

beforeEach(async () => {
  await product?.stop()
  product = await startProduct()
  issues = secretIssues(product)
})
afterAll(() => product.stop())

const round = () => product.use.eraseOldWords(workspaceId)

const inTwoYears = '2028-11-17T09:00:01Z'

describe('the words of an issue that is over', () => {
  it('are erased after two years, in the database and in Slack; the timeline and the numbers stay', async () => {
    const number = await issues.whole('Amber')
    await product.deliverAll()
    product.setClock('2028-11-17T08:59:59Z')
    expect(await round()).toBe(0)
    product.setClock(inTwoYears)
    expect([await round(), await round()]).toEqual([1, 0])
    await product.deliverAll()
    expect(issues.shownIn('Amber')).toEqual([])
    expect(await issues.texts(number)).toEqual(['', '', '', '', ''])
    const { issue, timeline, customerName } = await product.story(number)
    expect(issue).toMatchObject({ state: 'closed', closing: { outcome: 'told' } })
    expect(customerName).toBe('Nordwind')
    expect(timeline.at(-1)).toMatchObject({ kind: 'words_erased', why: 'retention', count: 5, whole: true })
  })

  it('are kept while it is open, however old', async () => {
    await issues.flag('Amber')
    product.setClock(inTwoYears)
    expect(await round()).toBe(0)
  })

  it('are erased of withdrawn ones too', async () => {
    const number = await issues.flag('Amber')
    await product.use.withdrawFlag({ ...product.act('U0ANNA'), number })
    product.setClock(inTwoYears)
    expect(await round()).toBe(1)
    expect(await issues.texts(number)).toEqual([''])
  })

  it('are kept on hold, and erased at once when the hold is lifted', async () => {
    const number = await issues.whole('Amber')
    await issues.hold(number)
    product.setClock(inTwoYears)
    expect(await round()).toBe(0)
    await issues.hold(number, 'lift')
    expect(await round()).toBe(1)
    expect((await issues.texts(number)).every((text) => text === '')).toBe(true)
    expect((await product.story(number)).timeline.map(({ kind }) => kind).slice(-3)).toEqual([
      'held',
      'hold_lifted',
      'words_erased',
    ])
  })

  it('are erased again when somebody wrote again: the first time was not the last', async () => {
    await product.use.applyCouncil({
      workspaceId,
      council: { ...product.council, rules: { ...product.council.rules, retention: { amount: 1, unit: 'd' } } },
    })
    const number = await issues.whole('Amber')
    product.setClock('2026-11-18T10:00:00Z')
    expect(await round()).toBe(1)
    const ben = { ...product.act('U0BEN'), number }
    await product.use.reopenIssue({ ...ben, stillWrong: 'Amber again' })
    await product.use.resolveIssue({ ...ben, whatWasDone: 'Amber done' })
    await product.use.closeLoop({
      ...ben,
      told: 'Amber told',
      when: '2026-11-18',
      byWhom: 'U0BEN',
      explainedAgain: 'no',
    })
    expect(await round()).toBe(0)
    product.setClock('2026-11-19T11:00:00Z')
    expect(await round()).toBe(1)
    expect((await issues.texts(number)).every((text) => text === '')).toBe(true)
  })

  it('are erased a few issues at a time, the oldest first, and nothing is left over', async () => {
    const numbers: number[] = []
    for (let i = 0; i < 7; i += 1) numbers.push(await issues.flag(`Amber ${i}`))
    for (const number of numbers) await product.use.withdrawFlag({ ...product.act('U0ANNA'), number })
    product.setClock(inTwoYears)
    expect([await round(), await round(), await round()]).toEqual([5, 2, 0])
  })

  it('are erased once by several processes at once, and not of an issue that was just reopened', async () => {
    const numbers = [await issues.whole('Amber'), await issues.whole('Amber')]
    const [erased = 0, reopened = 0] = numbers
    const due = product.ports.privacy.endedBefore
    const late = {
      ...product.ports,
      privacy: {
        ...product.ports.privacy,
        endedBefore: async (...asked: Parameters<typeof due>) => {
          const found = await due(...asked)
          if (found.includes(reopened))
            await product.use.reopenIssue({ ...product.act('U0BEN'), number: reopened, stillWrong: 'Amber again' })
          return found
        },
      },
    }
    await product.use.applyCouncil({
      workspaceId,
      council: { ...product.council, rules: { ...product.council.rules, retention: { amount: 1, unit: 'd' } } },
    })
    product.setClock('2026-11-18T10:00:00Z')
    await eraseOldWords(late)(workspaceId)
    expect((await issues.texts(reopened)).at(-1)).toBe('Amber again')
    expect((await product.issue(reopened)).state).toBe('claimed')
    await Promise.all([eraseIssue(product.ports, workspaceId, erased, 'retention'), round(), round()])
    const told = (await product.story(erased)).timeline.filter(({ kind }) => kind === 'words_erased')
    expect(told).toMatchObject([{ count: 5 }])
  })

  it('do not bring back a card that Slack has forgotten', async () => {
    await issues.whole('Amber')
    await product.deliverAll()
    product.posts.splice(0)
    product.setClock(inTwoYears)
    await round()
    await product.deliverAll()
    expect(product.posts).toEqual([])
  })
})
