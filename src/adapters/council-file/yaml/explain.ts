import type { z } from 'zod'
import { nearestWord } from '#domain/nearest-word.ts'
import { type Mistake, quoted } from '../mistake.ts'
import * as shape from '../schema/file-shape.ts'
import { at } from './peek.ts'
import type { Source } from './source.ts'
import type { Path } from './unfold.ts'

const severityRules = ['claim_within', 'resolve_within', 'update_within', 'accept_within', 'answer_within']

/** The keys each section understands, by its path with every list index written as 0. */
const understood = new Map<string, readonly string[]>(
  (
    [
      ['', shape.fileShape],
      ['council', shape.councilShape],
      ['council.working_hours', shape.hoursShape],
      ['council.goals', shape.goalsShape],
      ['rules', shape.rulesShape],
      ['rules.reactions', shape.reactionsShape],
      ...severityRules.map((rule) => [`rules.${rule}`, shape.severityShape] as const),
      ['departments.0', shape.departmentShape],
      ['departments.0.working_hours', shape.hoursShape],
      ['journey.0', shape.stageShape],
      ['journey.0.owners.0', shape.cellShape],
    ] as const
  ).map(([path, keys]) => [path, Object.keys(keys)]),
)

const unknownKey = (path: Path, key: string): string => {
  const section = path.map((part) => (typeof part === 'number' ? 0 : part)).join('.')
  const keys = understood.get(section) ?? []
  const near = nearestWord(key, keys)
  if (near) return `${quoted(key)} is no key here: did you mean “${near}”?`
  return `${quoted(key)} is no key here: remove it, or use one of ${keys.join(', ')}.`
}

const described = (value: unknown): string => {
  if (typeof value === 'string') return `cannot be ${quoted(value)}`
  if (Array.isArray(value)) return value.length === 0 ? 'is empty' : 'cannot be a list'
  return 'cannot be a section of keys'
}

const sentence = (source: Source, path: Path, hint: string): string => {
  const word = path.findLast((part) => typeof part === 'string')
  if (word === undefined) return `Begin the file with ${hint}.`
  const name = quoted(String(word))
  const value = at(source.value, path)
  if (value !== undefined) return `${name} ${described(value)}: write ${hint}.`
  const item = typeof path.at(-1) === 'number'
  return item ? `${name} has an empty item: write ${hint}.` : `${name} is missing: write ${hint}.`
}

/** What zod refuses, in sentences with their line: its messages are hints that say what to write instead. */
export const explain = (source: Source, issues: readonly z.core.$ZodIssue[]): readonly Mistake[] =>
  issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ ...source.placeOf([...issue.path, key]), message: unknownKey(issue.path, key) }))
      : [{ ...source.placeOf(issue.path), message: sentence(source, issue.path, issue.message) }],
  )
