import type { OpenByHops, TransferAudit } from '#domain/transfer-audit/transfer-audit.ts'

const seconds = (milliseconds: number): number => Math.round(milliseconds / 1000)

const beyond = (casesByHops: readonly number[], most: number) => ({
  handoffs: casesByHops.reduce((sum, cases, hops) => sum + cases * Math.max(0, hops - most), 0),
  cases: casesByHops.slice(most + 1).reduce((sum, cases) => sum + cases, 0),
})

const hopsNamed = ({ hops }: OpenByHops): string => (hops === 3 ? '3+' : String(hops))

const sourceOf = ({ source, opened, moved }: TransferAudit) => ({
  file: source.name,
  read_as: source.shape,
  rows: source.rows,
  columns: Object.fromEntries(source.columns.map(({ role, name }) => [role, name])),
  remarks: source.remarks,
  opened_from: opened?.from ?? null,
  opened_to: opened?.to ?? null,
  moved_from: moved?.from ?? null,
  moved_to: moved?.to ?? null,
})

const countsOf = ({ figures, teams }: TransferAudit) => {
  const afterTwo = beyond(figures.casesByHops, 2)
  return {
    cases: figures.cases,
    teams,
    handoffs: figures.hops,
    cases_with_handoff: figures.casesWithHop,
    returns: figures.returns,
    cases_with_return: figures.casesWithReturn,
    direct_aba: figures.direct,
    cases_with_direct_aba: figures.casesWithDirect,
    handoffs_beyond_2: afterTwo.handoffs,
    cases_beyond_2: afterTwo.cases,
    first_team_is_resolver: figures.firstResolves,
    first_team_is_resolver_after_handoff: figures.firstResolvesAfterHop,
    returns_to_resolver: figures.returnsToResolver,
    cases_by_handoffs: figures.casesByHops,
  }
}

const guardOf = ({ figures, maxHops }: TransferAudit) => ({
  max_hops: maxHops,
  handoffs_beyond: figures.hopsBeyond,
  cases_beyond: figures.casesBeyond,
  cases_untouched: figures.untouched,
  cases_asked_what_has_changed: figures.asked,
  cases_for_council: figures.casesForCouncil,
  handoffs_from_council_on: figures.hopsForCouncil,
})

const timesOf = ({ openByHops, stays, timeWithOthers }: TransferAudit) => ({
  open_by_handoffs: openByHops.map((one) => ({
    handoffs: hopsNamed(one),
    cases: one.cases,
    median_seconds: seconds(one.median),
  })),
  time_with_teams: stays.map((one) => ({
    team: one.team,
    stays: one.stays,
    median_seconds: seconds(one.median),
    total_seconds: seconds(one.total),
  })),
  time_with_other_teams_seconds: seconds(timeWithOthers),
})

/** What an audit says for programs; documented in docs/transfer-audit.md, and kept as it is there. */
export const auditAsJson = (audit: TransferAudit): string => {
  const document = {
    version: 1,
    ...sourceOf(audit),
    ...countsOf(audit),
    guard: guardOf(audit),
    ping_pong_pairs: audit.pairs.map(({ between, cases, times }) => ({ between, cases, times })),
    ping_pong_pairs_not_shown: audit.pairsNotShown,
    ...timesOf(audit),
  }
  return JSON.stringify(document, null, 2)
}
