import { html, raw } from 'hono/html'
import type { TransferAudit } from '#domain/transfer-audit/transfer-audit.ts'
import { nameShown } from '../words/names.ts'
import { caution, gistSaid, scopeSaid } from '../words/sentences.ts'
import { name, type Piece } from './charts.ts'
import { endings, guard, next, openTimes, pairsOf, spreadOfHops, stayTimes, tiles } from './sections.ts'
import { style } from './style.ts'

/** The name of a file without its folders: a page is passed on, and folders are nobody's business. */
const fileName = (path: string): string => path.split(/[/\\]/).at(-1) ?? path

/** How a page of an audit begins, so that it is known again. */
export const pageMark = '<meta name="generator" content="CX council transfer audit">'

const definitions: readonly (readonly [string, string])[] = [
  ['Handover', 'A case goes from one team to another. Who has it twice in a row has it once.'],
  ['Return', 'A handover to a team that had the case before.'],
  ['Straight back, A → B → A', 'A return to the team that had it just before. Pairs count these.'],
  ['Resolved', 'By the team the export names; else by the last team that had the case.'],
  ['Median', 'Half of them took no longer. Times are right within 2 %.'],
]

const reading = ({ source: { name: file, shape, columns, rows, remarks } }: TransferAudit): Piece =>
  html`<footer><details><summary>How this was counted and read</summary>
<dl>${definitions.map(([word, meaning]) => html`<dt>${word}</dt><dd>${meaning}</dd>`)}</dl>
<p>${name(fileName(file))}, ${rows.toLocaleString('en')} rows, read as ${shape}: ${columns.map(({ role, name: column }, i) => html`${i > 0 ? ', ' : ''}${role} = ${name(column)}`)}.</p>
</details>${remarks.map((remark) => html`<p>${remark}</p>`)}<p>${caution}</p></footer>`

const body = (audit: TransferAudit): readonly Piece[] => {
  const moved = audit.figures.hops > 0
  if (!moved) return [next(audit), openTimes(audit), stayTimes(audit)]
  return [
    tiles(audit),
    next(audit),
    spreadOfHops(audit),
    pairsOf(audit),
    endings(audit),
    guard(audit),
    openTimes(audit),
    stayTimes(audit),
  ]
}

/** An audit as one page that needs nothing from elsewhere: no script, no picture, no font. */
export const auditAsPage = async (audit: TransferAudit): Promise<string> => {
  const title = `Where cases are sent around: ${nameShown(fileName(audit.source.name), 80)}`
  const page = await html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">${raw(pageMark)}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>${raw(style)}</style></head>
<body><main><header><h1>${gistSaid(audit)}</h1><p class="quiet">${name(fileName(audit.source.name))}: ${scopeSaid(audit)}</p></header>
${body(audit)}
${reading(audit)}</main></body></html>`
  return page.toString()
}
