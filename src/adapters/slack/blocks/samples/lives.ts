import { choiceFor } from '#application/messages/deciding/deciding.ts'
import type { About } from '#application/messages/message.ts'
import type { TimelineEntry } from '#application/read-models.ts'
import { claimIssue } from '#domain/decisions/asking/claim.ts'
import { setNextStep } from '#domain/decisions/asking/next-step.ts'
import { declineIssue } from '#domain/decisions/asking/not-ours.ts'
import { addUpdate } from '#domain/decisions/changing/add-update.ts'
import { promiseCustomer } from '#domain/decisions/changing/promise.ts'
import { closeLoop } from '#domain/decisions/closing/close-loop.ts'
import { resolveIssue } from '#domain/decisions/closing/resolve.ts'
import { sayCannot } from '#domain/decisions/deciding/cannot.ts'
import { speakOn } from '#domain/decisions/deciding/speak.ts'
import { voteFor } from '#domain/decisions/deciding/vote.ts'
import type { Circumstances, Decision } from '#domain/decisions/decision.ts'
import { flagIssue } from '#domain/decisions/flagging/flag.ts'
import { answerQuestion, askFirst as ask } from '#domain/decisions/moving/ask-first.ts'
import { handOver } from '#domain/decisions/moving/hand-over.ts'
import { acceptHandover, returnHandover } from '#domain/decisions/moving/settle-handover.ts'
import { passOn } from '#domain/decisions/passing/pass-on.ts'
import { moveAgain, waitOn } from '#domain/decisions/waiting/wait.ts'
import type { Issue } from '#domain/issue/issue.ts'
import type { WaitCause } from '#domain/issue/wait.ts'
import { consultSteps } from './consulting/lives.ts'
import { sampleCouncil, sampleNames, samplePeople, sampleWords as words } from './council.ts'

type Step = (issue: Issue, circumstances: Circumstances) => Decision

const hour = 3_600_000

const flagged =
  (where: { readonly stage?: string; readonly restricted?: boolean; readonly urgent?: boolean }) =>
  (circumstances: Circumstances): Decision =>
    flagIssue(
      {
        number: 42,
        by: 'U0ANNA',
        whatHappened: words,
        severity: where.urgent === true ? 'urgent' : 'high',
        audience: where.restricted === true ? 'restricted' : 'open',
        via: 'command',
        ...(where.stage === undefined ? {} : { stage: where.stage }),
      },
      circumstances,
    )

const claim: Step = (issue, at) => claimIssue(issue, { by: issue.ask?.person ?? '', via: 'button' }, at)
const promise: Step = (issue, at) => setNextStep(issue, { by: issue.owner ?? '', day: { date: '2026-11-20' } }, at)
const promiseThem: Step = (issue, at) =>
  promiseCustomer(issue, { by: issue.owner ?? '', what: words, date: '2026-11-20', time: 14 * 60 }, at)
const note: Step = (issue, at) => addUpdate(issue, { by: issue.flaggedBy, text: words, via: 'form' }, at)
const decline: Step = (issue, at) =>
  declineIssue(
    issue,
    {
      by: issue.ask?.person ?? '',
      department: issue.department === 'billing' ? 'support' : 'billing',
      reason: words,
    },
    at,
  )
const handTo =
  (to: string): Step =>
  (issue, at) =>
    handOver(
      issue,
      {
        ...{ by: issue.owner ?? '', id: `h${issue.eventCount}`, to, reason: 'expertise', need: words },
        ...{ whatChanged: words, brief: words, dontAsk: words },
      },
      at,
    )
const askFirst: Step = (issue, at) =>
  ask(issue, { by: issue.handover?.asked ?? '', handover: issue.handover?.id ?? '', question: words }, at)
const answerThem: Step = (issue, at) =>
  answerQuestion(issue, { by: issue.owner ?? '', handover: issue.handover?.id ?? '', answer: words }, at)
const accept: Step = (issue, at) =>
  acceptHandover(issue, { by: issue.handover?.asked ?? '', handover: issue.handover?.id ?? '' }, at)
const pass: Step = (issue, at) =>
  passOn(issue, { by: issue.owner ?? '', id: `h${issue.eventCount}`, to: 'U0LOU', note: words }, at)
const giveBack: Step = (issue, at) =>
  returnHandover(issue, { by: issue.handover?.asked ?? '', handover: issue.handover?.id ?? '', reason: words }, at)
const voteOf =
  (by: string, person: string): Step =>
  (issue, at) =>
    voteFor(issue, { by, decision: issue.decision?.id ?? '', person, reason: words }, at)
const speak: Step = (issue, at) => speakOn(issue, { by: 'U0LOU', decision: issue.decision?.id ?? '', said: words }, at)
const cannot: Step = (issue, at) =>
  sayCannot(issue, { by: issue.owner ?? '', id: `d${issue.eventCount}`, reason: words }, at)
const waitFor =
  (on: WaitCause): Step =>
  (issue, at) =>
    waitOn(issue, { by: issue.owner ?? '', on, department: 'sales', what: words, wakeUp: '2026-11-20' }, at)
