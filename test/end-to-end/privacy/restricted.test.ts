import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLogger } from '#adapters/logger.ts'
import { BOT, CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { type PracticeRun, startPracticeRun } from '../../support/practice-run.ts'
import { fillIn, live, messageWith } from '../../support/tenancy/lives.ts'
import type { Town } from '../../support/tenancy/town.ts'

const secrets = /quokka|marzipan/i
const script = { words: 'Quokka', customer: 'Marzipan', private: true }
const logged: string[] = []

let run: PracticeRun
/** Restricted issues that Omar flagged in a private channel: asked, moved to Sales, closed, turned down; and one to share. */
let numbers: readonly number[]
let shared: number

const town = (): Town => ({ ...run, called: (name: string) => name, team: 'T0PRACTICE' }) as unknown as Town

const moved = async (): Promise<number> => {
  const number = await live(town(), script, 'pending')
  const felix = run.as(PEOPLE.felix)
  await felix.press(await messageWith(town(), felix.dms, `CX-${number}`, 'Accept'), 'Accept')
  await messageWith(town(), felix.dms, `CX-${number}`, 'Tomorrow')
  return number
}

const turnedDown = async (): Promise<number> => {
  const number = await live(town(), script, 'asked')
  const ben = run.as(PEOPLE.ben)
  await ben.press(await messageWith(town(), ben.dms, `CX-${number}`, 'Not ours'), 'Not ours')
  await fillIn(town(), ben, { Department: 'Product', Reason: 'Quokka is a product' })
  const carla = run.as(PEOPLE.carla)
  await messageWith(town(), carla.dms, `CX-${number}`, 'Claim')
  return number
}

beforeAll(async () => {
  run = await startPracticeRun('http', {
    log: createLogger('debug', { write: (line: string) => logged.push(line) }),
    signedAt: Date.now,
  })
  shared = await live(town(), script, 'resolved')
  numbers = [
    await live(town(), script, 'asked'),
    await moved(),
    await live(town(), script, 'closed'),
    await turnedDown(),
  ]
  await run.slack.settled({ quietFor: 500, timeout: 60_000 })
}, 240_000)
afterAll(() => run.stop())

const outsider = () => run.as(PEOPLE.ivo)

/** The messages of the bot in channels that everybody in the company may read. */
const inPublic = () =>
  [...run.slack.world.messages.entries()]
    .filter(([id]) => run.slack.world.channels.get(id)?.kind === 'public')
    .flatMap(([, messages]) => messages)
    .filter(({ user }) => user === BOT)

const answerTo = async (text: string) => {
  const { answer } = await outsider().command('/cx', text, CHANNELS.it)
  return JSON.stringify(answer)
}

const each = (ask: (number: number) => Promise<string>) => async () => {
  const answers: string[] = []
  for (const number of numbers) answers.push(await ask(number))
  return answers.join('\n')
}

const react = (emoji: string) => async () => {
  const cards = inPublic().filter(({ text }) => numbers.some((number) => text.includes(`CX-${number}`)))
  for (const { channel, ts } of cards) {
    await outsider().join(channel)
    await outsider().react(channel, ts, emoji)
  }
  await run.slack.settled({ quietFor: 500, timeout: 60_000 })
  return JSON.stringify([outsider().ephemerals(), outsider().dms()])
}

const press = (button: string) => async () => {
  const cards = outsider()
    .messages(CHANNELS.billing)
    .filter(({ buttons }) => buttons.includes(button))
  const said: string[] = []
  for (const card of cards) {
    said.push(JSON.stringify(await outsider().press(card, button)))
    await run.slack.settled({ quietFor: 300, timeout: 60_000 })
    said.push(JSON.stringify(outsider().modal() ?? ''))
    if (outsider().modal()) await outsider().close()
  }
  return [...said, JSON.stringify(outsider().ephemerals())].join('\n')
}

const page = async (path: string) => (await fetch(`${run.address()}${path}`)).text()

/** Where somebody whom a restricted issue does not concern could read of it. */
const surfaces: Readonly<Record<string, () => Promise<string>>> = {
  'cards, their threads, pointers and notes in public channels': async () => JSON.stringify(inPublic()),
  '/cx list': () => answerTo('list'),
  '/cx mine': () => answerTo('mine'),
  '/cx show': each((number) => answerTo(`show CX-${number}`)),
  '/cx show … history': each((number) => answerTo(`show CX-${number} history`)),
  '/cx claim': each((number) => answerTo(`claim CX-${number}`)),
  '/cx hold': each((number) => answerTo(`hold CX-${number} I am curious`)),
  '/cx digest': () => answerTo('digest'),
  '/cx bounces': () => answerTo('bounces'),
  'App Home': async () => {
    await outsider().openHome()
    await run.slack.waitFor(() => outsider().home(), { what: 'a home' })
    return JSON.stringify(outsider().home())
  },
  'reactions that claim a card': react('raising_hand'),
  'reactions that flag a card': react('triangular_flag_on_post'),
  'See all on a card': press('See all'),
  'Claim on a card': press('Claim'),
  'Not ours on a card': press('Not ours'),
  'Hand over or consult on a card': press('Hand over or consult'),
  'Resolve on a card': press('Resolve'),
  'Close the loop on a card': press('Close the loop'),
  'Reopen on a card': press('Reopen'),
  'direct messages': async () => JSON.stringify(outsider().dms()),
  'the log': async () => logged.join('\n'),
  metrics: () => page('/metrics'),
  readiness: () => page('/readyz'),
  'fallback texts and metadata of everything posted in public': async () =>
    JSON.stringify(
      run.slack
        .calls()
        .filter(
          ({ args }) =>
            /^C/.test(String((args as { channel?: unknown }).channel)) && args.channel !== CHANNELS.escalations,
        )
        .map(({ args }) => args),
    ),
}

describe('a restricted issue, for somebody whom it does not concern', { timeout: 120_000 }, () => {
  it('stands on cards in public, so that there is something to look at', () => {
    expect(inPublic().filter(({ text }) => text.includes('words withheld')).length).toBeGreaterThan(2)
  })

  it.each(Object.keys(surfaces))('says neither whose problem it is nor what was written: %s', async (surface) => {
    const said = (await surfaces[surface]?.()) ?? ''
    expect(said).not.toBe('')
    expect(secrets.exec(said)?.[0]).toBeUndefined()
  })

  it('tells everything to the one who is asked, in a direct message', () => {
    const asked = run
      .as(PEOPLE.ben)
      .dms()
      .map(({ visible }) => visible)
      .join('\n')
    expect(asked).toContain('Marzipan')
    expect(asked).toContain('Quokka')
  })
})

describe('Share the words', { timeout: 120_000 }, () => {
  const published = () => inPublic().filter((message) => JSON.stringify(message).includes(`CX-${shared}`))

  it('can be pressed by the flagger also after it was solved, and shows card and thread from the start', async () => {
    const omar = run.as(PEOPLE.omar)
    const receipt = await messageWith(town(), omar.dms, `It is CX-${shared} now`, 'Share the words')
    await omar.press(receipt, 'Share the words')
    const card = await run.slack.waitFor(() => published().find(({ text }) => text.includes('Marzipan')), {
      timeout: 60_000,
      what: 'the words on the card',
    })
    expect(card.text).toContain('Quokka')
    expect(card.text).not.toContain('words withheld')
    await run.slack.waitFor(
      () =>
        run
          .as(PEOPLE.ben)
          .thread(CHANNELS.billing, card.ts)
          .some(({ visible }) => visible.includes('Quokka done')),
      { timeout: 60_000, what: 'the words in the thread, posted before they were shared' },
    )
  })

  it('shares what the card says, and not the issue: others still cannot open it', async () => {
    expect(await answerTo(`show CX-${shared}`)).not.toMatch(secrets)
    expect(await answerTo('list')).not.toMatch(secrets)
  })
})
