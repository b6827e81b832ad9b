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
  reminders_per_day: 6
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
      remindersPerDay: 6,
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
      U0RITA: 26,
      U0SAM: 28,
      U0TOM: 33,
    })
    expect(Object.fromEntries(locateChannels(everyKey))).toEqual({ C0ROUND: 3, G0DESK: 27 })
  })
})
