import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditPaths } from '#domain/transfer-audit/audit-paths.ts'
import { auditLog, auditText, logOf } from '../../../../support/operations/transfer-logs.ts'

type Row = { readonly id: string; readonly at: number; readonly team: number }

/** Cases whose teams change at different times, as a row per stay. */
const cases = fc.uniqueArray(
  fc.record({
    id: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 6 }),
    teams: fc.array(fc.nat(3), { minLength: 1, maxLength: 6 }),
  }),
  {
    selector: ({ id }) => id.trim(),
    minLength: 1,
    maxLength: 8,
  },
)

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`
const iso = (at: number): string => new Date(at).toISOString().slice(0, 19)

const rowsOf = (given: readonly { id: string; teams: readonly number[] }[]): readonly Row[] =>
  given
    .filter(({ id }) => id.trim() !== '')
    .flatMap(({ id, teams }, i) => teams.map((team, k) => ({ id, at: 1.5e12 + k * 7_000_000 + i * 1_000, team })))

const stays = (rows: readonly Row[]): string =>
  ['case,at,team', ...rows.map(({ id, at, team }) => `${quote(id)},${iso(at)},Team ${team}`)].join('\n')

const figuresOf = (given: readonly { id: string; teams: readonly number[] }[]) =>
  auditPaths(
    given.filter(({ id }) => id.trim() !== '').map(({ teams }) => ({ path: teams, cases: 1 })),
    2,
  )

describe('a file with a row per stay', () => {
  it('says the same in whichever order its rows stand, and when some stand there twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        cases,
        fc.infiniteStream(fc.nat()),
        fc.constantFrom('time', 'newest', 'case', 'any', 'twice'),
        async (given, chance, order) => {
          const rows = rowsOf(given)
          fc.pre(rows.length > 0)
          const shuffled = rows
            .map((row) => ({ row, by: chance.next().value ?? 0 }))
            .toSorted((a, b) => a.by - b.by)
            .map(({ row }) => row)
          const inOrder = {
            time: shuffled.toSorted((a, b) => a.at - b.at),
            newest: shuffled.toSorted((a, b) => b.at - a.at),
            case: rows,
            any: shuffled,
            twice: [...shuffled, ...shuffled],
          }[order]
          expect((await auditText(stays(inOrder))).figures).toEqual(figuresOf(given))
        },
      ),
      { numRuns: 300 },
    )
  })

  it.each(['a row per stay', 'a row per move'])(
    'with %s has as much time with each team, in whichever order',
    async (kind) => {
      const five = ['1', '2', '3', '4', '5'].map((n) => {
        const ends = ',2026-01-01 00:00,2026-01-03 00:00'
        const [x, y, z] = kind === 'a row per stay' ? ['X', 'Y', 'X'] : [',X', 'X,Y', 'Y,X']
        return [
          `${n},2026-01-01 00:00,${x}${ends}`,
          `${n},2026-01-01 05:00,${y}${ends}`,
          `${n},2026-01-01 07:00,${z}${ends}`,
        ]
      })
      const header = `case,at,${kind === 'a row per stay' ? '' : 'from,'}to,opened,resolved`
      const ways = [
        [0, 1, 2],
        [2, 1, 0],
        [1, 2, 0],
        [0, 2, 1],
        [1, 0, 2],
      ]
      for (const way of ways) {
        const rows = five.flatMap((ofCase) => way.map((at) => ofCase[at] ?? ''))
        const { stays, source } = await auditText([header, ...rows])
        const hours = stays.map(({ team, stays: many, total }) => [team, many, total / 3_600_000 / 5])
        expect([way, hours]).toEqual([
          way,
          [
            ['X', 10, 5 + 41],
            ['Y', 5, 2],
          ],
        ])
        const sorted = way.join() !== '0,1,2' && way.join() !== '2,1,0'
        expect(source.remarks).toEqual([
          ...(kind === 'a row per stay' ? [] : [expect.stringContaining('--cases')]),
          ...(sorted ? ['The rows of 5 cases were in no order and were put in order of time.'] : []),
        ])
      }
    },
  )

  it('counts the time from the opening to the first move, where moves say from whom', async () => {
    const moves = [1, 2, 3, 4, 5].flatMap((n) => [
      `${n},2026-01-01 03:00,X,Y,2026-01-01 00:00,2026-01-01 09:00`,
      `${n},2026-01-01 05:00,Y,X,2026-01-01 00:00,2026-01-01 09:00`,
    ])
    for (const rows of [moves, moves.toReversed()]) {
      const { stays } = await auditText(['case,at,from,to,opened,resolved', ...rows])
      expect(stays.map(({ team, stays: many, total }) => [team, many, total / 3_600_000 / 5])).toEqual([
        ['X', 10, 7],
        ['Y', 5, 2],
      ])
    }
  })

  it('from a pipe, in no order, is refused with the line', async () => {
    const text = 'case,at,team\na,2026-01-02,X\nb,2026-01-01,X\na,2026-01-03,Y\na,2026-01-01,Z\n'
    await expect(auditLog(logOf(text, 'pipe'))).rejects.toThrow('line 5: the rows of a case are in no order of time.')
    expect((await auditLog(logOf(text))).figures).toMatchObject({ cases: 2, hops: 2 })
  })

  it('counts without times in the order of the rows, and says so', async () => {
    const { figures, source } = await auditText(['case,team', '1,A', '2,A', '1,B', '1,A'])
    expect(figures).toMatchObject({ cases: 2, hops: 2, direct: 1 })
    expect(source.remarks[0]).toContain('No column of times')
  })

  it('says when it is a list of cases and no history', async () => {
    const { source } = await auditText([
      'number,opened_at,assignment_group,sys_updated_on',
      '1,2026-01-01,A,2026-01-02',
      '2,2026-01-01,B,2026-01-02',
    ])
    expect(source.remarks.join()).toContain('this looks like a list of cases')
  })
})

describe('a file with a row per move, from one team to another', () => {
  const header = 'case_id,timestamp,from_team,to_team'
  const moves = ['1,2026-01-01 01:00,A,B', '1,2026-01-01 02:00,B,A', '2,2026-01-01 03:00,A,C', '1,2026-01-01 04:00,A,B']

  it.each([
    ['oldest first', moves],
    ['newest first', moves.toReversed()],
    ['in no order', [moves[3], moves[0], moves[2], moves[1]]],
    ['with each row twice', moves.flatMap((row) => [row, row])],
    ['newest first, with each row twice', moves.toReversed().flatMap((row) => [row, row])],
    ['twice over', [...moves, ...moves]],
  ])('is read alike %s', async (_, rows) => {
    const { figures } = await auditText([header, ...rows].map(String))
    expect(figures).toMatchObject({ cases: 2, hops: 4, returns: 2, direct: 2, casesBeyond: 1 })
  })

  it('counts a handover that is missing, and says so', async () => {
    const { figures, source } = await auditText([header, '1,2026-01-01 01:00,A,B', '1,2026-01-01 02:00,C,A'])
    expect(figures).toMatchObject({ hops: 3, returns: 1, direct: 0 })
    expect(source.remarks.join()).toContain('1 move missing')
  })

  it('tells moves at one instant in the order of the file, also when that is newest first', async () => {
    const rows = [
      '2,2026-01-01 00:00,A,B',
      '1,2026-01-01 00:30,A,B',
      '1,2026-01-01 01:00,B,C',
      '1,2026-01-01 01:00,C,B',
      '2,2026-01-02 00:00,B,C',
      '2,2026-01-02 00:00,C,D',
    ]
    const forth = await auditText([header, ...rows])
    const back = await auditText([header, ...rows.toReversed()])
    expect(forth.figures).toEqual(back.figures)
    expect(forth.figures).toMatchObject({ hops: 6, returns: 1 })
    expect(forth.source.remarks.join()).not.toContain('missing')
  })

  it('gains the cases that never moved from a list of cases', async () => {
    const list = [
      'case_id,opened_at,resolved_at,first_team,resolver_team',
      '1,2026-01-01 00:00,2026-01-02 00:00,A,B',
      '2,2026-01-01 00:00,2026-01-03 00:00,A,C',
      '3,2025-12-31 00:00,2026-01-01 06:00,A,A',
      '3,2025-12-31 00:00,,A,A',
    ]
    const alone = await auditText([header, ...moves])
    expect(alone.source.remarks.join()).toContain('--cases FILE')
    const { figures, opened, openByHops, source } = await auditText([header, ...moves], {}, list.join('\n'))
    expect(figures).toMatchObject({ cases: 3, hops: 4, firstResolves: 1, casesByHops: [1, 1, 0, 1] })
    expect(opened).toEqual({ from: '2025-12-31T00:00:00', to: '2026-01-01T00:00:00' })
    expect(openByHops.map(({ hops, cases: many }) => [hops, many])).toEqual([
      [0, 1],
      [1, 1],
      [3, 1],
    ])
    expect(source.remarks.join()).toContain('1 row of a case that had been read already')
  })
})
