import type { UseCases } from '#application/use-cases.ts'
import type { PersonId } from '#domain/council.ts'
import type { Issue } from '#domain/issue/issue.ts'
import { severities } from '#domain/severity.ts'
import { workspaceId } from '../product.ts'
import type { Chance } from './chance.ts'
import { wall } from './oracle/wall.ts'

const departments = ['support', 'billing', 'sales', 'it']
const stages = ['buy', 'pay', 'use', 'help']
const hour = 3_600_000

/** What somebody does: by which use case, and what it is called. */
export type Deed = { readonly name: string; readonly by: PersonId; readonly number?: number; readonly do: Doing }
type Doing = (use: UseCases) => Promise<unknown>

type Scene = { readonly chance: Chance; readonly now: number; readonly everybody: readonly PersonId[] }

const act = (person: PersonId) => ({ workspaceId, person })

const dayAfter = (now: number, days: number): string => wall('Europe/Berlin', now + days * 24 * hour).date

/** A stage at which something breaks for many customers. */
export const stageThatBreaks = (chance: Chance): string => chance.pick(stages) ?? ''

/** Somebody flags a problem: most know the stage, some nothing at all. */
export const flagging = ({ chance, everybody }: Scene, broken: string): Deed => {
  const by = chance.pick(everybody) ?? ''
  const severity = chance.weighted([
    [2, 'low'],
    [5, 'normal'],
    [3, 'high'],
    [2, 'urgent'],
  ] as const)
  const known = chance.happens(0.75) ? broken : chance.pick(stages)
  const stage = chance.happens(0.85) ? { stage: known ?? '' } : {}
  const department = chance.happens(0.3) ? { department: chance.pick(departments) ?? '' } : {}
  const what = { text: 'Charged twice, the invoice is wrong.', via: 'command' as const, restricted: false }
  return { name: 'flag', by, do: (use) => use.flagIssue({ ...act(by), ...what, severity, ...stage, ...department }) }
}

const whileFlagged = (issue: Issue, { chance, everybody }: Scene): Deed => {
  const { number, ask, routeBy } = issue
  const by = (chance.happens(0.7) ? ask?.person : chance.pick(everybody)) ?? 'U0CHLOE'
  const on = { ...act(by), number }
  const department = chance.pick(departments) ?? ''
  const of = (name: string, deed: Doing): Deed => ({ name, by, number, do: deed })
  if (routeBy !== undefined && chance.happens(0.5))
    return of('route', (use) => use.routeIssue({ ...act('U0CHLOE'), number, department }))
  return chance.weighted<Deed>([
    [6, of('claim', (use) => use.claimIssue({ ...on, via: 'button' }))],
    [1, of('not ours', (use) => use.declineIssue({ ...on, department, reason: 'Not ours.' }))],
    [1, editing(issue, by, chance)],
    [0.3, of('withdraw', (use) => use.withdrawIssue({ ...act(issue.flaggedBy), number, reason: 'A mistake.' }))],
  ])
}

const editing = ({ number, severity, stage }: Issue, by: PersonId, chance: Chance): Deed => {
  const to = chance.pick(severities) ?? severity
  const at = chance.happens(0.3) ? chance.pick(stages) : stage
  const edit = { ...act(by), number, severity: to, ...(at === undefined ? {} : { stage: at }) }
  return { name: 'edit', by, number, do: (use) => use.editIssue(edit) }
}

const council = ['U0CHLOE', 'U0OMAR', 'U0LOU', 'U0FELIX', 'U0CARLA', 'U0RAVI']

/** Somebody of the council says who should answer. */
const choosing = ({ number, decision, owner = '' }: Issue, { chance, everybody }: Scene): Deed => {
  const by = chance.pick(council) ?? ''
  const named = chance.happens(0.3) ? owner : (chance.pick(everybody) ?? '')
  const vote = { ...act(by), number, decision: decision?.id ?? '', named }
  return { name: 'vote', by, number, do: (use) => use.voteOnIssue(vote) }
}

