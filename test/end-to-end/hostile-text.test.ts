import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import type { PracticeRun } from '../support/practice-run.ts'
import { startPracticeRun } from '../support/practice-run.ts'
import { chooseWay } from '../support/slack/hand-over-form.ts'

/** Everything that has ever hurt a message. */
const treacherous = [
  '<!channel> <!here|here> <!everyone> <@U0BEN> <@U0BEN|Ben> <#C0COUNCIL|x> <!subteam^S0COUNCIL|@council>',
  '<https://evil.example|https://acme.slack.com> <mailto:a@b.example|x> @here @channel #council',
  '&lt;!channel&gt; &amp;lt;@U0BEN&amp;gt; & < > && <<!>>',
  '*b* _i_ ~s~ `c` ``` > q\n> q\r\n\r\n\n\n\t:tada: "quoted" \\ \\n',
  'שלום \u202Eمرحبا\u202C \u2066\u200F\u061C \u200D\u200B 👩‍👩‍👧‍👦👍🏽💥 \u0000\u0007\u009B \uD83D \uDC4D 界 e\u0301',
].join('\n')

/** Words of exactly this length that begin so that they are found again. */
const words = (beginning: string, length: number): string =>
  `${beginning} ${`${treacherous} `.repeat(Math.ceil(length / treacherous.length))}`.slice(0, length - 3).concat('end')

const flag = 'triangular_flag_on_post'

let run: PracticeRun

beforeAll(async () => {
  run = await startPracticeRun()
  for (const id of [PEOPLE.anna, PEOPLE.ben, PEOPLE.omar])
    run.slack.updatePerson(id, { displayName: words(`\0\uD83D<!channel> ${id}`, 80) })
})
afterAll(() => run.stop())

type Actor = ReturnType<PracticeRun['as']>

const numberIn = (visible: string): string => /CX-\d+/.exec(visible)?.[0] ?? ''

const about = (actor: Actor, number: string, button: string) =>
  run.slack.waitFor(() => actor.dms().findLast((dm) => dm.visible.includes(number) && dm.buttons.includes(button)), {
    what: `a message about ${number} with ${button}`,
  })

const press = async (actor: Actor, number: string, button: string): Promise<void> => {
  await actor.press(await about(actor, number, button), button)
}

const send = async (actor: Actor, fields: Readonly<Record<string, string>>) => {
  await run.form(actor)
  for (const [label, value] of Object.entries(fields)) await actor.fill(label, value)
  return actor.submit()
}

/** What a person reads of an issue by the command, and in full behind See all or Open. */
const readAll = async (actor: Actor, number: string) => {
  const { answer, ok } = await actor.command('/cx', `show ${number}`, CHANNELS.support)
  expect(ok).toBe(true)
  return `${answer?.text}`
}

const issueOf = async (actor: Actor, beginning: string) => {
  const receipt = await run.slack.waitFor(
    () => actor.dms().findLast((dm) => dm.buttons.includes('Add details') && dm.visible.includes('It is CX-')),
    { what: `a receipt for ${beginning}` },
  )
  return numberIn(receipt.visible)
}

