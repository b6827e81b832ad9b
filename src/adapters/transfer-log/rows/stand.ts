import { createPathTree } from '#domain/transfer-audit/path-tree.ts'
import { createCaseTable, createColumn } from '../cases/case-table.ts'
import { createWays } from '../cases/count-ways.ts'
import { createFollower } from '../cases/follow-cases.ts'
import { createStays } from '../cases/stays.ts'
import { createTeamNames } from '../cases/team-names.ts'

/** What was met in the rows, for the remarks; lines count from 1. */
export type Counted = {
  rows: number
  withoutTeam: number
  otherFields: number
  /** Values of the column that names the field, of rows that are not about the team. */
  readonly fields: Set<string>
  twice: number
  firstTwice: string
  firstTwiceLine: number
  sorted: number
  onlyListed: number
  onlyMoved: number
  otherFirst: number
}

/** Where a case was met: in the moves, on the list of cases, or, added up, in both. */
export const kinds = { moved: 1, listed: 2 } as const

/** All that is kept while a file is read: a few numbers for each case, and its way in a tree of ways. */
export const createStand = () => {
  const tree = createPathTree()
  const stays = createStays()
  const opened = createColumn('instant', Number.NaN)
  const resolved = createColumn('instant', Number.NaN)
  const counted: Counted = {
    rows: 0,
    withoutTeam: 0,
    otherFields: 0,
    fields: new Set(),
    twice: 0,
    firstTwice: '',
    firstTwiceLine: 0,
    sorted: 0,
    onlyListed: 0,
    onlyMoved: 0,
    otherFirst: 0,
  }
  return {
    tree,
    stays,
    opened,
    resolved,
    /** Who resolved a case, by number and one more; 0 when that is not known. */
    resolver: createColumn('place'),
    /** Who had a case first according to the list of cases, by number and one more; 0 when that is not known. */
    first: createColumn('place'),
    /** Where a case was met; see `kinds`. */
    kind: createColumn('flag'),
    table: createCaseTable(),
    names: createTeamNames(),
    follower: createFollower(tree, stays, opened, resolved),
    ways: createWays(tree),
    counted,
  }
}

export type Stand = ReturnType<typeof createStand>
