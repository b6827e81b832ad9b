import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import type { AnsweredDelivery, DeliveryWatch, WorkOutcome } from '#adapters/slack/intake/watch/delivery-watch.ts'
import { DomainError } from '#domain/errors.ts'
import { eventually } from '../../support/eventually.ts'
import { commandBody, eventBody, flagReaction, form, payloadBody, type StandOptions, stand } from './stand.ts'

const watching = async (options: StandOptions = {}) => {
  const answered: AnsweredDelivery[] = []
  const worked: WorkOutcome[] = []
  const ids: string[] = []
  const answeredFor: (string | undefined)[] = []
  let under: string | undefined
  const watch: DeliveryWatch = {
    within: (delivery, work) => {
      ids.push(delivery)
      under = delivery
      try {
        return work()
      } finally {
        under = undefined
      }
    },
    answered: (it) => {
      answered.push(it)
      answeredFor.push(under)
    },
    worked: (it) => void worked.push(it),
  }
  const there = await stand({ ...options, watch })
  const said = async (count = 1): Promise<readonly string[]> => {
    await eventually(() => answered.length >= count)
    return answered.map(({ kind, outcome }) => `${kind} ${outcome}`)
  }
  return { ...there, answered, answeredFor, said, worked, ids }
}

const refusing = (error: unknown) => async () => {
  throw error
}

const claimed = new DomainError('already_claimed', { number: 1, owner: 'UBEN' })
const storedEvent = (event: object) => JSON.parse(eventBody(event))

describe('those who watch deliveries', () => {
  it.each([
    ['event stored', eventBody(flagReaction), {}],
    ['event ignored', eventBody({ ...flagReaction, reaction: 'tada' }), {}],
    ['event refused', eventBody(flagReaction, { team_id: 'T2', authorizations: [] }), {}],
    ['notice answered', '{"type":"url_verification","challenge":"abc"}', {}],
    ['unknown refused', '{"type":', {}],
    ['unknown refused', eventBody(flagReaction), { secret: 'another secret' }],
    ['unknown refused', 'x'.repeat(2_000_000), {}],
    ['command answered', commandBody('help'), { type: form }],
    ['command refused', commandBody('help', { team_id: 'T2' }), { type: form }],
    [
      'view failed',
      payloadBody({ type: 'view_submission', view: { id: 'V1', callback_id: 'flag_form' } }),
      { type: form },
    ],
    ['shortcut failed', payloadBody({ type: 'shortcut', callback_id: 'flag_anything' }), { type: form }],
  ])('see once that it is %s', async (outcome, body, options) => {
    const { post, said, answered } = await watching()
    await post(body, options)
    expect(await said()).toEqual([outcome])
    expect(answered[0]?.seconds).toBeGreaterThan(0)
  })

  it('see that a person was declined, and that a failure was told as one', async () => {
    const { post, said } = await watching({
      useCases: { claimIssue: refusing(claimed), listIssues: refusing(new Error('gone')) },
    })
    expect((await post(commandBody('claim CX-1'), { type: form })).status).toBe(200)
    expect((await post(commandBody('list'), { type: form })).status).toBe(200)
    expect(await said(2)).toEqual(['command declined', 'command failed'])
  })

  it('see that an event was not stored, and that it is too early for any', async () => {
    const { post, said } = await watching({ store: refusing(new Error('gone')) })
    await post(eventBody(flagReaction))
    expect(await said()).toEqual(['event failed'])
    const early = await watching({ identity: () => undefined })
    await early.post(eventBody(flagReaction))
    expect(await early.said()).toEqual(['event refused'])
  })

  it('see that a sender left before the answer', async () => {
    const { origin, said } = await watching()
    const socket = connect(Number(new URL(origin).port), '127.0.0.1')
    socket.write('POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"type"', () => socket.destroy())
    expect(await said()).toEqual(['unknown unheard'])
  })

  it('hear its id with everything that is done for it', async () => {
    const { post, said, ids, answeredFor } = await watching()
    await post(eventBody(flagReaction))
    await post(commandBody('help'), { type: form })
    await said(2)
    expect(new Set(ids)).toEqual(new Set(['Ev1', 'command:/cx:1.2.abc']))
    expect(answeredFor).toEqual(['Ev1', 'command:/cx:1.2.abc'])
  })
})

describe('those who watch the work on stored events', () => {
  it('see that it was done, declined, dropped or is to come again', async () => {
    const { app, worked, ids } = await watching({
      useCases: { flagMessage: async () => ({ number: 1 }) as never, noteRefusal: async () => {} },
    })
    await app.processStored(storedEvent(flagReaction))
    const declining = await watching({
      useCases: { flagMessage: refusing(claimed), noteRefusal: async () => {} },
    })
    await declining.app.processStored(storedEvent(flagReaction))
    await declining.app.processStored({ ...storedEvent(flagReaction), event_id: 1 })
    const failing = await watching({ useCases: { flagMessage: refusing(new Error('gone')) } })
    await expect(failing.app.processStored(storedEvent(flagReaction))).rejects.toThrow()
    expect([worked, declining.worked, failing.worked]).toEqual([['done'], ['declined', 'dropped'], ['again']])
    expect(ids).toEqual(['Ev1'])
  })

  it('find in the log what failed before any listener could say so', async () => {
    const { app, worked, lines } = await watching()
    await expect(app.processStored(storedEvent({ ...flagReaction, item: 1 }))).rejects.toThrow()
    expect(worked).toEqual(['again'])
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('a stored event could not be given to its listener')
  })
})
