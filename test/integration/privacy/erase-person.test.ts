import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { directoryStore } from '#adapters/postgres/repositories/people-store.ts'
import { erasedName } from '#domain/people.ts'
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

const storedDeliveries = () =>
  rowsOf(product.url, "SELECT data, state FROM pgboss.job WHERE name = 'deliveries.T0PRACTICE' ORDER BY state DESC")

/** Another process takes the update before the message stands. */
const otherWorkerUpdates = async (key: string) => {
  await rowsOf(product.url, "DELETE FROM pgboss.job WHERE data->>'key' = $1 AND data ? 'update'", key)
  await product.use.deliverPost({ workspaceId, key, update: true })
}

const person = (id: string, name: string) =>
  product.setPerson({ id, name, kind: 'member', admin: false, timeZone: 'Europe/Berlin' })

describe('a person who is erased', () => {
  it('leaves no word and no name in the database and in Slack, and everything that happened', async () => {
    await person('U0BEN', 'Benedict')
    const number = await issues.whole('Quokka')
    await product.deliverAll()
    expect(issues.shownIn('Done: Quokka').length).toBeGreaterThan(0)
    expect(issues.shownIn('Benedict').length).toBeGreaterThan(2)
    const { eventCount } = await product.issue(number)
    const erased = await issues.erasePerson('U0BEN')
    await product.deliverAll()
    expect(erased).toMatchObject({ texts: 3, issues: [number] })
    expect(await issues.texts(number)).toEqual(['Quokka', '', 'Returned: Quokka', '', '', 'A lawyer'].slice(0, 5))
    for (const words of ['Need: Quokka', 'Done: Quokka', 'Told: Quokka', 'Benedict'])
      expect(issues.shownIn(words)).toEqual([])
    expect(issues.shownIn('Returned: Quokka').length).toBeGreaterThan(0)
    const story = await product.story(number)
    expect(story.names.U0BEN).toBe(erasedName)
    expect(story.timeline.filter(({ erased }) => erased)).toHaveLength(3)
    expect(story.timeline.filter(({ words }) => words?.text === '')).toEqual([])
    expect(story.timeline.at(-1)).toMatchObject({ kind: 'words_erased', why: 'person', count: 3, whole: false })
    expect(story.issue).toMatchObject({ state: 'closed', eventCount: eventCount + 1 })
    expect(await product.ports.privacy.setup(workspaceId)).toMatchObject([
      { kind: 'person_erased', person: 'U0BEN', texts: 3, issues: 1, kept: [] },
    ])
  })

  it('is not named again by what Slack says later', async () => {
    const store = directoryStore(product.database, product.pool)
    const said = { id: 'U0BEN', name: 'Benedict', kind: 'member', admin: false, timeZone: 'Asia/Tokyo' } as const
    expect(await store.savePerson(workspaceId, said, new Date())).toMatchObject({ name: erasedName, kind: 'member' })
    expect(await product.ports.privacy.person(workspaceId, 'U0BEN')).toMatchObject({ name: erasedName, erased: true })
  })

  it('is erased once: again there is nothing left to do', async () => {
    const { count } = await product.database.issueEvent
      .aggregate({ _count: true })
      .then(({ _count: count }) => ({ count }))
    expect(await issues.erasePerson('U0BEN')).toMatchObject({ texts: 0, issues: [] })
    expect(await product.database.issueEvent.count()).toBe(count)
  })

  it('is erased to the end when it was broken off before', async () => {
    await person('U0OMAR', 'Omaranth')
    const flagged = { ...product.act('U0OMAR') }
    const numbers = [await issues.flag('Zebra one', flagged), await issues.flag('Zebra two', flagged)]
    await product.deliverAll()
    let asked = 0
    const once = () => {
      asked += 1
      if (asked > 1) throw new Error('the power is gone')
    }
    await expect(issues.erasePerson('U0OMAR', once)).rejects.toThrow('the power is gone')
    expect(await Promise.all(numbers.map(issues.texts))).toEqual([[''], ['Zebra two']])
    await issues.erasePerson('U0OMAR')
    await product.deliverAll()
    expect(await Promise.all(numbers.map(issues.texts))).toEqual([[''], ['']])
    expect([...issues.shownIn('Zebra'), ...issues.shownIn('Omaranth')]).toEqual([])
  })

  it('keeps the words of an issue on hold, which is named, and loses the name there too', async () => {
    await person('U0LOU', 'Louisiana')
    const flagged = product.act('U0LOU')
    const [kept, gone] = [await issues.flag('Held words', flagged), await issues.flag('Free words', flagged)]
    await issues.hold(kept)
    await product.deliverAll()
    const { survey, issues: erased } = await issues.erasePerson('U0LOU')
    await product.deliverAll()
    expect(survey.held.map(({ number }) => number)).toEqual([kept])
    expect(erased).toEqual([gone])
    expect(await issues.texts(kept)).toEqual(['Held words', 'A lawyer asked for it.'])
    expect(issues.shownIn('Held words').length).toBeGreaterThan(0)
    expect(issues.shownIn('Louisiana')).toEqual([])
    await issues.hold(kept, 'lift')
    expect(await issues.erasePerson('U0LOU')).toMatchObject({ issues: [kept] })
    await product.deliverAll()
    expect(issues.shownIn('Held words')).toEqual([])
  })

  it('loses drafts, old answers, and deliveries that wait, which come to nothing', async () => {
    const act = product.act('U0MIA')
    await product.use.openFlagForm({ ...act, text: 'A draft of Mia' })
    const at = new Date(product.ports.clock.now().getTime() - 7_200_000)
    const answered = { workspaceId, key: 'view:V1:U0MIA', answer: { number: 1 }, at }
    await product.database.request.createMany({
      data: [
        answered,
        { ...answered, key: 'view:V2:U0MIA', at: new Date('2026-11-17T08:59:00Z') },
        { ...answered, key: 'view:V1:U0EMIA' },
      ],
    })
    await product.store('Ev1', { event: { type: 'app_mention', user: 'U0MIA', text: 'Words of Mia' } })
    await product.store('Ev2', { event: { type: 'app_mention', user: 'U0ANNA', text: 'Words of Anna' } })
    const { deliveries, survey } = await issues.erasePerson('U0MIA')
    expect([deliveries, survey.drafts, survey.requests]).toEqual([{ emptied: 1, underWay: 0 }, 1, 1])
    expect(await product.database.draft.count({ where: { workspaceId, author: 'U0MIA' } })).toBe(0)
    const left = await product.database.request.findMany({ where: { workspaceId, key: { startsWith: 'view:V' } } })
    expect(left.map(({ key }) => key).sort()).toEqual(['view:V1:U0EMIA', 'view:V2:U0MIA'])
    const stored = await storedDeliveries()
    expect(stored).toEqual([
      { data: {}, state: 'completed' },
      { data: { body: { event: { type: 'app_mention', user: 'U0ANNA', text: 'Words of Anna' } } }, state: 'created' },
    ])
    await product.store('Ev1', { event: { type: 'app_mention', user: 'U0MIA', text: 'Words of Mia' } })
    expect(await storedDeliveries()).toEqual(stored)
  })

  it('is forgotten also by a message that was on its way to Slack meanwhile', async () => {
    await person('U0DINA', 'Dinah')
    const number = await issues.flag('On its way', { ...product.act('U0DINA') })
    await product.deliverAll()
    const ben = { ...product.act('U0LOU'), number }
    await product.use.declineIssue({ ...ben, department: 'sales', reason: 'Lou reasons' })
    const story = (await product.story(number)).timeline.find(({ kind }) => kind === 'not_ours')?.seq
    const key = `story:${number}:${story}`
    const { messenger } = product.ports
    const slow = {
      ...messenger,
      post: async (...[to, of, message, attempt]: Parameters<typeof messenger.post>) => {
        if (of === key) {
          await issues.erasePerson('U0LOU')
          await otherWorkerUpdates(key)
        }
        return messenger.post(to, of, message, attempt)
      },
    }
    await product.deliverAll({ messenger: slow })
    expect(product.posts.some((post) => post.key === key)).toBe(true)
    expect(issues.shownIn('Lou reasons')).toEqual([])
  })
})
