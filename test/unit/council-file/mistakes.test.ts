import { describe, expect, it } from 'vitest'
import { readCouncilFile } from '#adapters/council-file/read-council-file.ts'

const file = (changes: { council?: string; rules?: string; departments?: string; journey?: string } = {}) =>
  [
    'council:',
    '  channel: C0A1',
    '  chair: U0A1',
    `  ${changes.council ?? 'members: []'}`,
    'departments:',
    '  - { key: support, lead: U0B1 }',
    `  - ${changes.departments ?? '{ key: billing, lead: U0B2 }'}`,
    'rules:',
    `  ${changes.rules ?? 'max_hops: 2'}`,
    'journey:',
    '  - key: pay',
    '    lead_department: billing',
    `    ${changes.journey ?? 'owners: []'}`,
  ].join('\n')

const mistakesOf = (text: string) => {
  const read = readCouncilFile(text)
  return 'mistakes' in read ? read.mistakes : []
}
const said = (text: string) => mistakesOf(text).map(({ line, message }) => `${line}: ${message}`)

/** The one mistake of a file, as line and sentence. */
const only = (text: string) => {
  const [first, ...others] = said(text)
  expect(others).toEqual([])
  return first
}

describe('a value that cannot be', () => {
  it.each([
    ['channel: general', 'council', '“channel” is already given on line 2'],
    ['deputy: "@anna"', 'council', '“deputy” cannot be “@anna”: write a Slack member id'],
    ['sponsor: C0A1', 'council', '“sponsor” cannot be “C0A1”: write a Slack member id'],
    ['members: U0A1', 'council', '“members” cannot be “U0A1”: write a list'],
    ['members: [U0A1, bob]', 'council', '“members” cannot be “bob”'],
    ['members: [U0A1, ~]', 'council', '“members” has an empty item'],
    [
      'time_zone: Mars/X',
      'council',
      '“time_zone” cannot be “Mars/X”: write the time zone of a place, like Europe/Berlin',
    ],
    ['time_zone: Europe/Berln', 'council', 'like Europe/Berlin (did you mean that?)'],
    ['time_zone: kathmandu', 'council', 'time zone of a place, like Asia/Kat'],
    ['time_zone: "+02:00"', 'council', '“time_zone” cannot be “+02:00”'],
    ['time_zone: BST', 'council', '“time_zone” cannot be “BST”'],
    ['working_hours: never', 'council', '“working_hours” cannot be “never”: write always, or days, from and to'],
    ['working_hours: [mon]', 'council', '“working_hours” cannot be a list'],
    ['working_hours: { days: mon }', 'council', '“days” cannot be “mon”: write a list'],
    ['working_hours: { days: [] }', 'council', '“days” is empty: write at least one weekday'],
    ['working_hours: { days: [mondy] }', 'council', '“days” cannot be “mondy”'],
    ['working_hours: { from: 540 }', 'council', '“from” cannot be “540”: write a time of day like "09:00"'],
    ['working_hours: { to: 24:01 }', 'council', '“to” cannot be “24:01”'],
    ['working_hours: { to: 5pm }', 'council', '“to” cannot be “5pm”'],
    ['working_hours: { from: 9:00, to: 9:00 }', 'council', 'The working day ends before it begins'],
    ['working_hours: { from: 18:00 }', 'council', 'The working day ends before it begins'],
    ['holidays: [2026-02-30]', 'council', '“holidays” cannot be “2026-02-30”: write a date'],
    ['holidays: [25.12.2026]', 'council', '“holidays” cannot be “25.12.2026”'],
    ['holidays: Germny', 'council', 'or a country like Germany (did you mean that?)'],
    ['holidays: [DE-XX]', 'council', '“holidays” cannot be “DE-XX”: write a date like "2026-12-25", or a country'],
    ['digest: 0 9 * *', 'council', '“digest” cannot be “0 9 * *”: write a cron expression'],
    ['digest: 0 9 * * monday', 'council', '“digest” cannot be'],
    ['digest: 0 9 30 2 *', 'council', '“digest” cannot be'],
    ['digest: H 9 * * mon', 'council', '“digest” cannot be'],
    ['digest: "* * * * * * *"', 'council', '“digest” cannot be'],
    ['goals: { told_in_time: 80 }', 'council', '“told_in_time” cannot be “80”: write a share like 80% or 0.8'],
    ['goals: { told_in_time: 101% }', 'council', '“told_in_time” cannot be “101%”'],
    ['goals: 80%', 'council', '“goals” cannot be “80%”: write told_in_time'],
    ['claim_within: 2 days', 'rules', '“claim_within” cannot be “2 days”: write a duration like 30m'],
    ['claim_within: { high: 0h }', 'rules', '“high” cannot be “0h”'],
    ['claim_within: 1h30m', 'rules', '“claim_within” cannot be “1h30m”'],
    ['claim_within: 400d', 'rules', 'at most a year'],
    ['answer_within: [1d]', 'rules', '“answer_within” cannot be a list: write one duration'],
    ['max_hops: two', 'rules', '“max_hops” cannot be “two”: write a whole number'],
    ['reminders_per_day: 0', 'rules', '“reminders_per_day” cannot be “0”: write a whole number like 4, from 1 to 99'],
    ['max_hops: -1', 'rules', '“max_hops” cannot be “-1”'],
    ['reactions: { flag: 🚩 }', 'rules', '“flag” cannot be “🚩”: write the name of an emoji'],
    ['reactions: { claim: :triangular_flag_on_post: }', 'rules', 'cannot both flag and claim'],
    ['retention: 2 months', 'rules', '“retention” cannot be “2 months”: write a number of years or days'],
    ['{ key: billing, name: "  ", lead: U0B2 }', 'departments', '“name” cannot be “”: write a name'],
    ['{ key: billing, lead: U0B2, on_call: true }', 'departments', '“on_call” cannot be “true”'],
    [
      '{ key: billing, lead: U0B2, working_hours: { to: 8:00 } }',
      'departments',
      'The working day ends before it begins',
    ],
  ] as const)('%s', (line, part, sentence) => {
    const where = { council: 4, departments: 7, rules: 9, journey: 13 }[part]
    const found = only(file(part === 'departments' ? { departments: line } : { [part]: line }))
    expect(found).toContain(sentence)
    expect(found?.startsWith(`${where}: `)).toBe(true)
  })
})

