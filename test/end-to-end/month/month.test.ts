import { afterAll, beforeAll, expect, it } from 'vitest'
import { PEOPLE } from '#adapters/practice/seed/ids.ts'
import { type Month, startMonth } from '../../support/month/month.ts'
import { peopleOf } from '../../support/month/people.ts'
import { askedTwice, atNight } from '../../support/month/rules.ts'

let month: Month
let people: ReturnType<typeof peopleOf>

beforeAll(async () => {
  month = await startMonth('2026-11-30T08:30:00Z')
  people = peopleOf(month)
})
afterAll(() => month.stop())

const newTo = (person: keyof typeof PEOPLE, key: RegExp): readonly string[] =>
  month.diary.reads.filter((one) => one.person === PEOPLE[person] && key.test(one.key)).map(({ visible }) => visible)

it('problems are flagged; what nobody routes or claims goes on by itself', { timeout: 60_000 }, async () => {
  const { flags, presses, atHome } = people
  await flags('anna', 'We were charged twice for March', { Customer: 'Nordwind', 'Journey stage': 'Pay' })
  const kestrel = { Customer: 'Kestrel', 'Journey stage': 'Use', Severity: 'High' }
  await flags('jonas', 'Cannot sign in since the update', kestrel)
  await flags('mia', 'They wait for a call since Tuesday', { Customer: 'Alto' })
  await flags('chloe', 'Who answers for their data?', { Customer: 'Solveig' })
  await atHome('omar', 'CX-4', 'Route', { Department: 'IT' })
  await month.until('2026-11-30T12:10:00Z')
  expect(newTo('felix', /^ask:3/)).toEqual([expect.stringContaining('Nobody chose in time, so I ask Sales.')])
  await flags('omar', 'Charged twice, says Nordwind', { Customer: 'nordwind', 'Journey stage': 'Pay' })
  await presses('omar', 'CX-5', 'Same as CX-1')
  await month.until('2026-11-30T16:30:00Z')
  await atHome('ben', 'CX-1', 'Claim')
  await month.until('2026-12-01T09:00:00Z')
  await presses('carla', 'CX-2', 'Not ours', { Department: 'IT', Reason: 'It is the sign-in service.' })
  await month.until('2026-12-01T12:00:00Z')
  await presses('ivo', 'CX-2', 'Claim')
  await presses('ivo', 'CX-2', 'Tomorrow')
  await atHome('ravi', 'CX-4', 'Not ours', { Department: 'Product', Reason: 'It is in the export.' })
})

it('an urgent problem at night wakes only who is on call, and a promise is spoken of before it is broken', {
  timeout: 60_000,
}, async () => {
  const { flags, atHome } = people
  await month.until('2026-12-01T21:00:00Z')
  const marlow = { Customer: 'Marlow', 'Journey stage': 'Get help', Severity: 'Urgent' }
  await flags('jonas', 'Everything is down at Marlow', marlow)
  await month.until('2026-12-02T08:30:00Z')
  await atHome('anna', 'CX-6', 'Claim')
  const promise = { 'What was promised?': 'An update', 'By when?': '2026-12-03', 'At what time?': '15:00' }
  await people.presses('anna', 'CX-6', 'Promise to the customer', promise)
  await month.until('2026-12-03T08:00:00Z')
  expect(newTo('anna', /^reminder/).at(-1)).toContain('Marlow was promised an answer by 15:00 ("An update").')
  await month.until('2026-12-03T13:30:00Z')
  expect(await people.looksHome('anna')).toContain('Is the promise to Marlow kept?')
  await atHome('anna', 'CX-6', 'Kept')
  expect(people.home('anna')).toContain('Nothing is asked of you right now')
  await atHome('anna', 'CX-6', 'Resolve', { 'What was done': 'Restarted.' })
})

it("an owner's holiday strands nothing", { timeout: 60_000 }, async () => {
  const { flags, says, atHome, presses, home } = people
  for (const [customer, words] of [
    ['Harbor', 'Invoice goes to the old address'],
    ['Pinewood', 'VAT is missing'],
    ['Aurora', 'Refund never came'],
  ] as const)
    await flags('anna', words, { Customer: customer, 'Journey stage': 'Pay' })
  await month.until('2026-12-03T15:00:00Z')
  for (const issue of ['CX-7', 'CX-8', 'CX-9']) await atHome('ben', issue, 'Claim')
  await month.until('2026-12-04T15:00:00Z')
  const answer = await says('ben', 'away until 2026-12-18 cover @lou')
  expect(answer).toContain('You answer for 4 open issues: I ask Lou Jensen, then Chloé Martin to take over')
  await month.until('2026-12-04T15:30:00Z')
  expect(newTo('lou', /^reminder/).at(-1)).toContain('4 issues wait for you:')
  await presses('lou', 'CX-7', 'Accept')
  await atHome('lou', 'CX-8', 'Return it', { Reason: 'I am out next week.' })
  await month.until('2026-12-07T14:00:00Z')
  await atHome('chloe', 'CX-8', 'Accept')
  expect(home('chloe')).toContain('You answer · no next step yet')
})

it('what somebody left behind is given away from where it is read', { timeout: 60_000 }, async () => {
  const { flags, presses, atHome, home } = people
  await flags('jonas', 'Is slow since Monday', { Customer: 'Tidewater', 'Journey stage': 'Use' })
  await month.until('2026-12-11T09:00:00Z')
  await presses('dina', 'CX-10', 'Claim')
  await month.until('2026-12-14T09:00:00Z')
  await month.does('dina is deactivated', () => month.slack.updatePerson(PEOPLE.dina, { deleted: true }))
  await month.until('2026-12-17T09:00:00Z')
  expect(newTo('carla', /^reminder/).at(-1)).toContain('Dina Cohen answers for it and is not here. Nothing was heard')
  await atHome('carla', 'CX-10', "I'll take it")
  expect(home('carla')).toContain('You answer · no next step yet')
  for (const stage of ['Onboard', 'Use']) await presses('carla', `${stage}: accountable owner`, 'Name Carla Mendes')
})

it('what is solved ends when the customer was told, and the one who is back hears what waits', {
  timeout: 60_000,
}, async () => {
  const { atHome, looksHome } = people
  await atHome('ivo', 'CX-2', 'Resolve', { 'What was done': 'The certificate was renewed.' })
  await month.until('2026-12-18T12:00:00Z')
  expect(newTo('ivo', /^reminder/).at(-1)).toContain('Was Kestrel told?')
  const told = { 'What was the customer told?': 'It works again.', 'Had to explain again?': 'No' }
  await atHome('ivo', 'CX-2', 'Close the loop', told)
  await month.until('2026-12-21T16:00:00Z')
  expect(await looksHome('ben')).toContain('You answer for')
  await month.until('2026-12-30T16:00:00Z')
})

it('in all that month nobody was asked twice for the same thing, and nothing came at night', async () => {
  expect(await askedTwice(month)).toEqual([])
  expect(atNight(month)).toEqual([])
})
