import { afterAll, beforeAll, expect, it } from 'vitest'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { type ProxiedRun, startProxiedRun } from '../../support/database-faults/run.ts'

let run: ProxiedRun

beforeAll(async () => {
  run = await startProxiedRun()
}, 60_000)
afterAll(() => run.stop())

const flags = 40
const questions = 12

it('a command is answered also while the database is slow and much is to be worked on', async () => {
  const [anna, omar] = [run.as(PEOPLE.anna), run.as(PEOPLE.omar)]
  const posted = await Promise.all(Array.from({ length: flags }, (_, i) => anna.post(CHANNELS.support, `Slow ${i}!`)))
  await omar.command('/cx', 'mine', CHANNELS.support)
  run.proxy.delay(250)
  await Promise.all(posted.map(({ ts }) => anna.react(CHANNELS.support, ts, 'triangular_flag_on_post')))
  const answers: string[] = []
  while (answers.length < questions)
    answers.push((await omar.command('/cx', 'mine', CHANNELS.support)).answer?.text ?? '')
  expect(await run.count("SELECT FROM pgboss.job WHERE state < 'completed'")).toBeGreaterThan(0)
  expect(answers.filter((answer) => answer.includes('just now'))).toEqual([])
}, 60_000)
