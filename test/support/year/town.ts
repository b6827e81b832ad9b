import { readCouncilFile } from '#adapters/council-file/read-council-file.ts'
import type { Council } from '#domain/council.ts'
import { peopleOf } from '#domain/council.ts'
import type { Person } from '#domain/people.ts'

/** The year: both clock changes of Berlin and of New York, New Year, and a 29 February. */
export const yearBegins = new Date('2027-07-01T06:00:00Z')
export const yearEnds = new Date('2028-07-01T06:00:00Z')

const file = `
council:
  channel: C0COUNCIL
  chair: U0CHLOE
  deputy: U0OMAR
  members: [U0CHLOE, U0OMAR, U0LOU, U0FELIX, U0RAVI]
  time_zone: Europe/Berlin
  holidays: ["2027-12-24", Germany/Bayern]
  working_hours: { days: [mon, tue, wed, thu, fri], from: "09:00", to: "17:30" }
rules:
  claim_within: { urgent: 30m, high: 2h, normal: 4h, low: 2d }
  update_within: { urgent: 2h, high: 1d, normal: 2d, low: 5d }
  accept_within: { urgent: 30m, high: 2h, normal: 4h, low: 1d }
  reminders_per_day: 3
departments:
  - { key: support, name: Support, lead: U0OMAR, members: [U0ANNA, U0JONAS, U0OMAR], on_call: U0JONAS,
      working_hours: { days: [mon, tue, wed, thu, fri, sat], from: "08:00", to: "18:00" } }
  - { key: billing, name: Billing, lead: U0LOU, members: [U0BEN, U0TOM, U0LOU], time_zone: America/New_York,
      working_hours: { days: [mon, tue, wed, thu, fri], from: "09:00", to: "17:00" }, holidays: ["2027-11-25", "2028-01-01"] }
  - { key: sales, name: Sales, lead: U0FELIX, members: [U0MIA, U0FELIX] }
  - { key: it, name: IT, lead: U0RAVI, members: [U0IVO, U0SANA, U0RAVI], working_hours: always }
journey:
  - { key: buy, name: Buy, lead_department: sales, owners: [
      { department: sales, owner: U0MIA, backup: U0FELIX }, { department: billing, owner: U0BEN, backup: U0LOU } ] }
  - { key: pay, name: Pay, lead_department: billing, owners: [
      { department: billing, owner: U0BEN, backup: U0TOM }, { department: support, owner: U0ANNA } ] }
  - { key: use, name: Use, lead_department: it, owners: [
      { department: it, owner: U0IVO, backup: U0SANA }, { department: support, owner: U0JONAS, backup: U0ANNA } ] }
  - { key: help, name: Get help, lead_department: support, owners: [
      { department: support, owner: U0ANNA, backup: U0JONAS } ] }
`

/** A council over four departments and three continents, with few reminders a day. */
export const townCouncil = (): Council => {
  const read = readCouncilFile(file)
  if (!('council' in read)) throw new Error(JSON.stringify(read.mistakes))
  return read.council
}

const zones = new Map([
  ['U0BEN', 'America/New_York'],
  ['U0LOU', 'America/New_York'],
  ['U0FELIX', 'Asia/Kathmandu'],
  ['U0SANA', 'Pacific/Auckland'],
])

/** Where people work from for a while. */
export const destinations = [
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Auckland',
  'Pacific/Honolulu',
  'Asia/Kolkata',
]

/** Everybody of the council at the beginning of the year. */
export const townPeople = (council: Council): readonly Person[] =>
  peopleOf(council).map((id) => ({
    id,
    name: id.slice(2).toLowerCase(),
    kind: 'member',
    admin: false,
    timeZone: zones.get(id) ?? 'Europe/Berlin',
  }))
