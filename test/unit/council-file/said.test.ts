import { describe, expect, it } from 'vitest'
import { appliedSentence } from '#adapters/council-file/applied.ts'
import { loadCouncil } from '#adapters/council-file/load-council.ts'
import { readCouncilFile } from '#adapters/council-file/read-council-file.ts'
import { council } from '../slack/samples/stories.ts'

describe('what applying a council file says', () => {
  it('counts one as one', () => {
    const { departments, journey } = council
    const small = { ...council, departments: departments.slice(0, 1), journey: journey.slice(0, 1) }
    expect(appliedSentence(small)).toBe('Applied: 1 department, 1 journey stage.')
    expect(appliedSentence(council)).toBe('Applied: 3 departments, 2 journey stages.')
  })

  it('of a file that is not there asks for the path, without a line', async () => {
    const refused = await loadCouncil('no-such-council.yaml', async () => []).catch((error: Error) => error.message)
    expect(refused).toBe('no-such-council.yaml was not applied:\n  the file cannot be read: is the path right?')
  })

  it('advises each department once', () => {
    const text = [
      'council: { channel: C0A1, chair: U0A1 }',
      'departments:',
      '  - { key: support, lead: U0B1 }',
      '  - { key: support, lead: U0B2 }',
      'journey:',
      '  - { key: pay, lead_department: warehouse }',
    ].join('\n')
    const read = readCouncilFile(text)
    const said = 'mistakes' in read ? read.mistakes.map(({ message }) => message).join('\n') : ''
    expect(said).toContain('use one of support, or add it there.')
  })
})
