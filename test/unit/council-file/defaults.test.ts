import { describe, expect, it } from 'vitest'
import { readCouncilFile } from '#adapters/council-file/read-council-file.ts'

const smallest = `
council: { channel: C0A1, chair: U0A1 }
departments: [{ key: support, lead: U0B1 }]
`
const councilOf = (text: string) => {
  const read = readCouncilFile(text)
  if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes))
  return read.council
}
const per = (low: string, normal: string, high: string, urgent: string) =>
  Object.fromEntries(
    Object.entries({ low, normal, high, urgent }).map(([severity, text]) => [
      severity,
      { amount: Number(text.slice(0, -1)), unit: text.slice(-1) },
    ]),
  )

describe('the smallest council', () => {
  it('is a channel, a chair and one department with a lead; the rest has defaults', () => {
    const calendar = {
      timeZone: 'UTC',
      hours: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: 540, to: 1020 },
      holidays: [],
    }
    expect(councilOf(smallest)).toEqual({
      channel: 'C0A1',
      chair: 'U0A1',
      members: [],
      calendar,
      digest: '0 9 * * mon',
      goals: { toldInTime: 0.8, sentAround: 0.1, explainedAgain: 0.1 },
      rules: {
        claimWithin: per('2d', '4h', '2h', '30m'),
        resolveWithin: per('10d', '5d', '3d', '1d'),
        updateWithin: per('5d', '2d', '1d', '2h'),
        acceptWithin: per('1d', '4h', '2h', '30m'),
        answerWithin: per('1d', '1d', '1d', '1d'),
        maxHops: 2,
        remindersPerDay: 4,
        reactions: { flag: 'triangular_flag_on_post', claim: 'raising_hand' },
        retention: { amount: 2, unit: 'y' },
      },
      departments: [{ key: 'support', name: 'Support', lead: 'U0B1', members: [], calendar }],
      journey: [],
    })
  })
  it('may leave keys empty, which is the same as leaving them out', () => {
    const text = smallest.replace(
      'chair: U0A1',
      'chair: U0A1, deputy: , sponsor: ~, working_hours: { from: null }, goals: {}',
    )
    expect(councilOf(text)).toEqual(councilOf(smallest))
  })
  it('may repeat values by alias', () => {
    const text = smallest.replace(
      '[{ key: support, lead: U0B1 }]',
      '[{ key: a, lead: &lead U0B1, working_hours: &late { from: 12:00 } }, { key: b, lead: *lead, working_hours: *late }]',
    )
    const [a, b] = councilOf(text).departments
    expect({ ...b, key: 'a', name: 'A' }).toEqual(a)
  })
  it('reads the same from a Windows editor and under YAML 1.1', () => {
    expect(councilOf(`\uFEFF${smallest.replaceAll('\n', '\r\n')}`)).toEqual(councilOf(smallest))
    const old = councilOf(
      `%YAML 1.1\n---${smallest.replace('chair: U0A1', 'chair: U0A1, working_hours: { to: 9:30, from: 8:00 }')}`,
    )
    expect(old.calendar.hours).toMatchObject({ from: 480, to: 570 })
  })
})
