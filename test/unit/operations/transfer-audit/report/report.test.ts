import { describe, expect, it } from 'vitest'
import { auditAsPage } from '#adapters/transfer-report/html/page.ts'
import { auditAsJson } from '#adapters/transfer-report/json.ts'
import { auditAsText } from '#adapters/transfer-report/text.ts'
import { widthOf } from '#adapters/transfer-report/words/names.ts'
import type { TransferAudit } from '#domain/transfer-audit/transfer-audit.ts'
import { auditText } from '../../../../support/operations/transfer-logs.ts'

const times = '2026-01-01 08:00,2026-01-03 08:00'
const someCases = () =>
  auditText([
    'id,path,opened,resolved',
    ...Array.from({ length: 6 }, (_, i) => `a${i},Support>Billing>Support,${times}`),
    ...Array.from({ length: 3 }, (_, i) => `b${i},Sales>Legal>Sales>Legal,${times}`),
    ...Array.from({ length: 15 }, (_, i) => `c${i},Support,${times}`),
  ])

const asText = (audit: TransferAudit): string => auditAsText(audit, (heading) => heading)

describe('an audit as text', () => {
  it('says first how many were handed over, then between whom, and what to do', async () => {
    const text = asText(await someCases())
    expect(text.replaceAll('\n', ' ')).toContain(
      '9 of 24 cases (38 %) were handed over; 9 came back to a team that had them before.',
    )
    expect(text).toContain('Billing – Support  6 cases  6 times')
    expect(text).toContain('Not shown: 1 pair with fewer than 5 cases.')
    expect(text).not.toContain('Legal – Sales')
    expect(text).toContain('1. Begin with Billing and Support: 6 cases')
    expect(text).toContain('asked “What has changed?” on 9 cases')
    expect(text).toContain('brought 3 cases before the council')
  })

  it('is at most 80 columns wide, whatever teams are called', async () => {
    const wide = '部門'.repeat(40)
    const text = asText(
      await auditText(['id,path', ...Array.from({ length: 9 }, (_, i) => `${i},${wide}>${'B'.repeat(90)}>${wide}`)]),
    )
    expect(text.split('\n').filter((line) => widthOf(line) > 80)).toEqual([])
  })

  it('speaks of a single case as of one', async () => {
    expect(asText(await auditText(['id,path', '1,A>B>A']))).toMatch(
      /^1 of 1 case was handed over; 1 came back to a team that had it before\./,
    )
    expect(asText(await auditText(['id,path', '1,A>B', '2,A']))).toMatch(
      /^1 of 2 cases was handed over, and none came back\./,
    )
  })

  it('of a file in which nothing moved says so, and what to try', async () => {
    const text = asText(await auditText(['id,path', '1,A', '2,B']))
    expect(text).toContain('No case was handed over.')
    expect(text).toContain('Try one of a busier month')
    expect(text).not.toMatch(/NaN|undefined|Infinity/)
  })
})

describe('an audit for programs', () => {
  it('has the figures under the names that are documented', async () => {
    const found = JSON.parse(auditAsJson(await someCases())) as Record<string, unknown>
    expect(found).toMatchObject({
      version: 1,
      opened_from: '2026-01-01T08:00:00',
      cases: 24,
      handoffs: 21,
      cases_with_handoff: 9,
      returns: 12,
      cases_with_return: 9,
      direct_aba: 12,
      cases_with_direct_aba: 9,
      handoffs_beyond_2: 3,
      cases_beyond_2: 3,
      first_team_is_resolver: 21,
      first_team_is_resolver_after_handoff: 6,
      cases_by_handoffs: [15, 0, 6, 3],
      guard: { max_hops: 2, cases_untouched: 15, cases_asked_what_has_changed: 9, cases_for_council: 3 },
      ping_pong_pairs: [{ between: ['Billing', 'Support'], cases: 6, times: 6 }],
      ping_pong_pairs_not_shown: 1,
    })
    expect(found.open_by_handoffs).toContainEqual({
      handoffs: '3+',
      cases: 3,
      median_seconds: expect.closeTo(172_800, -4),
    })
  })
})

describe('an audit as a page', () => {
  it('needs nothing from elsewhere, and runs nothing', async () => {
    const page = await auditAsPage(await someCases())
    expect(page).toContain('<!doctype html>')
    expect(page).toContain("default-src 'none'")
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|\bhref=|url\(|@import|\bon\w+=|https?:/i)
  })

  it('says in words what each picture shows', async () => {
    const page = await auditAsPage(await someCases())
    const pictures = [...page.matchAll(/<svg[^>]*>/g)].map(([tag]) => tag)
    expect(pictures.length).toBeGreaterThan(5)
    for (const tag of pictures) expect(tag).toMatch(/aria-hidden="true"|role="img" aria-label="[^"]{20,}"/)
    expect([...page.matchAll(/<table><caption>[^<]+<\/caption>/g)]).toHaveLength(page.split('<table>').length - 1)
    expect(page).toContain('aria-label="Of 24 cases: nothing said on 15, asked on 6, before the council 3"')
  })

  it('shows what a file says as it is written, and obeys none of it', async () => {
    const evil = '</style><script>alert(1)</script><b onclick=x>"\'&amp;'
    const quoted = `"${evil.replaceAll('"', '""')}"`
    const rows = Array.from({ length: 6 }, (_, i) => `${i},2026-01-0${i + 1},${quoted}`)
    const back = Array.from({ length: 6 }, (_, i) => [`${i},2026-02-01,B`, `${i},2026-03-01,${quoted}`]).flat()
    const page = await auditAsPage(
      await auditText([`case,at,team,${quoted}`, ...[...rows, ...back].map((row) => `${row},`)]),
    )
    expect(page).not.toMatch(/<script|<b /)
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page.match(/<\/style>/g)).toHaveLength(1)
  })

  it('of a file in which nothing moved has no empty charts', async () => {
    const page = await auditAsPage(await auditText(['id,path', '1,A']))
    expect(page).toContain('No case was handed over.')
    expect(page).not.toMatch(/<table|<svg|NaN|undefined/)
  })
})