const moving: Step = (issue, at) => moveAgain(issue, issue.owner ?? '', at)
const resolve: Step = (issue, at) =>
  resolveIssue(
    issue,
    { by: issue.owner ?? '', whatWasDone: words, originStage: 'pay', originDepartment: 'billing' },
    at,
  )
const close: Step = (issue, at) =>
  closeLoop(
    issue,
    {
      by: issue.owner ?? '',
      told: words,
      when: '2026-11-17',
      byWhom: 'U0ANNA',
      explainedAgain: 'no',
      satisfaction: 4,
    },
    at,
  )

const nobodyHere: Pick<Circumstances, 'people'> = { people: new Map() }

const lived = (first: (at: Circumstances) => Decision, ...steps: readonly Step[]): About => {
  const start = new Date('2026-11-17T09:00:00Z').getTime()
  const at = (hours: number): Circumstances => ({
    council: sampleCouncil,
    people: samplePeople,
    now: new Date(start + hours * hour),
  })
  let { issue, events } = first(at(0))
  const timeline: TimelineEntry[] = events.map((event, i) => ({ ...event, seq: i + 1 }))
  for (const [i, step] of steps.entries()) {
    ;({ issue, events } = step(issue, at(i + 1)))
    timeline.push(...events.map((event, more) => ({ ...event, seq: timeline.length + more + 1 })))
  }
  const now = new Date(start + (steps.length + 0.1) * hour)
  const story = { issue, customerName: 'Nordwind & Söhne <GmbH>', timeline, names: sampleNames }
  const choice = choiceFor(story, { council: sampleCouncil, people: samplePeople, now })
  return { story, council: sampleCouncil, now, ...(choice === undefined ? {} : { choice }) }
}

const pay = flagged({ stage: 'pay' })

/** The same after its words were kept long enough: it was put on hold before that, and the hold was lifted. */
const erasedOf = (about: About): About => {
  const { story, now } = about
  const last = story.timeline.length
  const timeline = story.timeline.map(
    ({ words, ...entry }): TimelineEntry => (words === undefined ? entry : { ...entry, erased: true }),
  )
  const more: readonly TimelineEntry[] = [
    { kind: 'held', at: now, actor: 'U0CHAIR', words: { kind: 'hold_reason', text: words }, seq: last + 1 },
    { kind: 'hold_lifted', at: now, erased: true, seq: last + 2 },
    { kind: 'words_erased', at: now, why: 'retention', count: last, whole: true, seq: last + 3 },
  ]
  return { ...about, story: { ...story, issue: { ...story.issue, onHold: true }, timeline: [...timeline, ...more] } }
}

const toCouncil = [claim, handTo('sales'), accept, handTo('support'), accept, handTo('billing')] as const

/** Issues at each point of their life that some message or form tells of. */
export const sampleLives = () =>
  ({
    asked: lived(pay),
    withheld: lived(flagged({ stage: 'pay', restricted: true })),
    unrouted: lived(flagged({})),
    nobody: lived((at) => pay({ ...at, ...nobodyHere })),
    declined: lived(pay, decline),
    claimed: lived(pay, claim, promise),
    waiting: lived(pay, claim, waitFor('customer')),
    waitingOnSales: lived(pay, claim, waitFor('vendor'), moving, waitFor('department')),
    promised: lived(pay, claim, promiseThem, note),
    handed: lived(pay, claim, promise, handTo('sales')),
    askedFirst: lived(pay, claim, handTo('sales'), askFirst),
    answered: lived(pay, claim, handTo('sales'), askFirst, answerThem),
    passing: lived(pay, claim, promise, pass),
    passed: lived(pay, claim, pass, accept),
    declinedPass: lived(pay, claim, pass, giveBack),
    returned: lived(pay, claim, handTo('sales'), giveBack),
    moved: lived(pay, claim, handTo('sales'), accept),
    stopped: lived(pay, ...toCouncil, speak, voteOf('U0LOU', 'U0MIA')),
    undecided: lived(pay, ...toCouncil),
    decided: lived(pay, ...toCouncil, voteOf('U0CHAIR', 'U0MIA')),
    movedAtOnce: lived(flagged({ stage: 'pay', urgent: true }), ...toCouncil),
    cannot: lived(pay, ...toCouncil, voteOf('U0CHAIR', 'U0MIA'), cannot),
    consulted: lived(pay, claim, ...consultSteps.consulted),
    askedBack: lived(pay, claim, ...consultSteps.askedBack),
    consultAnswered: lived(pay, claim, ...consultSteps.answered),
    handsAsked: lived(pay, claim, ...consultSteps.handsAsked),
    helping: lived(pay, claim, ...consultSteps.helping),
    cannotHelp: lived(pay, claim, ...consultSteps.cannotHelp),
    resolved: lived(pay, claim, resolve),
    closed: lived(pay, claim, resolve, close),
    erased: erasedOf(lived(pay, claim, handTo('sales'), giveBack, resolve, close)),
  }) as const satisfies Readonly<Record<string, About>>
