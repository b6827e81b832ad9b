import type { Council, JourneyStage, MapCell } from '#domain/council.ts'
import { departmentOf } from '#domain/council.ts'
import { changed, type Naming, same } from './said.ts'

/** A stage in the council it belongs to, where its departments have their names. */
type Placed = { readonly stage: JourneyStage; readonly council: Council }

const called = ({ name, key }: JourneyStage): string =>
  name.toLowerCase().replaceAll(' ', '_') === key ? name : `${name} (${key})`

const cellKey = ({ department, region }: MapCell): string => JSON.stringify([department, region])

const departmentName = (council: Council, key: string): string => departmentOf(council, key)?.name ?? key

const place = ({ stage, council }: Placed, { department, region }: MapCell): string =>
  [called(stage), departmentName(council, department), ...(region === undefined ? [] : [region])].join(' × ')

const answering = ({ owner, backup }: MapCell, { person }: Naming): string =>
  `owner ${person(owner)}, ${backup === undefined ? 'no backup' : `backup ${person(backup)}`}`

const cellChanges = (before: Placed, after: Placed, naming: Naming): readonly string[] => {
  const was = new Map(before.stage.owners.map((cell) => [cellKey(cell), cell]))
  const is = new Map(after.stage.owners.map((cell) => [cellKey(cell), cell]))
  const order = (cells: ReadonlyMap<string, MapCell>, others: ReadonlyMap<string, MapCell>) =>
    [...cells.keys()].filter((key) => others.has(key))
  return [
    ...[...is].flatMap(([key, cell]) => {
      const known = was.get(key)
      if (!known) return [`${place(after, cell)} is new: ${answering(cell, naming)}`]
      return [
        ...changed('owner', known.owner, cell.owner, naming.person),
        ...changed('backup', known.backup, cell.backup, naming.person),
      ].map((says) => `${place(after, cell)}, ${says}`)
    }),
    ...[...was]
      .filter(([key]) => !is.has(key))
      .map(([, cell]) => `${place(before, cell)} is empty now; it had ${answering(cell, naming)}`),
    ...(same(order(was, is), order(is, was)) ? [] : [`${called(after.stage)}, owners: in another order`]),
  ]
}

const stageChanges = (before: Placed, after: Placed, naming: Naming): readonly string[] => {
  const lead = ({ stage, council }: Placed): string => departmentName(council, stage.leadDepartment)
  const moved = before.stage.leadDepartment !== after.stage.leadDepartment
  return [
    ...changed('name', before.stage.name, after.stage.name, (name) => `“${name}”`).map(
      (says) => `${called(after.stage)}, ${says}`,
    ),
    ...(moved ? [`${called(after.stage)}, led by: ${lead(before)} → ${lead(after)}`] : []),
    ...cellChanges(before, after, naming),
  ]
}

const added = (placed: Placed, naming: Naming): readonly string[] => [
  `stage ${called(placed.stage)} is new, led by ${departmentName(placed.council, placed.stage.leadDepartment)}`,
  ...placed.stage.owners.map((cell) => `${place(placed, cell)} is new: ${answering(cell, naming)}`),
]

/** What becomes of the journey map: its stages, and who answers in each of its cells. */
export const journeyChanges = (before: Council, after: Council, naming: Naming): readonly string[] => {
  const was = new Map(before.journey.map((stage) => [stage.key, stage]))
  const kept = after.journey.filter(({ key }) => was.has(key)).map(({ key }) => key)
  const stayed = before.journey.filter(({ key }) => kept.includes(key)).map(({ key }) => key)
  return [
    ...after.journey.flatMap((stage) => {
      const known = was.get(stage.key)
      const placed = { stage, council: after }
      return known ? stageChanges({ stage: known, council: before }, placed, naming) : added(placed, naming)
    }),
    ...before.journey.filter(({ key }) => !kept.includes(key)).map((stage) => `stage ${called(stage)} is gone`),
    ...(same(stayed, kept) ? [] : ['stages in another order']),
  ]
}