describe('the worst that people can type', () => {
  it('goes from a reaction through every form to the close and back, and every surface shows it', async () => {
    const [anna, ben, omar] = [run.as(PEOPLE.anna), run.as(PEOPLE.ben), run.as(PEOPLE.omar)]
    const said = await anna.post(CHANNELS.support, words('By reaction', 40_000))
    await anna.react(CHANNELS.support, said.ts, flag)
    const number = await issueOf(anna, 'By reaction')
    await press(anna, number, 'Add details')
    expect(await send(anna, { Customer: words('Customer', 150), 'Journey stage': 'Pay' })).toEqual({ kind: 'closed' })
    await press(ben, number, 'Claim')
    await press(ben, number, 'Tomorrow')
    await press(ben, number, 'Hand over or consult')
    await chooseWay(run.slack, ben, 'Hand over')
    const needs = { Department: 'Support', Reason: 'Capacity', 'What do you need from them?': words('Need', 3000) }
    expect(await send(ben, needs)).toEqual({ kind: 'closed' })
    const receiver = await run.slack.waitFor(
      () => [omar, anna].find((one) => one.dms().some((dm) => dm.buttons.includes('Return it'))),
      { what: 'the ask to accept' },
    )
    await press(receiver, number, 'Return it')
    expect(await send(receiver, { Reason: words('Returned', 3000) })).toEqual({ kind: 'closed' })
    await run.reads(() => ben.dms(), 'Returned')
    await press(ben, number, 'Resolve')
    expect(await send(ben, { 'What was done': words('Done', 3000) })).toEqual({ kind: 'closed' })
    await press(ben, number, 'Close the loop')
    expect(await send(ben, { 'What was the customer told?': words('Told', 3000) })).toEqual({ kind: 'closed' })
    await run.reads(() => anna.dms(), 'was told on')
    await ben.press(await run.card(ben, CHANNELS.billing, 'Reopen'), 'Reopen')
    expect(await send(ben, { 'What is still wrong?': words('Wrong', 3000) })).toEqual({ kind: 'closed' })
    await run.reads(() => ben.dms(), 'is yours again')
    await run.slack.settled({ quietFor: 400 })
    expect(await readAll(anna, number)).toContain('By reaction')
    await ben.press(await run.card(ben, CHANNELS.billing, 'Resolve'), 'See all')
    const all = await run.form(ben)
    for (const beginning of ['By reaction', 'Need', 'Returned', 'Done', 'Told', 'Wrong'])
      expect(all).toContain(beginning)
    expect(all).toContain('<!channel> <!here|here> <!everyone>')
    expect(all).toContain('&lt;!channel&gt; &amp;lt;@U0BEN&amp;gt; & < > && <<!>>')
    await ben.close()
  }, 60_000)

  it('is taken from a command, a shortcut and a mention, and told in lists, App Home and the digest', async () => {
    const [anna, ben, chloe] = [run.as(PEOPLE.anna), run.as(PEOPLE.ben), run.as(PEOPLE.chloe)]
    await anna.command('/cx', `flag ${words('By command', 40_000)}`, CHANNELS.support)
    const details = { Customer: words('Customer', 150), 'Journey stage': 'Pay' }
    expect(await send(anna, details)).toEqual({ kind: 'closed' })
    const said = await anna.post(CHANNELS.support, words('By shortcut', 40_000))
    await anna.shortcutOnMessage('Flag for the council', CHANNELS.support, said.ts)
    expect(await send(anna, details)).toEqual({ kind: 'closed' })
    await anna.post(CHANNELS.support, words('<@U0COUNCILBOT> flag By mention', 40_000))
    const cards = () => [...chloe.messages(CHANNELS.council), ...ben.messages(CHANNELS.billing)]
    // A channel takes a message a second, and has some to take from before.
    for (const way of ['By command', 'By shortcut', 'By mention'])
      await run.slack.waitFor(() => cards().find((card) => card.visible.includes(way)), { timeout: 20_000, what: way })
    for (const actor of [anna, ben, chloe]) {
      await actor.openHome()
      for (const command of ['list', 'mine', 'digest', words('unknown', 3000), words('claim', 3000)])
        expect((await actor.command('/cx', command, CHANNELS.support)).ok).toBe(true)
    }
    await run.reads(() => ben.messages(CHANNELS.billing), 'By shortcut')
  }, 60_000)

  it('is refused at the field when a form holds more than it may', async () => {
    const anna = run.as(PEOPLE.anna)
    await anna.globalShortcut('Flag a customer issue')
    await run.form(anna)
    await anna.fill('What happened', words('Too much', 3000))
    await anna.fill('Customer', words('Customer', 151))
    expect(await anna.submit()).toMatchObject({
      kind: 'errors',
      errors: { Customer: expect.stringContaining('150 characters') },
      sent: true,
    })
    await anna.close()
  })
})