const whileClaimed = (issue: Issue, scene: Scene): Deed => {
  const { chance, now, everybody } = scene
  const { number, handover, promiseBy, owner = '' } = issue
  const to = chance.pick(departments) ?? ''
  const colleague = chance.pick(everybody) ?? ''
  const by = chance.happens(0.9) ? owner : 'U0CHLOE'
  const on = { ...act(by), number }
  const of = (name: string, deed: Doing): Deed => ({ name, by, number, do: deed })
  if (handover && chance.happens(0.6)) {
    const answer = { ...act(handover.asked), number, handover: handover.id }
    return chance.happens(0.7)
      ? of('accept', (use) => use.acceptHandover(answer))
      : of('return', (use) => use.returnHandover({ ...answer, reason: 'Not ours.' }))
  }
  if (issue.decision && chance.happens(0.5)) return choosing(issue, scene)
  if (handover && handover.pass === undefined && chance.happens(0.2))
    return of('take back', (use) => use.takeBackHandover({ ...on, handover: handover.id }))
  const promise = { what: 'We call.', date: dayAfter(now, 1 + chance.below(6)), time: 60 * (8 + chance.below(12)) }
  return chance.weighted<Deed>([
    [4, of('update', (use) => use.addUpdate({ ...on, text: 'We look.', via: 'form' }))],
    [3, of('next step', (use) => use.setNextStep({ ...on, day: { date: dayAfter(now, chance.below(4)) } }))],
    [3, of('promise', (use) => use.promiseCustomer({ ...on, ...promise }))],
    [promiseBy ? 2 : 0, of('keep', (use) => use.keepPromise(on))],
    [3, of('hand over', (use) => use.handOver({ ...on, to, reason: 'expertise', need: 'Look.', whatChanged: 'All.' }))],
    [2, of('pass', (use) => use.passIssue({ ...on, to: colleague }))],
    [1, of('give', (use) => use.giveIssue({ ...act('U0CHLOE'), number, to: colleague }))],
    [issue.placedByCouncil ? 1 : 0, of('cannot', (use) => use.cannotTakeIt({ ...act(owner), number, reason: 'No.' }))],
    [2, editing(issue, by, chance)],
    [3, of('resolve', (use) => use.resolveIssue({ ...on, whatWasDone: 'Refunded.' }))],
  ])
}

const whileResolved = ({ number, flaggedBy }: Issue, { chance, now }: Scene): Deed => {
  const on = { ...act(flaggedBy), number }
  const told = { told: 'Refunded.', when: wall('Europe/Berlin', now).date, byWhom: flaggedBy }
  const of = (name: string, deed: Doing): Deed => ({ name, by: flaggedBy, number, do: deed })
  return chance.weighted<Deed>([
    [5, of('close', (use) => use.closeLoop({ ...on, ...told, explainedAgain: 'no' }))],
    [1, of('reopen', (use) => use.reopenIssue({ ...on, stillWrong: 'Again.' }))],
  ])
}

/** Two issues turn out to tell of the same, or to belong together; undefined for one and the same. */
export const joining = (issue: Issue, other: Issue, { chance, everybody }: Scene): Deed | undefined => {
  const by = (chance.happens(0.7) ? issue.owner : chance.pick(everybody)) ?? 'U0CHLOE'
  const joined = { ...act(by), number: issue.number, other: other.number }
  const of = (name: string, deed: Doing): Deed => ({ name, by, number: issue.number, do: deed })
  if (issue.number === other.number) return undefined
  return chance.happens(0.7)
    ? of('merge', (use) => use.mergeIssue(joined))
    : of('link', (use) => use.linkIssues(joined))
}

/** Somebody does something about an issue; undefined when nothing is left to do. */
export const workingOn = (issue: Issue, scene: Scene): Deed | undefined => {
  if (issue.state === 'flagged') return whileFlagged(issue, scene)
  if (issue.state === 'claimed') return whileClaimed(issue, scene)
  return issue.state === 'resolved' ? whileResolved(issue, scene) : undefined
}
