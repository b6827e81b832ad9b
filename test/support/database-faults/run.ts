import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { createTestDatabase, rowsOf, type TestDatabase } from '../database.ts'
import { startPracticeRun } from '../practice-run.ts'
import { type DatabaseProxy, startDatabaseProxy } from './proxy.ts'

/** Less than the three seconds that Slack waits: what comes later than this counts as not answered at all. */
const answerWithin = 2_800

/** The bot in the practice workspace, which reaches its database through a proxy; Slack repeats nothing by itself. */
export const startProxiedRun = async (database: () => Promise<TestDatabase> = createTestDatabase) => {
  let proxy: DatabaseProxy | undefined
  const { url: direct, drop } = await database()
  const opened = async (): Promise<TestDatabase> => {
    proxy = await startDatabaseProxy(direct)
    return { url: proxy.url, drop: async () => undefined }
  }
  const run = await startPracticeRun('http', { database: opened, retryDelays: [], answerWithin })
  if (proxy === undefined) throw new Error('the database was not opened')
  const stop = async (): Promise<void> => {
    await proxy?.pass()
    await run.stop()
    await proxy?.stop()
    await drop()
  }
  /** How many rows a query finds, asked past the proxy. */
  const count = async (sql: string, ...values: unknown[]): Promise<number> =>
    (await rowsOf(direct, sql, ...values)).length
  return { ...run, stop, proxy, direct, count }
}

export type ProxiedRun = Awaited<ReturnType<typeof startProxiedRun>>

const flagEmoji = 'triangular_flag_on_post'

/** People about to act when something goes wrong: each with a message, form or button before them. */
export const peopleAboutToAct = async (run: ProxiedRun, about: string) => {
  const [anna, ben, jonas, omar] = [PEOPLE.anna, PEOPLE.ben, PEOPLE.jonas, PEOPLE.omar].map((id) => run.as(id)) as [
    ReturnType<ProxiedRun['as']>,
    ReturnType<ProxiedRun['as']>,
    ReturnType<ProxiedRun['as']>,
    ReturnType<ProxiedRun['as']>,
  ]
  const words = {
    asked: `${about}: asked`,
    home: `${about}: at home`,
    typed: `${about}: typed`,
    said: `${about}: said`,
  }
  const atPay = async (text: string) => {
    await anna.command('/cx', `flag ${text}`, CHANNELS.support)
    await run.form(anna)
    await anna.fill('Journey stage', 'Pay')
    await anna.submit()
    const asked = () => ben.dms().find((dm) => dm.visible.includes(text) && dm.buttons.includes('Claim'))
    return run.slack.waitFor(asked, { timeout: 30_000, what: 'a direct message that asks' })
  }
  if (anna.modal()) await anna.close({ all: true })
  await atPay(words.home)
  const ask = await atPay(words.asked)
  const message = await anna.post(CHANNELS.support, words.said)
  await anna.command('/cx', `flag ${words.typed}`, CHANNELS.support)
  await run.form(anna)
  return {
    words,
    anna,
    ben,
    jonas,
    omar,
    ask,
    /** An event. */
    react: () => anna.react(CHANNELS.support, message.ts, flagEmoji),
    /** A press on a message as it was drawn at first: a press before may have been done after all. */
    claim: () => ben.press(ask, 'Claim', { asSeen: true }),
    submit: () => anna.submit(),
    command: () => omar.command('/cx', 'mine', CHANNELS.support),
    globalShortcut: () => jonas.globalShortcut('Flag a customer issue'),
    messageShortcut: () => omar.shortcutOnMessage('Flag for the council', CHANNELS.support, message.ts),
    openHome: () => ben.openHome(),
  }
}
