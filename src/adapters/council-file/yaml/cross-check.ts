import { matchName } from '#domain/customers/match-name.ts'
import { nearestWord } from '#domain/nearest-word.ts'
import { type Mistake, quoted } from '../mistake.ts'
import { defaults } from '../schema/defaults.ts'
import { parseClock, parseEmoji } from '../schema/parse-text.ts'
import { at, listAt, textAt } from './peek.ts'
import type { Source } from './source.ts'
import type { Path } from './unfold.ts'

type Find = { readonly path: Path; readonly message: string }

const fold = matchName

const doubles = (source: Source, list: Path, keys: readonly (string | undefined)[], key: string): readonly Find[] => {
  const first = new Map<string, number>()
  return keys.flatMap((text, index) => {
    if (text === undefined) return []
    const earlier = first.get(fold(text))
    if (earlier === undefined) first.set(fold(text), index)
    if (earlier === undefined) return []
    const { line } = source.placeOf([...list, earlier, key])
    const message = `${quoted(text)} is already given on line ${line}: keep one of the two or rename one.`
    return [{ path: [...list, index, key], message }]
  })
}

const keysOf = (value: unknown, list: string) => listAt(value, list).map((item) => textAt(item, 'key'))

const cellName = (cell: unknown): string | undefined => {
  const department = textAt(cell, 'department')
  const region = textAt(cell, 'region')
  return department && region ? `${department} in ${region}` : department
}

const doubleKeys = (source: Source): readonly Find[] => [
  ...doubles(source, ['departments'], keysOf(source.value, 'departments'), 'key'),
  ...doubles(source, ['journey'], keysOf(source.value, 'journey'), 'key'),
  ...listAt(source.value, 'journey').flatMap((stage, index) =>
    doubles(source, ['journey', index, 'owners'], listAt(stage, 'owners').map(cellName), 'department'),
  ),
]

const unknownDepartments = ({ value }: Source): readonly Find[] => {
  const departments = [...new Set(keysOf(value, 'departments').filter((key) => key !== undefined))]
  if (departments.length === 0) return []
  const named = listAt(value, 'journey').flatMap((stage, index): Path[] => [
    ['journey', index, 'lead_department'],
    ...listAt(stage, 'owners').map((_, cell) => ['journey', index, 'owners', cell, 'department']),
  ])
  return named.flatMap((path) => {
    const key = textAt(value, ...path)
    if (key === undefined || departments.includes(key)) return []
    const near = nearestWord(key, departments)
    const advice = near ? `did you mean “${near}”?` : `use one of ${departments.join(', ')}, or add it there.`
    return [{ path, message: `${quoted(key)} is not among the departments: ${advice}` }]
  })
}

const backwardHours = ({ value }: Source): readonly Find[] => {
  const sections: Path[] = [['council'], ...listAt(value, 'departments').map((_, index) => ['departments', index])]
  return sections.flatMap((section) => {
    const path = [...section, 'working_hours']
    const minutes = (end: 'from' | 'to') => {
      const text = textAt(value, ...path, end) ?? textAt(value, 'council', 'working_hours', end)
      return text === undefined ? defaults.hours[end] : parseClock(text)
    }
    const [from, to] = [minutes('from'), minutes('to')]
    const own = at(value, path)
    if (typeof own !== 'object' || from === undefined || to === undefined || from < to) return []
    const message = 'The working day ends before it begins: write a later “to”, or always for round the clock.'
    return [{ path: [...path, textAt(own, 'to') === undefined ? 'from' : 'to'], message }]
  })
}

const sameReaction = ({ value }: Source): readonly Find[] => {
  const name = (use: 'flag' | 'claim') =>
    parseEmoji(textAt(value, 'rules', 'reactions', use) ?? defaults.rules.reactions[use])
  const flag = name('flag')
  if (flag === undefined || flag !== name('claim')) return []
  const written = textAt(value, 'rules', 'reactions', 'claim') === undefined ? 'flag' : 'claim'
  const message = `“${flag}” cannot both flag and claim: choose two different emoji.`
  return [{ path: ['rules', 'reactions', written], message }]
}

/** Mistakes between parts of the file. It reads the unchecked text, so that they are named together with all others. */
export const crossCheck = (source: Source): readonly Mistake[] =>
  [...doubleKeys(source), ...unknownDepartments(source), ...backwardHours(source), ...sameReaction(source)].map(
    ({ path, message }) => ({ ...source.placeOf(path), message }),
  )
