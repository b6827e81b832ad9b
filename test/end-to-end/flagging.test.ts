import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import type { PracticeRun } from '../support/practice-run.ts'
import { startPracticeRun } from '../support/practice-run.ts'

let run: PracticeRun

beforeAll(async () => {
  run = await startPracticeRun()
})
afterAll(() => run.stop())

const flag = 'triangular_flag_on_post'

/** Everything the bot posted with these words in it, in channels and direct messages. */
const posted = (words: string) =>
  run.slack.calls('chat.postMessage').filter((call) => call.answer.ok && JSON.stringify(call.args).includes(words))

const cardsWith = (words: string) =>
  posted(words).filter((call) => /^[CG]/.test(String(call.args.channel)) && !call.args.thread_ts)

describe('flagging where people talk', () => {
  it('makes one issue, one card and one ask of a delivery that comes four times at once and again later', async () => {
    const { slack } = run
    const anna = run.as(PEOPLE.anna)
    const said = await anna.post(CHANNELS.support, 'Kestrel waits since Monday.')
    await anna.react(CHANNELS.support, said.ts, flag)
    const delivery = slack.deliveries('reaction_added').at(-1)
    if (!delivery) throw new Error('the reaction was not delivered')
    await slack.deliverAgain(delivery, 4, { concurrently: true })
    await slack.waitFor(() => cardsWith('Kestrel waits').length > 0)
    await slack.settled({ quietFor: 400 })
    await slack.deliverAgain(delivery, 1, { freshTimestamp: true })
    await slack.settled({ quietFor: 600 })
    expect(cardsWith('Kestrel waits')).toHaveLength(1)
    expect(
      run
        .as(PEOPLE.chloe)
        .dms()
        .filter((dm) => dm.visible.includes('Kestrel waits')),
    ).toHaveLength(1)
  })

  it('takes a form that is sent in four times at once as one issue', async () => {
    const { slack } = run
    const anna = run.as(PEOPLE.anna)
    await anna.command('/cx', 'flag Sent in four times', CHANNELS.support)
    await run.form(anna)
    await anna.fill('Journey stage', 'Pay')
    await anna.submit()
    const delivery = slack.deliveries('view_submission').at(-1)
    if (!delivery) throw new Error('the form was not delivered')
    const answers = await slack.deliverAgain(delivery, 4, { concurrently: true })
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true, true])
    await slack.waitFor(() => cardsWith('Sent in four times').length > 0)
    await slack.settled({ quietFor: 600 })
    expect(cardsWith('Sent in four times')).toHaveLength(1)
  })

  it('lets the second flagger of a message follow the first issue', async () => {
    const [anna, jonas] = [run.as(PEOPLE.anna), run.as(PEOPLE.jonas)]
    const said = await anna.post(CHANNELS.support, 'Two of us saw this.')
    await anna.react(CHANNELS.support, said.ts, flag)
    await run.slack.waitFor(() => cardsWith('Two of us saw this').length > 0)
    await jonas.react(CHANNELS.support, said.ts, flag)
    await run.reads(() => jonas.dms(), 'follow')
    expect(cardsWith('Two of us saw this')).toHaveLength(1)
  })

  it('flags by a mention, and in a thread the message the thread is about', async () => {
    const anna = run.as(PEOPLE.anna)
    await anna.post(CHANNELS.support, `<@U0COUNCILBOT> flag Alto lost their data`)
    await run.slack.waitFor(() => cardsWith('Alto lost their data').length > 0)
    const root = await anna.post(CHANNELS.support, 'Their export is empty.')
    await anna.post(CHANNELS.support, `<@U0COUNCILBOT> flag`, { thread: root.ts })
    await run.slack.waitFor(() => cardsWith('Their export is empty').length > 0)
  })

  it('opens the form with the message from the message shortcut, and empty from the global one', async () => {
    const anna = run.as(PEOPLE.anna)
    const said = await anna.post(CHANNELS.support, 'Charged for two seats & one left.')
    await anna.shortcutOnMessage('Flag for the council', CHANNELS.support, said.ts)
    await run.form(anna)
    await anna.submit()
    await run.slack.waitFor(() => cardsWith('Charged for two seats &amp; one left').length > 0)
    await anna.globalShortcut('Flag a customer issue')
    await run.form(anna)
    expect(await anna.submit()).toMatchObject({ kind: 'errors' })
    await anna.close()
  })

  it('withholds the words of a private channel until the flagger shares them', async () => {
    const omar = run.as(PEOPLE.omar)
    const said = await omar.post(CHANNELS.escalations, 'Their lawyer wrote to us.')
    await omar.react(CHANNELS.escalations, said.ts, flag)
    const receipt = await run.dm(omar, 'Share the words')
    const number = /CX-\d+/.exec(receipt.visible)?.[0] ?? ''
    await run.reads(() => run.as(PEOPLE.chloe).messages(CHANNELS.council), 'words withheld')
    expect(cardsWith('Their lawyer wrote')).toEqual([])
    const { answer } = await run.as(PEOPLE.ivo).command('/cx', `show ${number}`, CHANNELS.it)
    expect(answer?.text).not.toContain('lawyer')
    await omar.press(receipt, 'Share the words')
    await run.reads(() => run.as(PEOPLE.chloe).messages(CHANNELS.council), 'Their lawyer wrote to us.')
  })

  it('does nothing on a reaction in a channel shared with another company, and never pings', async () => {
    const { slack } = run
    const anna = run.as(PEOPLE.anna)
    const before = slack.calls('chat.postMessage').length
    const said = await anna.post(CHANNELS.nordwind, 'We look into it.')
    await anna.react(CHANNELS.nordwind, said.ts, flag)
    await slack.settled({ quietFor: 700 })
    expect(slack.calls('chat.postMessage').length).toBe(before)
    await anna.command('/cx', 'flag Tell <!channel> and <@U0BEN> now', CHANNELS.support)
    await run.form(anna)
    await anna.submit()
    await slack.settled({ quietFor: 500 })
    const bodies = slack
      .calls()
      .map((call) => JSON.stringify(call.args))
      .join('\n')
    expect(bodies).not.toMatch(/"type":"mrkdwn"[^}]*<!channel>/)
    expect(
      slack.calls('chat.postMessage').filter((call) => /<!channel>|<@U0BEN>/.test(String(call.args.text))),
    ).toEqual([])
  })

  it('answers guests privately and bots and strangers not at all', async () => {
    const { slack } = run
    const [guest, bot] = [run.as(PEOPLE.guest), run.as(PEOPLE.otherBot)]
    const said = await run.as(PEOPLE.anna).post(CHANNELS.support, 'A guest wants to flag this.')
    const before = cardsWith('').length
    await guest.react(CHANNELS.support, said.ts, flag)
    await run.reads(() => guest.ephemerals(), 'You are a guest here')
    await slack.settled({ quietFor: 300 })
    const ephemerals = slack.calls('chat.postEphemeral').length
    await bot.react(CHANNELS.support, said.ts, flag)
    await slack.settled({ quietFor: 500 })
    expect(slack.calls('chat.postEphemeral').length).toBe(ephemerals)
    expect(cardsWith('').length).toBe(before)
  })

  it('names the nearest command for a mistyped one', async () => {
    const { answer } = await run.as(PEOPLE.anna).command('/cx', 'lsit', CHANNELS.support)
    expect(answer).toMatchObject({ onlyFor: PEOPLE.anna })
    expect(answer?.text).toContain('/cx list')
  })
})
