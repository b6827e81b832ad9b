import { html } from 'hono/html'
import type { TransferAudit } from '#domain/transfer-audit/transfer-audit.ts'
import { counted, duration, ofAll, percent, whole } from '../words/numbers.ts'
import { firstTeamSaid, nextSteps, returnsSaid } from '../words/sentences.ts'
import { chart, name, type Piece, wholeInParts } from './charts.ts'

const hopsShown = 8
const pairsShown = 10
const pairsAtMost = 100

const section = (heading: string, content: Piece | readonly Piece[], kind = ''): Piece =>
  html`<section${kind === '' ? '' : html` class="${kind}"`}><h2>${heading}</h2>${content}</section>
`

const tile = (number: string, said: string): Piece => html`<li><strong>${number}</strong><span>${said}</span></li>`

/** The four numbers to remember. */
export const tiles = ({ figures: f }: TransferAudit): Piece => {
  const share = (cases: number): string => percent(cases, f.cases) || whole(cases)
  return html`<ul class="tiles">${[
    tile(share(f.casesWithHop), `were handed over: ${ofAll(f.casesWithHop, f.cases, 'cases').replace(/ \(.*/, '')}`),
    tile(
      share(f.casesWithReturn),
      `came back to a team: ${counted(f.casesWithReturn, 'case')}, ${counted(f.returns, 'return')}`,
    ),
    tile(share(f.casesWithDirect), `went straight back, A → B → A: ${counted(f.casesWithDirect, 'case')}`),
    tile(whole(f.hops), `handovers in all, ${(f.hops / Math.max(1, f.cases)).toFixed(1)} a case`),
  ]}</ul>`
}

/** What to do with all this. */
export const next = (audit: TransferAudit): Piece =>
  section('What to do with this', html`<ol>${nextSteps(audit).map((step) => html`<li>${step}</li>`)}</ol>`, 'next')

const timesSaid = (hops: number): string => {
  if (hops === 0) return 'never'
  if (hops === hopsShown) return `${hops} times or more`
  return hops === 1 ? 'once' : `${hops} times`
}

/** How often cases were handed over. */
export const spreadOfHops = ({ figures: { casesByHops, cases } }: TransferAudit): Piece => {
  const more = casesByHops.slice(hopsShown).reduce((sum, many) => sum + many, 0)
  const counts = [...casesByHops.slice(0, hopsShown), ...(more > 0 ? [more] : [])]
  const rows = counts.map((many, hops) => ({
    about: timesSaid(hops),
    size: many,
    said: [whole(many), percent(many, cases)],
  }))
  return section(
    'How often cases were handed over',
    chart({ caption: 'Cases by the number of their handovers', columns: ['Handed over', 'Cases', 'Share'], rows }),
  )
}

/** Where cases went back and forth. */
export const pairsOf = ({ pairs, pairsNotShown, figures: { direct } }: TransferAudit): Piece => {
  if (direct === 0) return html``
  const rows = pairs.slice(0, pairsAtMost).map(({ between: [a, b], cases, times }) => ({
    about: html`${name(a)} ↔ ${name(b)}`,
    size: cases,
    said: [whole(cases), whole(times)],
  }))
  const columns = ['Between', 'Cases', 'Times']
  const fewer =
    pairsNotShown > 0
      ? `${counted(pairsNotShown, 'pair')} with fewer than 5 cases ${pairsNotShown === 1 ? 'is' : 'are'} not shown.`
      : ''
  const shown = rows.slice(0, pairsShown)
  const rest = rows.slice(pairsShown)
  return section('Between whom they went back and forth', [
    html`<p>Cases that one of the two gave to the other and got straight back. The order of the two means nothing: it is the seam between them that is to be mended.</p>`,
    rows.length > 0
      ? chart({ caption: 'Pairs with at least 5 such cases', columns, rows: shown })
      : html`<p>No pair had 5 such cases or more.</p>`,
    rest.length > 0
      ? html`<details><summary>${counted(rest.length, 'more pair')}</summary>${chart({ caption: 'The pairs with fewer cases', columns, rows: rest })}</details>`
      : html``,
    html`<p class="quiet">${fewer}</p>`,
  ])
}

/** Where returns and cases ended. */
export const endings = (audit: TransferAudit): Piece => {
  const { returns, returnsToResolver } = audit.figures
  const said = returnsSaid(audit)
  const parts = wholeInParts(said ?? '', [
    {
      kind: 'bar',
      size: returnsToResolver,
      said: `${ofAll(returnsToResolver, returns, 'returns')} went to the team that resolved the case in the end. Forbidding returns would have stopped these, too.`,
    },
    {
      kind: 'rest',
      size: returns - returnsToResolver,
      said: `${whole(returns - returnsToResolver)} did not end where they went back to.`,
    },
  ])
  return section('Where they ended', [returns > 0 ? parts : html``, html`<p>${firstTeamSaid(audit)}</p>`])
}

/** What the guard would have met. */
export const guard = ({ figures: f, maxHops }: TransferAudit): Piece => {
  const onlyAsked = f.cases - f.untouched - f.casesForCouncil
  const asked =
    f.asked > onlyAsked ? ` (and on ${whole(f.asked - onlyAsked)} of those that came before the council)` : ''
  return section('What the guard would have met', [
    html`<p>The guard lets ${counted(maxHops, 'handover')} pass, asks “What has changed?” at a first return, and brings everything beyond before the council, which decides where the case ends.</p>`,
    wholeInParts(
      `Of ${whole(f.cases)} cases: nothing said on ${whole(f.untouched)}, asked on ${whole(onlyAsked)}, before the council ${whole(f.casesForCouncil)}`,
      [
        {
          kind: 'rest',
          size: f.untouched,
          said: `It would have said nothing on ${ofAll(f.untouched, f.cases, 'cases')}.`,
        },
        {
          kind: 'ask',
          size: onlyAsked,
          said: `It would have asked what has changed on ${counted(onlyAsked, 'case')}${asked}.`,
        },
        {
          kind: 'stop',
          size: f.casesForCouncil,
          said: `It would have brought ${counted(f.casesForCouncil, 'case')} before the council. They were handed over ${whole(f.hopsForCouncil)} more times instead.`,
        },
      ],
    ),
  ])
}

/** How long cases were open, by their handovers. */
export const openTimes = ({ openByHops }: TransferAudit): Piece => {
  if (openByHops.length === 0) return html``
  const named = ['never', 'once', 'twice', '3 times or more']
  const rows = openByHops.map(({ hops, cases, median }) => ({
    about: named[hops] ?? '',
    size: median,
    said: [duration(median), whole(cases)],
  }))
  return section('How long cases were open', [
    chart({ caption: 'From opened to resolved, median', columns: ['Handed over', 'Open for', 'Cases'], rows }),
    html`<p class="quiet">Hard cases take longer and are handed over more often: not all of the difference comes from the handovers.</p>`,
  ])
}

/** Where the time was. */
export const stayTimes = ({ stays, timeWithOthers }: TransferAudit): Piece => {
  if (stays.length === 0) return html``
  const all = stays.reduce((sum, { total }) => sum + total, timeWithOthers)
  const rows = stays.map(({ team, stays: many, median, total }) => ({
    about: name(team),
    size: total,
    said: [percent(total, all), duration(median), whole(many)],
  }))
  return section('Where the time was', [
    chart({
      caption: 'The teams that had cases most often',
      columns: ['Team', 'Share of all time', 'Median stay', 'Stays'],
      rows,
    }),
    html`<p class="quiet">This is no ranking: a team that gets the hard cases, or waits on a customer, has them longer.</p>`,
  ])
}
