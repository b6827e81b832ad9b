import { describe, expect, it } from 'vitest'
import { createLogger } from '#adapters/logger.ts'
import type { Messenger } from '#application/messages/posting.ts'
import { createWatch } from '../../../src/compose/watch.ts'
import { samplesIn } from '../../support/operations/scrape.ts'

const watching = () => {
  const pool = { totalCount: 0, idleCount: 0, waitingCount: 0 }
  const watch = createWatch({ boss: {}, pool } as never, createLogger('silent'))
  return { ...watch, scrape: async () => samplesIn((await watch.page()).text) }
}

const standing = { channel: 'C1', ts: '1.2' }

const messenger = (given: Partial<Messenger>): Messenger =>
  ({ post: async () => standing, find: async () => undefined, ...given }) as Messenger

const attempt = async () => {}

const post = (to: Messenger, key: string) => to.post({ place: 'C1' }, key, {} as never, attempt)

describe('what the bot says in Slack', () => {
  it('counts by kind once it stands there, and not before', async () => {
    const watch = watching()
    const handed: unknown[] = []
    const working = watch.messenger(
      messenger({
        post: async (...all) => {
          handed.push(...all)
          return standing
        },
      }),
    )
    expect(await post(working, 'reminder:7:0:owner')).toEqual(standing)
    expect(handed).toEqual([{ place: 'C1' }, 'reminder:7:0:owner', {}, attempt])
    await post(working, 'digest:2026-11-17T09:00:00:Europe/Berlin')
    const failing = watch.messenger(messenger({ post: () => Promise.reject(new Error('ratelimited')) }))
    await expect(post(failing, 'reminder:8:0:owner')).rejects.toThrow('ratelimited')
    const found = await watch.scrape()
    expect(found.get('cx_messages_sent_total{kind="reminder"}')).toBe(1)
    expect(found.get('cx_messages_sent_total{kind="digest"}')).toBe(1)
  })

  it('counts when its lost answer is found', async () => {
    const watch = watching()
    const looked = [undefined, standing]
    const finding = watch.messenger(messenger({ find: async () => looked.shift() }))
    const look = () => finding.find({ place: 'C1' }, 'card:7:1', new Date(0))
    expect([await look(), await look()]).toEqual([undefined, standing])
    expect((await watch.scrape()).get('cx_messages_sent_total{kind="card"}')).toBe(1)
  })
})

describe('a tick', () => {
  it('is seen to fail, and fails all the same', async () => {
    const watch = watching()
    const failing = watch.tick({ name: 'digest', run: () => Promise.reject(new Error('gone')) })
    await watch.tick({ name: 'reminders', run: async () => 3 }).run()
    await expect(failing.run()).rejects.toThrow('gone')
    const found = await watch.scrape()
    expect(found.get('cx_tick_failures_total{tick="digest"}')).toBe(1)
    expect(found.get('cx_tick_failures_total{tick="reminders"}')).toBe(0)
  })
})
