import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import type { PracticeRun } from '../support/practice-run.ts'
import { startPracticeRun } from '../support/practice-run.ts'

let run: PracticeRun

beforeAll(async () => {
  run = await startPracticeRun('socket')
})
afterAll(() => run.stop())

describe('the main job over Socket Mode', () => {
  it('flags, asks, claims and refuses as it does over HTTP', async () => {
    const [anna, ben] = [run.as(PEOPLE.anna), run.as(PEOPLE.ben)]
    await anna.command('/cx', 'flag Charged twice over a socket', CHANNELS.support)
    await run.form(anna)
    await anna.fill('Journey stage', 'Pay')
    expect(await anna.submit()).toEqual({ kind: 'closed' })
    await ben.press(await run.dm(ben, 'Claim'), 'Claim')
    await run.dm(ben, 'Tomorrow')
    const said = await anna.post(CHANNELS.support, 'A second one.')
    await anna.react(CHANNELS.support, said.ts, 'triangular_flag_on_post')
    await run.reads(() => anna.dms(), 'It is CX-2 now')
    const { answer } = await anna.command('/cx', 'claim CX-1', CHANNELS.support)
    expect(answer?.text).toContain('Ben')
  })
})
