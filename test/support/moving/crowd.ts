import * as fc from 'fast-check'
import type { Council } from '#domain/council.ts'
import { DomainError } from '#domain/errors.ts'
import type { Issue } from '#domain/issue/issue.ts'
import type { Product } from '../product.ts'

/** One thing that one person tries; most of them by whoever may most likely do it. */
export type Try = {
  readonly kind: string
  readonly who: string
  readonly where: string
  readonly insider: boolean
  readonly issue: number
}

/** What several people try at the same instant, and how many minutes later. */
export type Moment = { readonly tries: readonly Try[]; readonly minutes: number }

const consults = ['consult', 'consult', 'hands', 'reply', 'ask_back', 'help', 'not_needed']
const rare = [
  ...consults,
  'claim',
  'decline',
  'route',
  'resolve',
  'close',
  'reopen',
  'release',
  'withdraw',
  'merge',
  'link',
  'cannot',
  'speak',
  'wait',
  'wait',
  'moving',
]
const frequent = [
  'claim',
  'hand',
  'hand',
  'hand',
  'accept',
  'accept',
  'return',
  'question',
  'question',
  'pass',
  'update',
  'tick',
  'take_back',
  'vote',
  'vote',
]

/** What a crowd gets done again and again. */
export const actsOfCrowds: readonly string[] = [...new Set(frequent)]

/** A crowd's day with a few issues: moments in which up to five people act at once. */
export const crowds = ({ council }: Product, issues: number) => {
  const people = [...new Set(council.departments.flatMap(({ lead, members }) => [lead, ...members]))]
  const one = fc.record({
    kind: fc.oneof(
      { weight: 7, arbitrary: fc.constantFrom(...frequent) },
      { weight: 1, arbitrary: fc.constantFrom(...rare) },
    ),
    who: fc.constantFrom(...people),
    where: fc.constantFrom(...council.departments.map(({ key }) => key)),
    insider: fc.integer({ min: 1, max: 10 }).map((dice) => dice > 2),
    issue: fc.nat({ max: issues - 1 }),
  })
  const moment = fc.record({
    tries: fc.array(one, { minLength: 1, maxLength: 5 }),
    minutes: fc.integer({ min: 0, max: 300 }),
  })
  return fc.array(moment, { minLength: 25, maxLength: 45, size: 'max' })
}

type Act = { readonly workspaceId: string; readonly person: string; readonly number: number }

const likely = (issue: Issue, { kind, who, insider }: Try, { chair, members }: Council): string => {
  if (!insider) return who
  const { handover } = issue
  if (kind === 'question' && handover?.question) return handover.question.to
  if (['accept', 'return', 'question'].includes(kind)) return handover?.leadAsked?.person ?? handover?.asked ?? who
  if (kind === 'route') return chair
  if (kind === 'vote') return members.includes(who) ? who : chair
  if (['reply', 'ask_back', 'help'].includes(kind)) return issue.consults[0]?.asked ?? who
  return issue.owner ?? issue.ask?.person ?? who
}

type Doing = (product: Product, act: Act, tried: Try, issue: Issue, other: number) => Promise<unknown>

const changed = { whatChanged: 'Something has changed.' }

const onConsult = (act: Act, { consults: [first] }: Issue) => ({ ...act, consult: first?.id ?? 'none' })

const consultDoings: Readonly<Record<string, Doing>> = {
  consult: ({ use }, act, { who }) => use.askConsult({ ...act, kind: 'question', whom: who, text: 'Which one?' }),
  hands: ({ use }, act, { where }) => use.askConsult({ ...act, kind: 'hands', department: where, text: 'A look.' }),
  reply: ({ use }, act, _tried, issue) =>
    use.replyToConsult({ ...onConsult(act, issue), reply: 'answer', text: 'The second.' }),
  ask_back: ({ use }, act, _tried, issue) =>
    use.replyToConsult({ ...onConsult(act, issue), reply: 'ask_back', text: 'Of what?' }),
  help: ({ use }, act, _tried, issue) => use.helpWithIssue(onConsult(act, issue)),
  not_needed: ({ use }, act, _tried, issue) => use.endConsult(onConsult(act, issue)),
}

