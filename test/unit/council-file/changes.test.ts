import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesBetween } from '#adapters/council-file/changes/changes-between.ts'
import { readCouncilFile } from '#adapters/council-file/read-council-file.ts'
import { toStoredCouncil } from '#adapters/council-file/stored-council.ts'
import type { Council } from '#domain/council.ts'
import { anyCouncil } from '../../support/council-arbitrary.ts'

const names: Readonly<Record<string, string>> = { U0BEN: 'Ben', U0LOU: 'Lou', U0MIA: 'Mia', C0PAY: '#billing' }
const called = (id: string): string => names[id] ?? id
const naming = { person: called, channel: called }

const file = `
council: { channel: C0A1, chair: U0LOU, members: [U0LOU, U0MIA] }
departments:
  - { key: billing, lead: U0LOU, channel: C0PAY, members: [U0BEN] }
  - { key: sales, lead: U0MIA }
journey:
  - key: pay
    lead_department: billing
    owners:
      - { department: billing, owner: U0BEN, backup: U0LOU }
      - { department: sales, owner: U0MIA }
`

const councilOf = (text: string): Council => {
  const read = readCouncilFile(text)
  if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes))
  return read.council
}

const changes = (...edits: readonly (readonly [string, string])[]): readonly string[] => {
  const edited = edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`not in the file: ${from}`)
    return text.replace(from, to)
  }, file)
  return changesBetween(councilOf(file), councilOf(edited), naming).map(({ part, says }) => `${part}: ${says}`)
}

