import { describe, expect, it } from 'vitest'
import { createLogger, currentDelivery, within } from '#adapters/logger.ts'
import { errorFacts } from '#adapters/slack/web/log.ts'

/** A logger, and what it wrote. */
const logging = (level: string) => {
  const written: string[] = []
  const log = createLogger(level, { write: (line: string) => void written.push(line) })
  return { log, written, lines: () => written.map((line) => JSON.parse(line)) }
}

const words = 'Nordwind was charged twice'

/** An error as libraries throw it: it quotes what somebody wrote, and that looks like a stack. */
const quoting = () => new TypeError(`cannot read "\n    at ${words} (nordwind.ts:1:1)\n"`)

describe('the log of an error', () => {
  it('says its kind and place, and nothing that it quotes', () => {
    const { log, written, lines } = logging('trace')
    log.error({ err: quoting() }, 'it failed')
    expect(written.join()).not.toContain('Nordwind')
    const [{ err }] = lines()
    expect(err.name).toBe('TypeError')
    expect(err.at[0]).toMatch(/^\s+at quoting .*logger\.test\.ts/)
  })

  it('says no place when it cannot tell what is quoted', () => {
    const { log, written } = logging('trace')
    const error = quoting()
    error.message = 'something else'
    log.error({ err: error }, 'it failed')
    expect(written.join()).not.toContain('Nordwind')
  })

  it('says as little on the side of Slack', () => {
    const facts = errorFacts(new Error('outer', { cause: quoting() }))
    expect(JSON.stringify(facts)).not.toContain('Nordwind')
    expect(facts).toMatchObject({ error: 'Error', cause: { error: 'TypeError' } })
    expect(JSON.stringify(facts)).toMatch(/at quoting .*logger\.test\.ts/)
  })

  it('says of what is no error only what it is', () => {
    const { log, written, lines } = logging('trace')
    log.error({ err: words }, 'it failed')
    expect(written.join()).not.toContain('Nordwind')
    expect(lines()).toMatchObject([{ err: { name: 'string' } }])
  })
})

describe('a line of the log', () => {
  it('names the delivery on whose behalf it is written, however late', async () => {
    const { log, lines } = logging('info')
    const later = Promise.withResolvers<void>()
    const working = within('Ev1', async () => {
      log.info('begun')
      await later.promise
      log.info('ended')
    })
    log.info('meanwhile')
    within('Ev2', () => log.info('another'))
    later.resolve()
    await working
    expect(lines().map(({ msg, delivery }) => [msg, delivery])).toEqual([
      ['begun', 'Ev1'],
      ['meanwhile', undefined],
      ['another', 'Ev2'],
      ['ended', 'Ev1'],
    ])
  })

  it('names none for work that nobody asked for', () => {
    const { log, lines } = logging('info')
    within(undefined, () => log.info('of itself'))
    expect(lines()[0]).not.toHaveProperty('delivery')
    expect(currentDelivery()).toBeUndefined()
    expect(within('Ev1', currentDelivery)).toBe('Ev1')
  })

  it('holds no secret', () => {
    const { log, written } = logging('trace')
    log.info({ token: 'xoxb-1', slack: { botToken: 'xoxb-2', inner: { response_url: 'https://hooks/3' } } }, 'said')
    expect(written.join()).not.toMatch(/xoxb|hooks/)
  })
})
