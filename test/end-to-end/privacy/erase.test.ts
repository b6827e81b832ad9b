import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BOT, CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { rowsOf } from '../../support/database.ts'
import { type PracticeRun, startPracticeRun } from '../../support/practice-run.ts'
import { live } from '../../support/tenancy/lives.ts'
import type { Town } from '../../support/tenancy/town.ts'
import { command, settingFor } from '../command-line/run-command.ts'

let run: PracticeRun

beforeAll(async () => {
  run = await startPracticeRun()
})
afterAll(() => run.stop())

const council = (...args: readonly string[]) => command(args, settingFor(run.slack.apiUrl, run.url))

const town = (): Town => ({ ...run, called: (name: string) => name, team: 'T0PRACTICE' }) as unknown as Town

/** The messages of the bot that stand anywhere in the workspace, private notes left out: Slack keeps none. */
const botMessages = () => [...run.slack.world.messages.values()].flat().filter(({ user }) => user === BOT)

const showing = (words: string) => botMessages().filter((message) => JSON.stringify(message).includes(words))

const gone = (...words: readonly string[]) =>
  run.slack.waitFor(() => words.every((word) => showing(word).length === 0), {
    timeout: 60_000,
    what: `no message with ${words.join(', ')}`,
  })

/** Everything that is kept, but for what the queue is still to do. */
const database = async () => {
  const tables = await rowsOf(
    run.url,
    "SELECT table_schema AS s, table_name AS t FROM information_schema.tables WHERE table_schema IN ('public', 'pgboss') AND table_type = 'BASE TABLE'",
  )
  const rows = await Promise.all(
    tables.map(({ s, t }) => rowsOf(run.url, `SELECT to_jsonb(x)::text AS row FROM "${s}"."${t}" x`)),
  )
  return rows.flat().map(({ row }) => String(row))
}

describe('erasing in the practice workspace', { timeout: 180_000 }, () => {
  it('of a customer leaves no message of the bot, no list and no row that names them or tells of them', async () => {
    const script = { words: 'Quokka', customer: 'Marzipan', private: false }
    const numbers = [await live(town(), script, 'closed'), await live(town(), script, 'pending')]
    const other = await live(town(), { ...script, words: 'Zebra', customer: 'Alto' }, 'claimed')
    expect(showing('Quokka').length).toBeGreaterThan(8)
    expect(showing('Marzipan').length).toBeGreaterThan(8)
    const dry = await council('erase', '--customer', 'marzipan', '--dry-run')
    expect(dry.out).toContain(`(CX-${numbers[0]}, CX-${numbers[1]})`)
    expect(dry.out).toContain('Nothing was changed.')
    const unasked = await council('erase', '--customer', 'marzipan')
    expect([unasked.code, unasked.err]).toEqual([
      1,
      'Nothing was erased: nobody is here to ask. Add --yes to do it unasked.\n',
    ])
    expect(showing('Quokka').length).toBeGreaterThan(8)
    const { out, err, code } = await council('erase', '--customer', 'marzipan', '--yes')
    expect([err, code]).toEqual(['', 0])
    expect(out).toContain('Erased: the customer Marzipan.')
    await gone('Quokka', 'Marzipan')
    await run.slack.settled({ quietFor: 500, timeout: 60_000 })
    expect((await database()).filter((row) => /quokka|marzipan/i.test(row))).toEqual([])
    expect(showing('Zebra').length).toBeGreaterThan(1)
    const chloe = run.as(PEOPLE.chloe)
    const shown = await chloe.command('/cx', `show CX-${numbers[0]} history`, CHANNELS.council)
    expect(shown.answer?.text).toContain('texts were erased: the customer was erased.')
    expect(shown.answer?.text).not.toMatch(/Quokka|Marzipan|undefined/)
    const mine = await run.as(PEOPLE.ben).command('/cx', 'mine', CHANNELS.billing)
    expect(mine.answer?.text).toContain(`CX-${numbers[1]} · Erased customer`)
    expect(mine.answer?.text).toContain(`CX-${other} · Alto`)
    const felix = run.as(PEOPLE.felix)
    const again = felix.dms().find((dm) => dm.visible.includes(`CX-${numbers[1]}`) && dm.buttons.includes('Accept'))
    expect(again?.visible).toContain('were erased')
    if (again) await felix.press(again, 'Accept')
    await run.reads(() => felix.dms(), `CX-${numbers[1]} is yours now`)
  })

  it('of a person leaves no message of the bot with their name or what they wrote, but for an issue on hold', async () => {
    const script = { words: 'Xylophone', customer: 'Lumen', private: false }
    const number = await live(town(), script, 'closed')
    const held = await live(town(), { ...script, words: 'Gramophone' }, 'claimed')
    const chloe = run.as(PEOPLE.chloe)
    const answer = await chloe.command('/cx', `hold CX-${held} A court asked for it`, CHANNELS.council)
    expect(answer.answer?.text).toBe(`CX-${held} is on hold: its words are kept until you lift it.`)
    expect(showing('Omar Haddad').length).toBeGreaterThan(4)
    const { out, code } = await council('erase', '--person', PEOPLE.omar, '--yes')
    expect(code).toBe(0)
    expect(out).toContain(`kept, because on hold: the words of CX-${held}.`)
    expect(out).toContain('they are active in Slack')
    await gone('Omar Haddad')
    const flagged = () =>
      showing('Xylophone').filter((message) => !/Xylophone (?:needed|asked|done|told)/.test(JSON.stringify(message)))
    await run.slack.waitFor(() => flagged().length === 0, { timeout: 60_000, what: 'no words of Omar' })
    expect(showing('Gramophone').length).toBeGreaterThan(1)
    expect((await database()).filter((row) => row.includes('Omar Haddad'))).toEqual([])
    await run.slack.updatePerson(PEOPLE.omar, { title: 'Still Omar' })
    await run.slack.settled({ quietFor: 500, timeout: 60_000 })
    expect(await rowsOf(run.url, 'SELECT name FROM person WHERE id = $1', PEOPLE.omar)).toEqual([
      { name: 'Someone who left' },
    ])
    const shown = await chloe.command('/cx', `show CX-${number} history`, CHANNELS.council)
    expect(shown.answer?.text).toContain('Someone who left flagged it.')
  })

  it('of nobody that is known, or of nobody in particular, is refused in a sentence', async () => {
    const said = async (...args: readonly string[]) => (await council('erase', ...args)).err
    expect(await said('--yes')).toContain('Name either --person U… or --customer KEY.')
    expect(await said('--person', 'U0ANNA', '--customer', 'Alto')).toContain('Name either')
    expect(await said('--person', 'anna')).toContain('“anna” is no id of a person')
    expect(await said('--person', 'U0NOBODY')).toBe(
      'Nobody with the id U0NOBODY ever met the bot here: there is nothing to erase.\n',
    )
    expect(await said('--customer', 'Nobody Ltd')).toContain('No customer here has the key or the name “Nobody Ltd”.')
  })
})
