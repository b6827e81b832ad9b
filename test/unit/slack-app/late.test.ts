import { describe, expect, it } from 'vitest'
import { DomainError } from '#domain/errors.ts'
import { eventually } from '../../support/eventually.ts'
import { commandBody, eventBody, flagReaction, form, payloadBody, stand } from './stand.ts'

/** Slack waits three seconds; what was not answered by then was not answered at all. */
const inTime = () => AbortSignal.timeout(2_900)

/** Work that ends when it is told to. */
const slowly = <T>() => {
  const { promise, resolve } = Promise.withResolvers<T>()
  return { use: () => promise, end: resolve }
}

const answerOf = async (answer: Promise<Response>): Promise<Response> => {
  const late = new Promise<never>((_, reject) =>
    inTime().addEventListener('abort', () => reject(new Error('too late'))),
  )
  return Promise.race([answer, late])
}

describe('when the work behind a delivery does not end', () => {
  it('a command is answered in time', async () => {
    const { use } = slowly<never>()
    const { post } = await stand({ useCases: { listIssues: use } })
    const answer = await answerOf(post(commandBody('list'), { type: form }))
    expect(await answer.json()).toMatchObject({ text: expect.stringContaining('just now') })
  })

  it('an event is not acknowledged, so that it comes again', async () => {
    const { use } = slowly<never>()
    const { post } = await stand({ store: use })
    expect((await answerOf(post(eventBody(flagReaction)))).status).toBe(500)
  })

  it('a refusal is told without the names that do not come', async () => {
    const { use } = slowly<never>()
    const claimed = new DomainError('already_claimed', { number: 1, owner: 'UBEN' })
    const claimIssue = async () => {
      throw claimed
    }
    const { post } = await stand({ useCases: { claimIssue, namesIn: use } })
    const answer = await answerOf(post(commandBody('claim CX-1'), { type: form }))
    expect(await answer.json()).toMatchObject({ text: expect.stringContaining('CX-1 has an owner already') })
  })

  it('a shortcut says so in a form, and does not open another one when the work ends after all', async () => {
    const { use, end } = slowly<never>()
    const { post, api, lines } = await stand({ useCases: { openFlagForm: use } })
    const opened = () => api.calls.filter(({ method }) => method === 'views.open')
    const body = payloadBody({ type: 'shortcut', callback_id: 'flag_anything' })
    expect((await answerOf(post(body, { type: form }))).status).toBe(200)
    await eventually(() => opened().length > 0)
    expect(JSON.stringify(opened())).toContain('just now')
    end({ council: { departments: [], journey: [] }, text: '' } as never)
    const { post: other, api: elsewhere } = await stand({
      useCases: { openFlagForm: async () => ({ council: { departments: [], journey: [] }, text: '' }) as never },
    })
    await other(body, { type: form })
    await eventually(() => elsewhere.calls.length > 0)
    expect(opened()).toHaveLength(1)
    expect(lines.join()).toContain('a delivery failed')
  })
})
