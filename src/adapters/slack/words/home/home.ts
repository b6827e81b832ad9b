import type { HomeEntry, HomeLine, HomePart, HomeShow, HomeWish } from '#application/home.ts'
import { numberSought } from '#application/home.ts'
import type { Council } from '#domain/council.ts'
import { issueName } from '#domain/issue/issue.ts'
import { lineDecision } from '../deciding/lines.ts'
import { departmentName, severityLabels } from '../labels.ts'
import { zoneOf } from '../people.ts'
import { dayUntil } from '../time/dates.ts'
import { span } from '../time/durations.ts'
import { waitedOn } from '../waiting/waits.ts'

/** What App Home can show, as its menu says it. */
export const showLabels: Readonly<Record<HomeShow, string>> = {
  start: 'What waits for me, and mine',
  waiting: 'All that waits for me',
  mine: 'Mine',
  department: 'My department',
  open: 'All open issues',
  map: 'The journey map',
}

/** The title of a part. */
export const partTitles: Readonly<Record<HomePart['kind'], string>> = {
  waiting: 'Waiting for you',
  mine: 'You answer for',
  department: 'Open in your department',
  open: 'Open issues',
  found: 'Found',
}

type Told = { readonly council: Council; readonly now: Date }

const stateWords: Readonly<Record<HomeLine['state'], string | undefined>> = {
  flagged: undefined,
  claimed: undefined,
  resolved: 'resolved, the customer is still to be told',
  closed: 'closed',
  merged: 'goes on in another issue',
  withdrawn: 'withdrawn',
}

const answers = ({ line, own }: HomeEntry, council: Council): string => {
  const { owner, ownerName, department } = line
  const team = department === undefined ? undefined : departmentName(council, department)
  if (own) return 'You answer'
  if (line.list === 'claim') return 'You are asked'
  if (owner !== undefined) return `${ownerName ?? 'Somebody'}${team === undefined ? '' : ` (${team})`} answers`
  return team === undefined ? 'Nobody knows yet whose it is' : `No owner yet, ${team} was asked`
}

const nextStep = ({ line }: HomeEntry, { council, now }: Told): string | undefined => {
  const { nextStepBy, state, department } = line
  if (state !== 'claimed') return undefined
  if (nextStepBy === undefined) return 'no next step yet'
  const when = dayUntil(zoneOf(council, department), nextStepBy, now)
  return nextStepBy < now ? `next step was due ${when}` : `next step by ${when}`
}

const promised = ({ line }: HomeEntry, { council, now }: Told): string | undefined => {
  if (line.promiseBy === undefined || line.state !== 'claimed') return undefined
  const when = dayUntil(zoneOf(council, line.department), line.promiseBy, now)
  return line.promiseBy < now ? `promised to the customer for ${when}` : `promised to the customer by ${when}`
}

/** What is asked of the person, where something is. */
export const asked = (entry: HomeEntry, council: Council): string | undefined => {
  const { list, customerName = 'the customer', department, decision, consult, ownerName } = entry.line
  if (list === 'claim') return 'Can you take it?'
  if (list === 'accept') return 'Can you take it over?'
  if (list === 'consult')
    return consult?.kind === 'hands' ? 'Can you lend a hand?' : 'You are asked a question. Can you answer it?'
  if (list === 'asked_back') return 'Whoever you asked needs to know something first. What is the answer?'
  if (list === 'question') return 'The receiver asks something first. What is the answer?'
  if (list === 'decide') return decision?.review ? 'Is it in the right place?' : 'Where should it end?'
  if (list === 'promise') return `Is the promise to ${customerName} kept?`
  if (list === 'left') return `${ownerName ?? 'Its owner'} is here no more. Who takes it?`
  if (list === 'close') return `Tell ${customerName}, then close the loop.`
  if (list !== 'route') return undefined
  return department === undefined
    ? 'Whose is it?'
    : `${departmentName(council, department)} says it is not theirs. Whose is it?`
}

/** Where an issue stands, in one line. */
export const stands = (entry: HomeEntry, told: Told): string => {
  const { line, quiet } = entry
  const receiver =
    line.handover &&
    (line.handover.to === line.department ? 'a colleague' : departmentName(told.council, line.handover.to))
  const taken = receiver && `${receiver} was asked to take over`
  const pieces = [
    answers(entry, told.council),
    stateWords[line.state],
    promised(entry, told),
    nextStep(entry, told),
    quiet ? `quiet: no update for ${span(told.now.getTime() - line.lastUpdateAt.getTime())}` : undefined,
    taken,
    lineDecision(line),
    line.wait && `waiting on ${waitedOn(line.wait, told)}`,
    `flagged ${span(told.now.getTime() - line.flaggedAt.getTime())} ago`,
  ]
  return pieces.filter((piece) => piece !== undefined).join(' · ')
}

const filters = ({ severity, department }: HomeWish, council: Council): string =>
  [
    severity === undefined ? undefined : ` with severity ${severityLabels[severity]}`,
    department === undefined ? undefined : ` of ${departmentName(council, department)}`,
  ]
    .filter((piece) => piece !== undefined)
    .join('')

/** Why a part is empty, and what to do next. */
export const emptyPart = (kind: HomePart['kind'], wish: HomeWish, council: Council): string => {
  if (wish.after !== undefined) return 'Nothing is left on this page.'
  if (kind === 'found') {
    const number = numberSought(wish.query ?? '')
    return number === undefined
      ? 'No open issue of a customer whose name begins like that. Try fewer letters, or a number like CX-42.'
      : `There is no ${issueName(number)} that you can see.`
  }
  const filtered = filters(wish, council)
  if (filtered !== '') return `Nothing here${filtered}. Choose another severity or department above.`
  return {
    waiting: 'Nothing is asked of you right now. Thank you for looking.',
    mine: 'You answer for no issue right now.',
    department: 'No issue is open in your department.',
    open: 'No issue is open.',
  }[kind]
}

/** How to flag, for one to whom nothing is shown. */
export const howToFlag = (reaction: string): string =>
  `Heard of a customer's problem? Press Flag a customer issue above, or add :${reaction}: to the message you read.`
