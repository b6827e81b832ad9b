import type { View } from '@slack/types'
import type { IssueLine } from '#application/read-models.ts'
import type { Consult } from '#domain/issue/consult-facts.ts'
import { answerView, councilAnswerView } from '../../views/answer.ts'
import { leftBehindView } from '../../views/availability/left-behind.ts'
import { passView } from '../../views/availability/pass-on.ts'
import { editView } from '../../views/changing/edit.ts'
import { nextStepView } from '../../views/changing/next-step.ts'
import { promiseView } from '../../views/changing/promise.ts'
import { updateView } from '../../views/changing/update.ts'
import { withdrawView } from '../../views/changing/withdraw.ts'
import { closeView } from '../../views/close.ts'
import { anyWayView } from '../../views/consulting/any-way.ts'
import { consultView, handsView } from '../../views/consulting/ask.ts'
import { replyView } from '../../views/consulting/reply.ts'
import { cannotView } from '../../views/deciding/cannot.ts'
import { decideView } from '../../views/deciding/decide.ts'
import { speakView } from '../../views/deciding/speak.ts'
import { detailsView } from '../../views/details.ts'
import { flagView } from '../../views/flag.ts'
import { handOverView } from '../../views/hand-over.ts'
import { linkView, mergeView } from '../../views/joining/join.ts'
import { answerQuestionView, askFirstView } from '../../views/moving/ask-first.ts'
import { notOursView } from '../../views/not-ours.ts'
import { reopenView } from '../../views/reopen.ts'
import { resolveView } from '../../views/resolve.ts'
import { returnView } from '../../views/return-it.ts'
import { routeView } from '../../views/route.ts'
import { showView } from '../../views/show.ts'
import { stillWaitingView } from '../../views/waiting/still-waiting.ts'
import { waitView } from '../../views/waiting/wait.ts'
import { renderPlainHome } from '../home/home.ts'
import { sampleCouncil as council, sampleWords as words } from './council.ts'
import { sampleDeparture } from './departure.ts'
import { sampleHome } from './home.ts'
import { sampleLives } from './lives.ts'

/** A line of each list, as App Home and `/cx list` have it. */
export const sampleLines = (): readonly IssueLine[] => {
  const { issue, names } = sampleLives().handed.story
  const { number, severity, flaggedAt, nextStepBy } = issue
  const line = { number, severity, flaggedAt, words, stage: 'pay', customerName: 'Nordwind & Söhne <GmbH>' } as const
  const held = { ...line, department: 'billing', owner: 'U0BEN', ownerName: names.U0BEN ?? '' } as const
  return [
    { ...line, state: 'flagged' },
    { ...line, state: 'flagged', department: 'billing' },
    {
      ...held,
      state: 'claimed',
      ...(nextStepBy === undefined ? {} : { nextStepBy }),
      handover: { id: 'h', to: 'sales' },
    },
    { ...held, state: 'claimed', wait: { on: 'department', department: 'sales' } },
    { ...held, state: 'resolved' },
  ]
}

const consultIn = ({ story }: ReturnType<typeof sampleLives>['askedBack']): Consult => {
  const [consult] = story.issue.consults
  if (!consult) throw new Error('nobody is consulted')
  return consult
}

/** Every form and tab of the bot, by the name of what draws it. */
export const sampleViews = (): Readonly<Record<string, View>> => {
  const lives = sampleLives()
  const held = { department: 'Billing', heldFor: 172_800_000, leftBecause: words }
  const typed = { number: 42, to: 'sales', reason: 'expertise', need: words } as const
  return {
    flagView: flagView({ council, text: words, draft: 'd', restricted: true }, 'global_shortcut'),
    detailsView: detailsView(lives.asked),
    notOursView: notOursView(lives.asked),
    handOverView: handOverView(lives.claimed, held, typed),
    councilAnswerView: councilAnswerView(lives.stopped, { to: 'sales', why: 'max_hops', review: false }),
    answerView: answerView('Claim', words),
    askFirstView: askFirstView({ ...lives.handed, handover: 'h' }),
    answerQuestionView: answerQuestionView({ ...lives.askedFirst, handover: 'h' }),
    returnView: returnView({ ...lives.handed, handover: 'h' }),
    consultView: consultView({ ...lives.consulted, way: 'consult' }, { standIn: { person: 'U0LOU', sentence: words } }),
    handsView: handsView({ ...lives.helping, way: 'hands' }, { text: words, whom: 'U0MIA', department: 'sales' }),
    anyWayView: anyWayView({ ...lives.claimed, way: 'pass' }, words),
    replyView: replyView({ ...lives.askedBack, consult: consultIn(lives.askedBack), reply: 'explain' }),
    passView: passView({ ...lives.claimed, colleagues: [{ id: 'U0LOU', name: 'Lou' }] }),
    leftBehindView: leftBehindView(sampleDeparture),
    resolveView: resolveView(lives.claimed),
    closeView: closeView({ ...lives.resolved, person: 'U0BEN', today: '2026-11-17' }),
    updateView: updateView(lives.claimed),
    nextStepView: nextStepView({ ...lives.claimed, today: '2026-11-17' }),
    promiseView: promiseView({ ...lives.promised, today: '2026-11-17' }),
    editView: editView(lives.claimed),
    withdrawView: withdrawView(lives.claimed),
    mergeView: mergeView(lives.claimed),
    linkView: linkView(lives.claimed),
    waitView: waitView(lives.waiting),
    stillWaitingView: stillWaitingView(lives.waiting),
    reopenView: reopenView(lives.closed),
    decideView: decideView({ ...lives.stopped, decision: 'd' }),
    speakView: speakView({ ...lives.stopped, decision: 'd' }),
    cannotView: cannotView(lives.decided),
    routeView: routeView({ ...lives.unrouted, suggestions: ['billing'] }),
    showView: showView(lives.moved),
    renderHome: sampleHome(sampleLines()),
    renderPlainHome: renderPlainHome(words),
  }
}
