import { describe, expect, it } from 'vitest'
import { auditText } from '../../../support/transfer-log/logs.ts'

describe('a file with a path per case', () => {
  it('says the same as its moves', async () => {
    const { figures, source } = await auditText(['case_id,team_path', '1,A>B>A', '2,A', '3,A>B>C>A'])
    expect(figures).toMatchObject({
      cases: 3,
      hops: 5,
      returns: 2,
      direct: 1,
      firstResolves: 3,
      firstResolvesAfterHop: 2,
    })
    expect(source.remarks).toEqual([])
  })

  it.each(['>', ' > ', '->', ' -> ', ' → ', '|', ';', ' => '])('may part the teams with %j', async (sign) => {
    const { figures, teams } = await auditText(['id,path', `1,Sales${sign}Billing${sign}Sales`, '2,Sales'])
    expect([figures.hops, figures.direct, teams]).toEqual([2, 1, 2])
  })

  it('takes any other sign that is named', async () => {
    const { figures } = await auditText(['id;way', '1;A,B,A'], { columns: { path: 'way' }, pathSeparator: ',' })
    expect(figures.hops).toBe(2)
  })

  it('needs no case, and no other column', async () => {
    expect((await auditText(['path', 'A>B', 'A>B'], { columns: { path: 'path' } })).figures.cases).toBe(2)
  })

  it('counts a case that stands there twice once, and says where', async () => {
    const { figures, source } = await auditText(['id,path', '1,A>B', '2,A', '1,A>B>A'])
    expect([figures.cases, figures.hops]).toEqual([2, 1])
    expect(source.remarks).toEqual([
      '1 row of a case that had been read already: the first row of each counts. The first one is “1” on line 4.',
    ])
  })

  it('believes the column of who resolved it, and passes over a resolution that is no time', async () => {
    const { figures, openByHops } = await auditText(['id,path,resolver,resolved,opened', '1,A>B,A,yes,2026-01-01'])
    expect(figures).toMatchObject({ firstResolves: 1 })
    expect(openByHops).toEqual([])
  })
})
