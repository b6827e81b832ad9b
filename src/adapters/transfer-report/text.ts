import type { TransferAudit } from '#domain/transfer-audit/transfer-audit.ts'
import { nameShown, padded, widthOf } from './words/names.ts'
import { counted, duration, percent, whole } from './words/numbers.ts'
import { caution, firstTeamSaid, gistSaid, guardSaid, nextSteps, returnsSaid, scopeSaid } from './words/sentences.ts'

/** How a heading looks where it can look different from the rest. */
export type Paint = (heading: string) => string

const pageWidth = 80
const barWidth = 30
const pairsShown = 10
const hopsShown = 8

/** A sentence in lines of at most `pageWidth`, the later ones set in like the first. */
const wrapped = (sentence: string, first = '  ', later = first): readonly string[] => {
  const lines: string[] = []
  let line = first
  let empty = true
  for (const word of sentence.split(' ')) {
    if (!empty && widthOf(line) + 1 + widthOf(word) > pageWidth) {
      lines.push(line)
      line = later
      empty = true
    }
    line += empty ? word : ` ${word}`
    empty = false
  }
  return [...lines, line]
}

type Row = readonly string[]

/** Rows in columns: the first to the left, the others to the right, a last one after two blanks as it is. */
const table = (rows: readonly Row[], last: 'text' | 'number'): readonly string[] => {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, i) => Math.max(...rows.map((row) => widthOf(row[i] ?? ''))))
  return rows.map((row) => {
    const cells = row.map((cell, i) => {
      if (i === 0 || (last === 'text' && i === columns - 1)) return padded(cell, widths[i] ?? 0)
      return cell.padStart(widths[i] ?? 0)
    })
    return `  ${cells.join('  ')}`.trimEnd()
  })
}

const bar = (part: number, most: number, width = barWidth): string => {
  const eighths = Math.round((part / Math.max(1, most)) * width * 8)
  const rest = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths % 8] ?? ''
  return part > 0 && eighths === 0 ? '▏' : '█'.repeat(Math.floor(eighths / 8)) + rest
}

const headline = ({ figures: f }: TransferAudit): readonly string[] => {
  const share = (cases: number): Row => [whole(cases), 'cases', percent(cases, f.cases)]
  return table(
    [
      ['Handed over', ...share(f.casesWithHop), counted(f.hops, 'handover')],
      ['Came back to a team', ...share(f.casesWithReturn), counted(f.returns, 'return')],
      ['Went straight back, A > B > A', ...share(f.casesWithDirect), counted(f.direct, 'time')],
    ],
    'number',
  )
}

const hopRows = ({ figures: { casesByHops, cases } }: TransferAudit): readonly string[] => {
  const shown = casesByHops.slice(0, hopsShown).map((many, hops) => [hops, many] as const)
  const more = casesByHops.slice(hopsShown).reduce((sum, many) => sum + many, 0)
  const rows = [...shown, ...(more > 0 ? [[hopsShown, more] as const] : [])]
  const most = Math.max(...rows.map(([, many]) => many))
  const named = (hops: number): string =>
    hops === hopsShown ? `${hops} or more` : hops === 1 ? 'once' : `${hops} times`
  return table(
    rows.map(([hops, many]) => [
      hops === 0 ? 'never' : named(hops),
      whole(many),
      percent(many, cases),
      bar(many, most),
    ]),
    'text',
  )
}

const pairRows = ({ pairs, pairsNotShown }: TransferAudit): readonly string[] => {
  const counts = pairs.slice(0, pairsShown).map(({ between, cases, times }) => {
    const [a, b] = between.map((name) => nameShown(name, 20))
    return [`${a} – ${b}`, counted(cases, 'case'), counted(times, 'time')]
  })
  const left = pageWidth - 2 - Math.max(0, ...table(counts, 'number').map(widthOf))
  const rows = counts.map((row, i) => [...row, bar(pairs[i]?.cases ?? 0, pairs[0]?.cases ?? 1, Math.min(16, left))])
  const more = Math.max(0, pairs.length - pairsShown)
  const fewer = pairsNotShown > 0 ? [`${counted(pairsNotShown, 'pair')} with fewer than 5 cases`] : []
  const missing = [...(more > 0 ? [`${counted(more, 'more pair')} in --json and --html`] : []), ...fewer]
  if (rows.length === 0) return ['  No pair with 5 cases or more.']
  return [...table(rows, 'text'), ...(missing.length > 0 ? wrapped(`Not shown: ${missing.join('; ')}.`) : [])]
}

const openRows = ({ openByHops }: TransferAudit): readonly string[] =>
  table(
    openByHops.map(({ hops, cases, median }) => [
      hops === 0 ? 'not handed over' : hops === 3 ? '3 times or more' : hops === 1 ? 'once' : 'twice',
      counted(cases, 'case'),
      duration(median),
    ]),
    'number',
  )

const stayRows = ({ stays, timeWithOthers }: TransferAudit): readonly string[] => {
  const all = stays.reduce((sum, { total }) => sum + total, timeWithOthers)
  return table(
    stays.map(({ team, stays: many, median, total }) => [
      nameShown(team, 32),
      counted(many, 'stay'),
      duration(median),
      `${Math.round((100 * total) / Math.max(1, all))} % of the time`,
    ]),
    'number',
  )
}

const part = (heading: string, lines: readonly string[], paint: Paint): readonly string[] =>
  lines.length === 0 ? [] : ['', paint(heading), ...lines]

const source = ({ source: { shape, columns, remarks } }: TransferAudit): readonly string[] => [
  ...wrapped(`Read as ${shape}: ${columns.map(({ role, name }) => `${role} = ${nameShown(name, 40)}`).join(', ')}.`),
  ...remarks.flatMap((remark) => wrapped(remark)),
]

/** An audit for people at a terminal, at most 80 columns wide. */
export const auditAsText = (audit: TransferAudit, paint: Paint): string => {
  const { figures, maxHops } = audit
  const moved = figures.hops > 0
  const sentences = [returnsSaid(audit), firstTeamSaid(audit)].filter((said) => said !== undefined)
  const guard = `What the guard would have met (it lets ${ofHops(maxHops)} pass)`
  return [
    ...wrapped(gistSaid(audit), '', '').map(paint),
    ...wrapped(`${nameShown(audit.source.name, 200)}: ${scopeSaid(audit)}.`, '', ''),
    ...part('How much is sent around', moved ? headline(audit) : [], paint),
    ...part('How often cases were handed over', moved ? hopRows(audit) : [], paint),
    ...part('Between whom they went back and forth', figures.direct > 0 ? pairRows(audit) : [], paint),
    ...part(
      'Where they ended',
      sentences.flatMap((said) => wrapped(said)),
      paint,
    ),
    ...part(guard, moved ? guardSaid(audit).flatMap((said) => wrapped(said)) : [], paint),
    ...part('How long cases were open, by how often they were handed over (median)', openRows(audit), paint),
    ...part('Where the time was: the teams with most stays (median of a stay)', stayRows(audit), paint),
    ...part(
      'What to do with this',
      nextSteps(audit).flatMap((step, i) => wrapped(step, `  ${i + 1}. `, '     ')),
      paint,
    ),
    ...part('How this was read', source(audit), paint),
    '',
    ...wrapped(caution, '', ''),
  ].join('\n')
}

const ofHops = (n: number): string => (n === 1 ? 'one handover' : `${whole(n)} handovers`)