describe('what a council file would change', () => {
  it('is nothing when both say the same, and never nothing when they do not', () => {
    const document = (council: Council): string => JSON.stringify(toStoredCouncil(council))
    const saysNothing = (a: Council, b: Council): boolean => changesBetween(a, b, naming).length === 0
    fc.assert(
      fc.property(anyCouncil, anyCouncil, (a, b) => {
        expect(saysNothing(a, structuredClone(a))).toBe(true)
        expect(saysNothing(a, b)).toBe(document(a) === document(b))
        const keys = Object.keys(a) as (keyof Council)[]
        for (const key of keys) {
          const one = { ...a, [key]: b[key] ?? a[key] }
          expect([key, saysNothing(a, one)]).toEqual([key, document(a) === document(one)])
        }
      }),
      { numRuns: 40 },
    )
  })

  it('never misses a change of one department or stage', () => {
    const document = (council: Council): string => JSON.stringify(toStoredCouncil(council))
    fc.assert(
      fc.property(anyCouncil, anyCouncil, (a, b) => {
        const [first, ...departments] = a.departments
        const [stage, ...journey] = a.journey
        for (const [field, value] of Object.entries(b.departments[0] ?? {}).filter(([name]) => name !== 'key')) {
          const other = { ...a, departments: [{ ...first, [field]: value }, ...departments] } as Council
          expect([field, changesBetween(a, other, naming).length > 0]).toEqual([field, document(a) !== document(other)])
        }
        for (const other of [
          { ...a, departments: a.departments.toReversed() },
          { ...a, journey: a.journey.toReversed() },
          { ...a, journey: stage ? [{ ...stage, owners: stage.owners.toReversed() }, ...journey] : [] },
          { ...a, members: a.members.toReversed() },
        ])
          expect(changesBetween(a, other, naming).length > 0).toBe(document(a) !== document(other))
      }),
      { numRuns: 40 },
    )
  })

  it('says who sits where, before and after', () => {
    expect(changes(['chair: U0LOU', 'chair: U0MIA'])).toEqual(['council: chair: Lou → Mia'])
    expect(changes(['chair: U0LOU', 'chair: U0LOU, deputy: U0BEN'])).toEqual(['council: deputy: none → Ben'])
    expect(changes(['[U0LOU, U0MIA]', '[U0MIA, U0BEN]'])).toEqual(['council: members: with Ben; without Lou'])
    expect(changes(['[U0LOU, U0MIA]', '[U0MIA, U0LOU]'])).toEqual(['council: members: in another order'])
  })

  it('says rules, goals and times as the file does', () => {
    const rules =
      'rules: { claim_within: { urgent: 1h }, max_hops: 3, reminders_per_day: 6, reactions: { flag: sos } }\ndepartments:'
    expect(changes(['departments:', rules])).toEqual([
      'rules: claim within, urgent: 30m → 1h',
      'rules: most hops: 2 → 3',
      'rules: reminders per day: 4 → 6',
      'rules: reaction that flags: :triangular_flag_on_post: → :sos:',
    ])
    expect(
      changes([
        'chair: U0LOU',
        'chair: U0LOU, time_zone: Europe/Berlin, goals: { told_in_time: 85% }, digest: "0 8 * * tue"',
      ]),
    ).toEqual([
      'council: time zone: UTC → Europe/Berlin',
      'council: digest: "0 9 * * mon" → "0 8 * * tue"',
      'council: goal “told in time”: 80% → 85%',
    ])
  })

  it('says of a department only what is its own', () => {
    expect(changes(['lead: U0MIA', 'lead: U0BEN, name: Sales EU, channel: C0B2'])).toEqual([
      'departments: Sales EU (sales), name: “Sales” → “Sales EU”',
      'departments: Sales EU (sales), lead: Mia → Ben',
      'departments: Sales EU (sales), channel: none → C0B2',
    ])
    expect(changes(['lead: U0MIA', 'lead: U0MIA, working_hours: always'])).toEqual([
      'departments: Sales, working hours: mon tue wed thu fri 09:00-17:00 → always',
    ])
    const own = councilOf(file.replace('lead: U0MIA', 'lead: U0MIA, working_hours: always'))
    expect(changesBetween(own, councilOf(file), naming).map(({ says }) => says)).toEqual([
      'Sales, working hours: always → mon tue wed thu fri 09:00-17:00',
    ])
    const hours = changes(['chair: U0LOU', 'chair: U0LOU, working_hours: { to: "18:00" }'])
    expect(hours).toEqual(['council: working hours: mon tue wed thu fri 09:00-17:00 → mon tue wed thu fri 09:00-18:00'])
    const legal = '  - { key: legal, lead: U0BEN }\njourney:'
    expect(changes(['journey:', legal])).toEqual([
      'departments: Legal is new: lead Ben, no channel of its own, members none',
    ])
  })

  it('says cell by cell who answers', () => {
    expect(changes(['owner: U0BEN, backup: U0LOU', 'owner: U0MIA'])).toEqual([
      'journey map: Pay × Billing, owner: Ben → Mia',
      'journey map: Pay × Billing, backup: Lou → none',
    ])
    expect(changes(['      - { department: sales, owner: U0MIA }\n', ''])).toEqual([
      'journey map: Pay × Sales is empty now; it had owner Mia, no backup',
    ])
    expect(changes(['department: sales, owner', 'department: sales, region: EU, owner'])).toEqual([
      'journey map: Pay × Sales × EU is new: owner Mia, no backup',
      'journey map: Pay × Sales is empty now; it had owner Mia, no backup',
    ])
    expect(changes(['lead_department: billing', 'lead_department: sales'])).toEqual([
      'journey map: Pay, led by: Billing → Sales',
    ])
  })

  it('says which stages come and go', () => {
    const leave = '  - { key: leave, lead_department: sales, owners: [{ department: sales, owner: U0MIA }] }\n'
    const longer = file + leave
    const between = (a: string, b: string) => changesBetween(councilOf(a), councilOf(b), naming).map(({ says }) => says)
    expect(between(file, longer)).toEqual([
      'stage Leave is new, led by Sales',
      'Leave × Sales is new: owner Mia, no backup',
    ])
    expect(between(longer, file)).toEqual(['stage Leave is gone'])
  })
})