describe('a department’s key', () => {
  it('is one word, because commands and menus carry it', () => {
    expect(said(file({ departments: '{ key: "Sales Ops", lead: U0B2 }' }))[0]).toBe(
      '7: “key” cannot be “Sales Ops”: write one word of letters, digits, “-” and “_”, at most 40.',
    )
  })
})

describe('a department’s working day', () => {
  it('must fit together with the hours it takes from the council', () => {
    const evening = file({ council: 'working_hours: { from: 12:00, to: 20:00 }' })
    expect(only(evening.replace('lead: U0B2', 'lead: U0B2, working_hours: { to: 10:00 }'))).toContain(
      '7: The working day ends before it begins',
    )
  })
})

describe('what is missing', () => {
  it('is named where it should stand', () => {
    expect(only(file({ departments: '{ key: legal }' }).replace('billing', 'support'))).toBe(
      '7: “lead” is missing: write a Slack member id like U0123ABCD (open the profile, ⋮, Copy member ID).',
    )
    expect(only(file().replace('  chair: U0A1\n', ''))).toContain('1: “chair” is missing')
    expect(only(file().replace('U0A1', ''))).toContain('3: “chair” is missing')
    expect(only(file({ journey: 'owners: [{ department: billing }]' }))).toContain('13: “owner” is missing')
  })
  it('can be a whole section', () => {
    expect(said('rules: {}')).toEqual([
      expect.stringContaining('1: “council” is missing'),
      expect.stringContaining('1: “departments” is missing'),
    ])
    expect(only('council: { channel: C0A1, chair: U0A1 }\ndepartments: []')).toContain('2: “departments” is empty')
  })
})

describe('an unknown key', () => {
  it('is named with the key that was probably meant', () => {
    expect(only(file({ council: 'chiar: U0A1' }))).toBe('4: “chiar” is no key here: did you mean “chair”?')
    expect(only(file({ rules: 'claimWithin: 1d' }))).toContain('did you mean “claim_within”?')
    expect(only(file({ rules: 'claim_within: { urgnt: 1h }' }))).toContain('9: “urgnt” is no key here: did you mean')
    expect(only(file({ departments: '{ key: billing, lead: U0B2, members: [], chanel: C0A1 }' }))).toContain(
      '“channel”',
    )
    expect(only(file({ journey: 'owner: U0A1' }))).toContain('did you mean “owners”?')
  })
  it('is named with the keys there are when none is near', () => {
    expect(only(file({ council: 'favourite_colour: red' }))).toContain('use one of channel, chair, deputy')
    expect(only(file({ council: '__proto__: { chair: U0A1 }' }))).toContain('“__proto__” is no key here')
  })
})

describe('what is given twice', () => {
  it('is named with the line of the first', () => {
    expect(
      only(file({ departments: '{ key: Support, lead: U0B2 }' }).replace('department: billing', 'department: support')),
    ).toBe('7: “Support” is already given on line 6: keep one of the two or rename one.')
    expect(only(`${file()}\n  - { key: pay, lead_department: billing }`)).toContain(
      '14: “pay” is already given on line 11',
    )
    expect(only(file({ council: 'chair: U0A2' }))).toBe('4: “chair” is already given on line 3: keep one of the two.')
  })
  it('may be a cell, or a cell’s region', () => {
    const cell = (region: string) => `{ department: billing, owner: U0A1${region} }`
    const owners = (...cells: string[]) => file({ journey: `owners: [${cells.join(', ')}]` })
    expect(only(owners(cell(''), cell('')))).toContain('13: “billing” is already given')
    expect(only(owners(cell(', region: EU'), cell(', region: eu')))).toContain('“billing in eu” is already given')
    expect(said(owners(cell(''), cell(', region: EU'), cell(', region: US')))).toEqual([])
  })
})

describe('an unknown department', () => {
  it('is named with the one that was probably meant, or those there are', () => {
    expect(only(file({ journey: 'owners: [{ department: biling, owner: U0A1 }]' }))).toBe(
      '13: “biling” is not among the departments: did you mean “billing”?',
    )
    expect(only(file().replace('lead_department: billing', 'lead_department: legal'))).toBe(
      '12: “legal” is not among the departments: use one of support, billing, or add it there.',
    )
  })
})

describe('several mistakes', () => {
  it('are named all at once, in the order of the file', () => {
    const text = file({ council: 'chiar: U0', rules: 'max_hops: x', journey: 'owners: [{ department: legal }]' })
    expect(mistakesOf(text).map(({ line }) => line)).toEqual([4, 9, 13, 13])
  })
})
