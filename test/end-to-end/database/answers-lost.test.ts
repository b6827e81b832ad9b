import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { type ProxiedRun, peopleAboutToAct, startProxiedRun } from '../../support/database-faults/run.ts'
import { eventually } from '../../support/eventually.ts'

let run: ProxiedRun

beforeAll(async () => {
  run = await startProxiedRun()
}, 60_000)
afterAll(() => run.stop())

const cardsWith = (words: string) =>
  run
    .as(PEOPLE.chloe)
    .messages(CHANNELS.council)
    .filter((message) => message.visible.includes(words) && message.threadTs === undefined)

const settledCards = async (words: string): Promise<number> => {
  await run.slack.waitFor(() => cardsWith(words).length > 0, { timeout: 45_000, what: `the card of “${words}”` })
  await run.slack.settled({ quietFor: 1_000, timeout: 20_000 })
  return cardsWith(words).length
}

/** Loses the answer to the next statement with these words, and checks that there was one. */
const losing = async <T>(words: string, act: () => Promise<T>): Promise<T> => {
  const before = run.proxy.lost()
  run.proxy.loseAnswerTo(words)
  const answer = await act()
  await run.slack.waitFor(() => run.proxy.lost() > before, { timeout: 10_000, what: 'the lost answer' })
  return answer
}

describe('when the database has done its work and the answer is lost', () => {
  it('a form that was sent in closes, and there is one issue', async () => {
    const { words, submit } = await peopleAboutToAct(run, 'form')
    expect(await losing(words.typed, submit)).toEqual({ kind: 'closed' })
    expect(await settledCards(words.typed)).toBe(1)
  })

  it('a claim is a claim, once, and the one who claims is not refused', async () => {
    const { words, ben, claim } = await peopleAboutToAct(run, 'claim')
    await losing('"kind":"claimed"', claim)
    await run.slack.waitFor(() => ben.dms().some((dm) => dm.visible.includes('is yours now')))
    await run.slack.settled({ quietFor: 300 })
    expect(ben.ephemerals()).toEqual([])
    const claims = `SELECT FROM issue_event e JOIN issue_words w USING (workspace_id, issue_number)
      WHERE e.kind = 'claimed' AND w.text = $1`
    expect(await run.count(claims, words.asked)).toBe(1)
  })

  it('an event that was stored comes again and is one issue', async () => {
    const { words, react } = await peopleAboutToAct(run, 'event')
    await losing('reaction_added', react)
    const delivery = run.slack.deliveries('reaction_added').at(-1)
    expect(delivery?.attempts[0]?.status).toBe(500)
    if (delivery) await run.slack.deliverAgain(delivery, 2, { freshTimestamp: true })
    expect(await settledCards(words.said)).toBe(1)
  })

  it('an event that is worked on again is one issue', async () => {
    const { words, react } = await peopleAboutToAct(run, 'worker')
    await losing(words.said, react)
    expect(await settledCards(words.said)).toBe(1)
  })
})

describe('when connections lead nowhere any more without anybody being told', () => {
  it('new ones are opened by themselves, and what was asked meanwhile is done once', async () => {
    const { words, anna, react, submit, command } = await peopleAboutToAct(run, 'forgotten')
    const others = Array.from({ length: 16 }, (_, i) => `forgotten: other ${i}!`)
    const messages = await Promise.all(others.map((text) => anna.post(CHANNELS.support, text)))
    await Promise.all(messages.map(({ ts }) => anna.react(CHANNELS.support, ts, 'triangular_flag_on_post')))
    await eventually(() => run.proxy.open() > 12)
    run.proxy.forget()
    await Promise.all([react(), submit(), command()])
    const delivery = run.slack.deliveries('reaction_added').at(-1)
    await eventually(
      async () => delivery && (await run.slack.deliverAgain(delivery, 1, { freshTimestamp: true }))[0]?.ok,
      30_000,
    )
    await eventually(async () => anna.modal() === undefined || (await submit()).kind === 'closed', 20_000)
    expect((await command()).answer?.text).not.toContain('just now')
    expect(await settledCards(words.said)).toBe(1)
    expect(await settledCards(words.typed)).toBe(1)
    await run.slack.waitFor(() => others.every((text) => cardsWith(text).length > 0), {
      timeout: 30_000,
      what: 'every card',
    })
    expect(others.map((text) => cardsWith(text).length)).toEqual(others.map(() => 1))
    expect((await run.readiness()).status).toBe(200)
  }, 150_000)
})
