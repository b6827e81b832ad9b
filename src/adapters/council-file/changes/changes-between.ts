import type { Council } from '#domain/council.ts'
import { toStoredCouncil } from '../stored-council.ts'
import { councilChanges, rulesChanges } from './council.ts'
import { departmentsChanges } from './departments.ts'
import { journeyChanges } from './journey.ts'
import type { Change, Naming } from './said.ts'

/** Everything that applying the council `wanted` would change in the one in force, in words; none when they are the same. */
export const changesBetween = (inForce: Council, wanted: Council, naming: Naming): readonly Change[] => {
  const [before, after] = [toStoredCouncil(inForce), toStoredCouncil(wanted)]
  const part = (name: Change['part'], says: readonly string[]) => says.map((one): Change => ({ part: name, says: one }))
  return [
    ...part('council', councilChanges(before, after, naming)),
    ...part('rules', rulesChanges(before, after)),
    ...part('departments', departmentsChanges(before, after, naming)),
    ...part('journey map', journeyChanges(before, after, naming)),
  ]
}
