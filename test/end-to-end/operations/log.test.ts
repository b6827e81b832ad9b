import { afterEach, describe, expect, it } from 'vitest'
import { createLogger } from '#adapters/logger.ts'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { eventually } from '../../support/eventually.ts'
import type { PracticeRun } from '../../support/practice-run.ts'
import { startPracticeRun } from '../../support/practice-run.ts'
import { execute } from '../../support/test-server.ts'

let run: PracticeRun

afterEach(() => run.stop())

const customer = 'Zwetschgendatschi'
const words = `${customer} AG was charged twice`

/** The bot with a log of this level, and what it wrote since it was ready. */
const start = async (level: string, mode: 'http' | 'socket' = 'http') => {
  const written: string[] = []
  const log = createLogger(level, { write: (line: string) => void written.push(line) })
  run = await startPracticeRun(mode, { log })
  const before = written.length
  return {
    written,
    lines: (): readonly Record<string, unknown>[] => written.slice(before).map((line) => JSON.parse(line)),
  }
}

const delivered = (name: string) => {
  const delivery = run.slack.deliveries(name).at(-1)
  if (!delivery) throw new Error(`no ${name} was delivered`)
  return delivery
}

const flagged = async () => {
  const anna = run.as(PEOPLE.anna)
  const said = await anna.post(CHANNELS.support, words)
  await anna.react(CHANNELS.support, said.ts, 'triangular_flag_on_post')
  await run.dm(anna, 'Add details')
  await run.slack.settled({ quietFor: 400 })
  return { anna, said }
}

/** Tokens, secrets and addresses that let one act, as they pass in the practice workspace. */
const secrets = /xox|xapp|practice-signing-secret|verification|hooks|response_url/

describe.each(['http', 'socket'] as const)('the log of a delivery over %s, at its most talkative', (mode) => {
  it('names it in each line from its arrival to the last message, and holds neither words nor secrets', async () => {
    const { written, lines } = await start('trace', mode)
    await flagged()
    const { event_id } = delivered('reaction_added').payload
    const messages = lines().map((line) => line.msg)
    expect(messages).toContain('a delivery has its answer')
    expect(messages).toContain('a stored event was worked on')
    const posted = lines().filter((line) => line.method === 'chat.postMessage')
    expect(posted.length).toBeGreaterThanOrEqual(3)
    expect(lines().filter((line) => line.delivery !== event_id)).toEqual([])
    expect(written.join('')).not.toContain(customer)
    expect(written.join('')).not.toMatch(secrets)
  })

  it('does so for commands, forms and clicks, also where they are refused', async () => {
    const { written, lines } = await start('trace', mode)
    const anna = run.as(PEOPLE.anna)
    await anna.command('/cx', `flag ${words}`, CHANNELS.support)
    await run.form(anna)
    await anna.fill('Customer', customer)
    await anna.submit()
    await run.card(run.as(PEOPLE.chloe), CHANNELS.council, 'Claim')
    await anna.command('/cx', `claim ${customer}`, CHANNELS.support)
    await anna.command('/cx', 'claim CX-999', CHANNELS.support)
    await run.slack.settled({ quietFor: 400 })
    const { trigger_id } = delivered('/cx').payload
    expect(lines()).toContainEqual(expect.objectContaining({ delivery: `command:/cx:${trigger_id}`, msg: 'refused' }))
    const named = /^(?:(?:command:\/cx|view_submission:\w+):\S+|block_suggestion:flag_form)$/
    expect(lines().filter((line) => !named.test(`${line.delivery}`))).toEqual([])
    expect(written.join('')).not.toContain(customer)
    expect(written.join('')).not.toMatch(secrets)
  })
})

describe.each(['http', 'socket'] as const)('the log of a delivery over %s that is not taken', (mode) => {
  it('names it', async () => {
    const { lines } = await start('info', mode)
    await run.as(PEOPLE.anna).openHome()
    const delivery = delivered('app_home_opened')
    const body = delivery.body.replaceAll('T0PRACTICE', 'T0ELSEWHERE')
    await run.slack.deliverAgain({ ...delivery, body, payload: JSON.parse(body) }, 1, { freshTimestamp: true })
    await run.slack.settled({ quietFor: 200 })
    expect(lines()).toMatchObject([{ msg: 'a delivery was refused', delivery: delivery.payload.event_id }])
  })
})

describe('the log of an ordinary day', () => {
  it('tells what went wrong, of which delivery, and nothing that was said', async () => {
    const { written, lines } = await start('info')
    run.slack.faults.add({
      on: { method: 'chat.postMessage', when: ({ channel }) => channel === CHANNELS.council },
      does: { kind: 'error', code: 'ekm_access_denied' },
      times: 1,
    })
    const { anna, said } = await flagged()
    const { event_id } = delivered('reaction_added').payload
    await run.slack.settled({ quietFor: 400 })
    const letGo = lines().filter((line) => line.msg === 'Slack does not take this message; it is let go')
    expect(letGo.length).toBeGreaterThan(0)
    expect(lines().map((line) => line.delivery)).toEqual(lines().map(() => event_id))
    await anna.react(CHANNELS.support, said.ts, 'tada')
    expect(lines().filter((line) => line.level === 20)).toEqual([])
    expect(written.join('')).not.toContain(customer)
    expect(written.join('')).not.toMatch(secrets)
  })

  it('lays what befalls the bot itself to no delivery', async () => {
    const { lines } = await start('info')
    await flagged()
    await execute(
      run.url,
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    )
    const stumbled = await eventually(() => {
      const found = lines().filter((line) => line.msg === 'the job queue stumbled; it tries again by itself')
      return found.length > 0 && found
    })
    expect(stumbled.map((line) => line.delivery)).toEqual(stumbled.map(() => undefined))
  })
})
