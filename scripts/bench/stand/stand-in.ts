import { createPracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import { practiceSeed } from '#adapters/practice/seed.ts'
import { flaggers } from './people.ts'

/**
 * A process of its own that stands in for Slack's Web API: says where it listens, answers `away` and `back` on its
 * standard input, and counts there how often it had to say that it was too much. What is delivered comes from elsewhere.
 */
const seed = practiceSeed()
const people = flaggers.map((id, i) => ({ id, name: `flagger${i}`, realName: `Flagger ${i}` }))
const slack = createPracticeWorkspace({
  ...seed,
  people: [...seed.people, ...people],
  events: [],
  deliverTo: 'http://127.0.0.1:9/',
  rateLimits: process.argv.includes('--limits'),
})
await slack.start()
process.stdout.write(`${slack.apiUrl}\n`)
let limited = 0
const forget = (): void => {
  limited += slack.world.calls.filter(({ status }) => status === 429).length
  slack.world.calls.length = 0
}
setInterval(forget, 250)
process.stdin.on('data', (said) => {
  const word = String(said).trim()
  forget()
  if (word === 'away') slack.faults.add({ on: { method: 'chat.postMessage' }, does: { kind: 'status', status: 503 } })
  if (word === 'back') slack.faults.clear()
  process.stdout.write(`${limited}\n`)
})
