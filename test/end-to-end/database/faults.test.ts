import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { type ProxiedRun, peopleAboutToAct, startProxiedRun } from '../../support/database-faults/run.ts'
import { eventually } from '../../support/eventually.ts'
import { execute, urlOfDatabase } from '../../support/test-server.ts'

let run: ProxiedRun

beforeAll(async () => {
  run = await startProxiedRun()
}, 60_000)
afterAll(() => run.stop())

/** Lets nobody into the bot’s database any more, and ends the connections there are; or lets everybody in again. */
const setOpen = async (open: boolean): Promise<void> => {
  const name = new URL(run.direct).pathname.slice(1)
  const server = urlOfDatabase(run.direct, 'postgres')
  await execute(server, `ALTER DATABASE "${name}" ALLOW_CONNECTIONS ${open}`)
  if (open) return
  await execute(server, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`)
}

const faults = {
  'is away': {
    begin: async () => {
      await run.proxy.refuse()
      run.proxy.cut()
    },
    end: () => run.proxy.pass(),
  },
  'takes connections and never answers': { begin: async () => run.proxy.stall(), end: () => run.proxy.pass() },
  'answers later than anybody waits': { begin: async () => run.proxy.delay(2_400), end: () => run.proxy.pass() },
  'lets nobody in': { begin: () => setOpen(false), end: () => setOpen(true) },
}

type People = Awaited<ReturnType<typeof peopleAboutToAct>>

const notNow = 'just now'
const shown = (view: unknown) => run.slack.visibleText((view ?? { blocks: [] }) as never)
const typedIn = (view: ReturnType<People['anna']['modal']>) => JSON.stringify(view?.fields ?? [])
const notes = (person: People['anna']) => person.ephemerals().filter((note) => note.visible.includes(notNow)).length
const lastAttempt = (name: string) => run.slack.deliveries(name).at(-1)?.attempts.at(-1)
const cardsWith = (words: string) =>
  run
    .as(PEOPLE.chloe)
    .messages(CHANNELS.council)
    .filter((message) => message.visible.includes(words) && message.threadTs === undefined)
const issuesOf = (text: string) => run.count('SELECT FROM issue_words WHERE text = $1', text)
const claimsOf = (text: string) =>
  run.count(
    `SELECT FROM issue_event e JOIN issue_words w USING (workspace_id, issue_number)
      WHERE e.kind = 'claimed' AND w.text = $1`,
    text,
  )

/** As Slack does a minute later with an event that was not acknowledged. */
const again = async (name: string) => {
  const delivery = run.slack.deliveries(name).at(-1)
  if (!delivery) throw new Error(`there was no ${name}`)
  const [answer] = await run.slack.deliverAgain(delivery, 1, { freshTimestamp: true })
  return answer?.ok
}

/** Everybody tries what they were about to do, and is told in time that it cannot be done. */
const everybodyIsTold = async (people: People): Promise<void> => {
  const { words, anna, ben, jonas, omar } = people
  const before = { ben: notes(ben), omar: notes(omar) }
  const [command, form] = await Promise.all([
    people.command(),
    people.submit(),
    people.claim(),
    people.globalShortcut(),
    people.messageShortcut(),
  ])
  expect(command.answer?.text).toContain(notNow)
  expect(form.kind === 'errors' && Object.values(form.errors).join()).toContain(notNow)
  expect(typedIn(anna.modal())).toContain(words.typed)
  await run.slack.waitFor(() => notes(ben) > before.ben, { what: 'a note beside the message' })
  await run.slack.waitFor(() => notes(omar) > before.omar, { what: 'a note where the shortcut was used' })
  await run.slack.waitFor(() => shown(jonas.modal()).includes(notNow), { what: 'a form that says so' })
  await ben.press('home', 'Claim')
  await run.slack.waitFor(() => shown(ben.modal()).includes(notNow), { what: 'a form over the home that says so' })
  await Promise.all([ben.close(), jonas.close()])
}

/** Everybody does it once more, and now it works. */
const everybodyCan = async (people: People): Promise<void> => {
  const { words, ben, jonas, omar } = people
  expect(await people.submit()).toEqual({ kind: 'closed' })
  await people.claim()
  if ((await claimsOf(words.home)) === 0) await ben.press('home', 'Claim')
  expect((await people.command()).answer?.text).not.toContain(notNow)
  await Promise.all([people.globalShortcut(), people.messageShortcut()])
  await run.slack.waitFor(() => jonas.modal()?.submit, { what: 'the form to flag' })
  await run.slack.waitFor(() => typedIn(omar.modal()).includes(words.said), { what: 'the form with the message' })
  await Promise.all([jonas.close(), omar.close()])
}

describe.each(Object.entries(faults))('while the database %s', (name, fault) => {
  it('nobody waits in vain and nothing is half done; afterwards everything works, once', async () => {
    const people = await peopleAboutToAct(run, name)
    const { words, ben } = people
    await ben.openHome()
    await run.slack.waitFor(() => shown(ben.home()).includes(words.home), { what: 'the home' })
    onTestFinished(fault.end)
    await fault.begin()

    await everybodyIsTold(people)
    await Promise.all([people.react(), people.openHome()])
    expect(lastAttempt('reaction_added')?.status).toBe(500)
    expect(lastAttempt('app_home_opened')?.status).toBe(500)
    const readiness = await run.readiness()
    expect(readiness.status).toBe(503)
    expect(JSON.parse(readiness.text).database).not.toBe('ok')

    await fault.end()
    await eventually(async () => (await run.readiness()).status === 200, 15_000)
    expect(await again('reaction_added')).toBe(true)
    expect(await again('app_home_opened')).toBe(true)
    await everybodyCan(people)
    for (const text of [words.typed, words.said])
      await run.slack.waitFor(() => cardsWith(text).length > 0, { timeout: 20_000, what: `the card of “${text}”` })
    await run.slack.settled({ quietFor: 500, timeout: 20_000 })
    expect([words.typed, words.said].map((text) => cardsWith(text).length)).toEqual([1, 1])
    expect(await Promise.all([words.typed, words.said].map(issuesOf))).toEqual([1, 1])
    expect(await Promise.all([words.asked, words.home].map(claimsOf))).toEqual([1, 1])
  }, 90_000)
})
