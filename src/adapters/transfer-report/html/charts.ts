import { html } from 'hono/html'
import { nameShown } from '../words/names.ts'

/** A piece of a page, escaped. */
export type Piece = ReturnType<typeof html>

/** How long a name on the page may be. */
const longest = 80

/** A name that was given by others: on one line, cut, and with a direction of writing of its own. */
export const name = (given: string): Piece => html`<bdi>${nameShown(given, longest)}</bdi>`

const share = (part: number, of: number): number => (of <= 0 ? 0 : Math.round((1000 * part) / of) / 10)

/** The bar of a row; the numbers beside it say the same. */
const bar = (part: number, most: number): Piece => {
  const width = part > 0 ? Math.max(0.6, share(part, most)) : 0
  return html`<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="bar" width="${width}" height="10"/></svg>`
}

/** A row of a chart: what it is about, how long its bar is, and what stands behind it. */
export type ChartRow = { readonly about: Piece | string; readonly size: number; readonly said: readonly string[] }

type Chart = {
  readonly caption: string
  /** What stands in the first column, and in those behind the bar; the ones behind the first are left out on a phone. */
  readonly columns: readonly string[]
  readonly rows: readonly ChartRow[]
}

const numberClass = (column: number): string => (column > 0 ? 'number narrow' : 'number')

/** A table with a bar in each row. */
export const chart = ({ caption, columns: [first = '', ...others], rows }: Chart): Piece => {
  const most = Math.max(0, ...rows.map(({ size }) => size))
  return html`<table><caption>${caption}</caption>
<thead><tr><th scope="col">${first}</th><th class="bar" aria-hidden="true"></th>${others.map((column, i) => html`<th scope="col" class="${numberClass(i)}">${column}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ about, size, said }) =>
      html`<tr><th scope="row">${about}</th><td class="bar" aria-hidden="true">${bar(size, most)}</td>${said.map((text, i) => html`<td class="${numberClass(i)}">${text}</td>`)}</tr>
`,
  )}</tbody></table>`
}

/** A part of a whole, with its colour and the sentence about it. */
export type Part = { readonly kind: 'rest' | 'bar' | 'ask' | 'stop'; readonly size: number; readonly said: string }

/** One bar cut into parts, with what each of them is. */
export const wholeInParts = (title: string, parts: readonly Part[]): Piece => {
  const all = parts.reduce((sum, { size }) => sum + size, 0)
  let from = 0
  const rects = parts.map(({ kind, size }) => {
    const x = from
    from += share(size, all)
    return html`<rect class="${kind}" x="${x}" width="${share(size, all)}" height="10"/>`
  })
  return html`<figure><svg viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="${title}"><title>${title}</title>${rects}</svg>
<figcaption><ul class="key">${parts.map(({ kind, said }) => html`<li><i class="${kind}" aria-hidden="true"></i><span>${said}</span></li>`)}</ul></figcaption></figure>`
}
