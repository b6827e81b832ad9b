import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DomainError, type DomainErrorCode } from '#domain/errors.ts'
import { type Product, startProduct, workspaceId } from '../../support/product.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const opens = '2026-11-16T09:00:00Z'
const afterTheirTime = '2026-11-16T13:05:00Z'

/** Dina of Product answers for it. */
const claimed = async (): Promise<number> => {
  product.setClock(opens)
  const { use, act } = product
  const flag = { ...act('U0ANNA'), text: 'It is slow.', via: 'command' as const, restricted: false, stage: 'use' }
  const { number } = await use.flagIssue(flag)
  await use.claimIssue({ ...act('U0DINA'), number, via: 'button' })
  return number
}

const hand = (number: number, to: string, by = 'U0DINA') =>
  product.use.handOver({ ...product.act(by), number, to, reason: 'expertise', need: 'Look.' })

/** Handed to Support, where Jonas is asked and Omar leads. */
const handed = async () => {
  const number = await claimed()
  await hand(number, 'support')
  return { number, handover: (await product.issue(number)).handover?.id ?? '' }
}

/** What came of things tried at the same instant: what was carried out, and why the others were not. */
const atOnce = async (tries: Readonly<Record<string, () => Promise<unknown>>>) => {
  const done: string[] = []
  const refused: DomainErrorCode[] = []
  const one = async ([name, attempt]: readonly [string, () => Promise<unknown>]) => {
    try {
      await attempt()
      done.push(name)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      refused.push(error.code)
    }
  }
  await Promise.all(Object.entries(tries).map(one))
  return { done, refused }
}

const kindsOf = async (number: number, kinds: RegExp): Promise<readonly string[]> =>
  (await product.story(number)).timeline.map(({ kind }) => kind).filter((kind) => kinds.test(kind))

const ticks = () => Promise.all([1, 2, 3, 4].map(() => product.use.sendReminders(workspaceId)))

describe('at one instant', () => {
  it('two handovers of an issue: one wins, and the other hears that one is pending', async () => {
    const number = await claimed()
    const { done, refused } = await atOnce({
      support: () => hand(number, 'support'),
      it: () => hand(number, 'it', 'U0CARLA'),
    })
    expect(done).toHaveLength(1)
    expect(refused).toEqual(['handover_pending'])
    expect((await product.issue(number)).handover?.to).toBe(done[0])
    expect(await kindsOf(number, /^handover/)).toEqual(['handover_asked'])
  })

  it('everything that can end a handover: one does, and one person answers for it', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { number, handover } = await handed()
      const { use, act } = product
      const by = (person: string) => ({ ...act(person), number, handover })
      const { done } = await atOnce({
        accept: () => use.acceptHandover(by('U0JONAS')),
        lead: () => use.acceptHandover(by('U0OMAR')),
        return: () => use.returnHandover({ ...by('U0ANNA'), reason: 'No.' }),
        back: () => use.takeBackHandover(by('U0DINA')),
        resolve: () => use.resolveIssue({ ...act('U0CARLA'), number, whatWasDone: 'Done.' }),
      })
      const ends = await kindsOf(number, /^handover_(?!asked)/)
      expect(ends).toHaveLength(1)
      const owners = { accept: 'U0JONAS', lead: 'U0OMAR' } as const
      const first = done.find((name) => name === 'accept' || name === 'lead')
      const issue = await product.issue(number)
      expect(issue.handover).toBeUndefined()
      expect(issue.owner).toBe(first === undefined ? 'U0DINA' : owners[first as keyof typeof owners])
    }
  })

  it('a question and its answer: each is given once', async () => {
    const { number, handover } = await handed()
    const { use, act } = product
    const by = (person: string) => ({ ...act(person), number, handover })
    const asked = await atOnce({
      jonas: () => use.askFirst({ ...by('U0JONAS'), question: 'Which?' }),
      omar: () => use.askFirst({ ...by('U0OMAR'), question: 'Whose?' }),
    })
    expect(asked.refused).toEqual(['question_asked'])
    const answered = await atOnce({
      dina: () => use.answerQuestion({ ...by('U0DINA'), answer: 'The first.' }),
      carla: () => use.answerQuestion({ ...by('U0CARLA'), answer: 'The second.' }),
    })
    expect(answered.refused).toEqual(['question_settled'])
    expect(await kindsOf(number, /^handover_q/)).toEqual(['handover_question', 'handover_question_answered'])
  })

  it('several replicas find a receiver silent: the lead is asked once, and it goes back once', async () => {
    const { number } = await handed()
    product.setClock(afterTheirTime)
    await ticks()
    expect(await kindsOf(number, /^handover_(?!asked)/)).toEqual(['handover_lead_asked'])
    product.setClock('2026-11-17T09:30:00Z')
    await ticks()
    expect(await kindsOf(number, /^handover_(?!asked)/)).toEqual(['handover_lead_asked', 'handover_expired'])
    expect((await product.issue(number)).moves).toMatchObject({ attempts: 1, refusals: 1 })
    await product.deliverAll()
    const told = product.posts.filter(({ key }) => key.startsWith(`news:${number}:`)).map(({ place }) => place)
    expect(told.filter((place) => place !== 'U0ANNA').toSorted()).toEqual(['U0JONAS', 'U0OMAR'])
    expect(product.posts.filter(({ key }) => key.startsWith(`returned:${number}:`)).map(({ place }) => place)).toEqual([
      'U0DINA',
    ])
  })

  it('silence ends and somebody accepts: whoever comes second finds what the first left', async () => {
    const { number, handover } = await handed()
    product.setClock(afterTheirTime)
    await product.use.sendReminders(workspaceId)
    product.setClock('2026-11-17T09:30:00Z')
    const { done } = await atOnce({
      tick: () => product.use.sendReminders(workspaceId),
      accept: () => product.use.acceptHandover({ ...product.act('U0OMAR'), number, handover }),
    })
    expect(await kindsOf(number, /^handover_(?:accepted|expired)/)).toEqual([
      done.includes('accept') ? 'handover_accepted' : 'handover_expired',
    ])
  })
})
