import { describe, expect, it } from 'vitest'
import { locateChannels, locatePeople } from '#adapters/council-file/locate.ts'
import { readCouncilFile } from '#adapters/council-file/read-council-file.ts'

const everyKey = `
council:
  channel: C0ROUND
  chair: U0MIRA
  deputy: U0OTTO
  sponsor: W0PIA
  members: [U0MIRA, U0OTTO, U0QUIN, U0QUIN]
  time_zone: Asia/Kathmandu
  working_hours: { days: [sun, Mon, tuesday], from: 8:00, to: "16:45" }
  holidays: [2026-10-20, "2027-04-14"]
  digest: 30 8 * * sun
  goals: { told_in_time: 0.75, sent_around: 7%, explained_again: 12.5 % }
rules:
  claim_within: { urgent: 15m, high: 1.5h }
  resolve_within: 3d
  update_within: { low: 8d }
  accept_within: 90s
  answer_within: { urgent: 1h }
  max_hops: 3
  reactions: { flag: :sos:, claim: +1 }
  retention: 400d
departments:
  - key: desk
    name: "Front desk: all"
    lead: U0RITA
    channel: G0DESK
    members: [U0RITA, U0SAM]
    on_call: U0SAM
    time_zone: Pacific/Auckland
    working_hours: always
    holidays: []
  - { key: works, lead: U0TOM, working_hours: { to: 15:00 } }
  - { key: yard, name: 1.10, lead: U0TOM, working_hours: { from: 10:00 } }
journey:
  - key: get_help
    name: Get help
    lead_department: desk
    owners:
      - { department: desk, region: north, owner: U0RITA, backup: U0SAM }
      - { department: desk, region: south, owner: U0SAM }
      - { department: works, owner: U0TOM }
  - { key: leave, lead_department: works }
`
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

describe('a council file with every key', () => {
  const council = councilOf(everyKey)
  it('names the people and the channel of the council, each once', () => {
    const { channel, chair, deputy, sponsor, members } = council
    expect({ channel, chair, deputy, sponsor }).toEqual({
      channel: 'C0ROUND',
      chair: 'U0MIRA',
      deputy: 'U0OTTO',
      sponsor: 'W0PIA',
    })
    expect(members).toEqual(['U0MIRA', 'U0OTTO', 'U0QUIN'])
  })
  it('sets its hours, holidays, digest and goals', () => {
    expect(council.calendar).toEqual({
      timeZone: 'Asia/Kathmandu',
      hours: { days: ['sun', 'mon', 'tue'], from: 480, to: 1005 },
      holidays: ['2026-10-20', '2027-04-14'],
    })
    expect(council.digest).toBe('30 8 * * sun')
    expect(council.goals).toEqual({ toldInTime: 0.75, sentAround: 0.07, explainedAgain: 0.125 })
  })
  it('sets rules for all severities at once or for some, the others keeping their default', () => {
    expect(council.rules).toEqual({
      claimWithin: per('2d', '4h', '1.5h', '15m'),
      resolveWithin: per('3d', '3d', '3d', '3d'),
      updateWithin: per('8d', '2d', '1d', '2h'),
      acceptWithin: per('90s', '90s', '90s', '90s'),
      answerWithin: per('1d', '1d', '1d', '1h'),
      maxHops: 3,
      reactions: { flag: 'sos', claim: '+1' },
      retention: { amount: 400, unit: 'd' },
    })
  })
  it('gives departments their own hours, and the council’s where they name none', () => {
    expect(council.departments).toEqual([
      {
        key: 'desk',
        name: 'Front desk: all',
        lead: 'U0RITA',
        channel: 'G0DESK',
        members: ['U0RITA', 'U0SAM'],
        onCall: 'U0SAM',
        calendar: { timeZone: 'Pacific/Auckland', hours: 'always', holidays: [] },
      },
      {
        key: 'works',
        name: 'Works',
        lead: 'U0TOM',
        members: [],
        calendar: { ...council.calendar, hours: { days: ['sun', 'mon', 'tue'], from: 480, to: 900 } },
      },
      {
        key: 'yard',
        name: '1.10',
        lead: 'U0TOM',
        members: [],
        calendar: { ...council.calendar, hours: { days: ['sun', 'mon', 'tue'], from: 600, to: 1005 } },
      },
    ])
  })
  it('draws the journey map, by region where there are regions', () => {
    expect(council.journey).toEqual([
      {
        key: 'get_help',
        name: 'Get help',
        leadDepartment: 'desk',
        owners: [
          { department: 'desk', region: 'north', owner: 'U0RITA', backup: 'U0SAM' },
          { department: 'desk', region: 'south', owner: 'U0SAM' },
          { department: 'works', owner: 'U0TOM' },
        ],
      },
      { key: 'leave', name: 'Leave', leadDepartment: 'works', owners: [] },
    ])
  })
  it('tells on which line each person and channel is first named', () => {
    expect(Object.fromEntries(locatePeople(everyKey))).toEqual({
      U0MIRA: 4,
      U0OTTO: 5,
      W0PIA: 6,
      U0QUIN: 7,
      U0RITA: 25,
      U0SAM: 27,
      U0TOM: 32,
    })
    expect(Object.fromEntries(locateChannels(everyKey))).toEqual({ C0ROUND: 3, G0DESK: 26 })
  })
})

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