const doings: Readonly<Record<string, Doing>> = {
  claim: ({ use }, act) => use.claimIssue({ ...act, via: 'button' }),
  release: ({ use }, act) => use.releaseClaim(act),
  decline: ({ use }, act, { where }) => use.declineIssue({ ...act, department: where, reason: 'Not ours.' }),
  route: ({ use }, act, { where }) => use.routeIssue({ ...act, department: where }),
  hand: ({ use }, act, { where }) =>
    use.handOver({ ...act, to: where, reason: 'expertise', need: 'Please look.', ...changed }),
  accept: ({ use }, act, _tried, { handover }) => use.acceptHandover({ ...act, handover: handover?.id ?? 'none' }),
  return: ({ use }, act, _tried, { handover }) =>
    use.returnHandover({ ...act, handover: handover?.id ?? 'none', reason: 'No.' }),
  vote: ({ use }, act, { who }, { decision }) =>
    use.voteOnIssue({ ...act, decision: decision?.id ?? 'none', named: who }),
  cannot: ({ use }, act) => use.cannotTakeIt({ ...act, reason: 'No.' }),
  speak: ({ use }, act, _tried, { decision }) =>
    use.speakOnDecision({ ...act, decision: decision?.id ?? 'none', said: 'Look here.' }),
  question: ({ use }, act, _tried, { handover }) =>
    handover?.question === undefined
      ? use.askFirst({ ...act, handover: handover?.id ?? 'none', question: 'Which one?' })
      : use.answerQuestion({ ...act, handover: handover.id, answer: 'The second.' }),
  take_back: ({ use }, act, _tried, { handover }) => use.takeBackHandover({ ...act, handover: handover?.id ?? 'none' }),
  pass: ({ use }, act, { who }) => use.passIssue({ ...act, to: who }),
  update: ({ use }, act) => use.addUpdate({ ...act, text: 'News.', via: 'form' }),
  resolve: ({ use }, act) => use.resolveIssue({ ...act, whatWasDone: 'Done.' }),
  close: ({ use, ports }, act) =>
    use.closeLoop({
      ...act,
      told: 'Told.',
      when: ports.clock.now().toISOString().slice(0, 10),
      byWhom: act.person,
      explainedAgain: 'no',
    }),
  reopen: ({ use }, act) => use.reopenIssue({ ...act, stillWrong: 'Again.' }),
  withdraw: ({ use }, act) => use.withdrawIssue({ ...act, reason: 'No.' }),
  merge: ({ use }, act, _tried, _issue, other) => use.mergeIssue({ ...act, other }),
  link: ({ use }, act, _tried, _issue, other) => use.linkIssues({ ...act, other }),
  ...consultDoings,
  wait: ({ use }, act) => use.waitOn({ ...act, on: 'customer', what: 'Which card?' }),
  moving: ({ use }, act) => use.moveAgain(act),
  tick: ({ use }, { workspaceId }) => use.sendReminders(workspaceId),
}

/** Lets everybody try at once; whoever is refused changes nothing. Answers what was carried out. */
export const letThemTry = async (
  product: Product,
  numbers: readonly number[],
  { tries }: Moment,
): Promise<readonly string[]> => {
  const at = (i: number): number => numbers[i % numbers.length] ?? 0
  const done = tries.map(async (tried): Promise<string> => {
    const issue = await product.issue(at(tried.issue))
    const act = { ...product.act(likely(issue, tried, product.council)), number: issue.number }
    try {
      await doings[tried.kind]?.(product, act, tried, issue, at(tried.issue + 1))
      return tried.kind
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      return ''
    }
  })
  return (await Promise.all(done)).filter((kind) => kind !== '')
}

/** Its owner asks a department to take it over; answers who is asked. */
const offered = async (product: Product, number: number, to: string) => {
  const { owner = '' } = await product.issue(number)
  await product.use.handOver({ ...product.act(owner), number, to, reason: 'expertise', need: 'Please look.' })
  const { handover } = await product.issue(number)
  return { ...product.act(handover?.asked ?? ''), number, handover: handover?.id ?? '' }
}

/** The first waits for an answer to its receiver; the last was returned twice, so that it is for the council next. */
const livedBefore = async (product: Product, first: number, last: number): Promise<void> => {
  for (const number of [first, last]) {
    const { ask } = await product.issue(number)
    await product.use.claimIssue({ ...product.act(ask?.person ?? ''), number, via: 'button' })
  }
  await product.use.askFirst({ ...(await offered(product, first, 'sales')), question: 'Which one?' })
  for (const to of ['sales', 'it'])
    await product.use.returnHandover({ ...(await offered(product, last, to)), reason: 'No.' })
}

/** Flags issues for a crowd to work on; the first and the last have been around already. */
export const flagSome = async (product: Product, count: number): Promise<readonly number[]> => {
  const { use, act } = product
  const flags = Array.from({ length: count }, (_, i) =>
    use.flagIssue({
      ...act('U0ANNA'),
      text: `We were charged twice, ${i}.`,
      via: 'command',
      restricted: i === 1,
      ...(i % 2 === 0 ? { stage: 'pay' } : { department: 'support' }),
    }),
  )
  const numbers = (await Promise.all(flags)).map(({ number }) => number)
  await livedBefore(product, numbers.at(0) ?? 0, numbers.at(-1) ?? 0)
  return numbers
}
