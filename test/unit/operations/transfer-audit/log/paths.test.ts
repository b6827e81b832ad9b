import { describe, expect, it } from 'vitest'
import { auditText } from '../../../../support/operations/transfer-logs.ts'

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

  it('says when it passes over a column that is called like a time', async () => {
    const { source } = await auditText(['id,path,opened,closed', '1,A>B,2026-01-01,week 3', '2,A,2026-01-02,'])
    expect(source.remarks).toEqual(['The column “closed” is passed over: “week 3” is no time that I can read.'])
  })

  it('names the line of a single time that is none, also in a column that it could do without', async () => {
    const lines = ['id,path,opened,closed', '1,A>B,2026-01-01,2026-01-02', '2,A,2026-01-01,soon']
    await expect(auditText(lines)).rejects.toThrow('line 3: “soon” in the column “closed” is no time')
  })

  it.each([0, 8, 16, 24])('is read in the same way wherever its beginning is cut off (%i)', async (pad) => {
    const rows = Array.from({ length: 9_000 }, (_, i) => `${String(i).padStart(6, '0')},2026-01-01T10:00:00,A>B`)
    const { opened, figures } = await auditText(['case_id,opened_at,team_path', `x${'x'.repeat(pad)},,A`, ...rows])
    expect(opened?.from).toBe('2026-01-01T10:00:00')
    expect(figures.cases).toBe(9_001)
  })
})
