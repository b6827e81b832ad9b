import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fields } from '#adapters/slack/names.ts'
import { routeView } from '#adapters/slack/views/route.ts'
import { inputsOf } from './samples/forms.ts'
import { namedCouncil } from './samples/hostile.ts'
import { claim } from './samples/steps.ts'
import { aboutOf, storyOf } from './samples/stories.ts'

const form = aboutOf(storyOf({}, claim()))

describe('every form', () => {
  it('offers every department of a council with more than a hundred', () => {
    const { element } = inputsOf(routeView({ ...form, council: namedCouncil('D', 250), suggestions: [] }))[0] ?? {}
    expect(element?.option_groups?.flatMap((group) => group.options)).toHaveLength(250)
  })
})

describe('a refusal that names its field', () => {
  it('finds that field in a form', () => {
    const folder = new URL('../../../src/domain/decisions/', import.meta.url)
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    const named = sources.join('\n').matchAll(/field: '([a-z_]+)'|requireText\([^,]+, '([a-z_]+)'\)/g)
    const known: readonly string[] = [...Object.values(fields), 'next_step_by']
    const unknown = [...named].map((match) => match[1] ?? match[2] ?? '').filter((field) => !known.includes(field))
    expect(unknown).toEqual([])
  })
})
