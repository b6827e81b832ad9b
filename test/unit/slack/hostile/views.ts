import { selectInput } from '#adapters/slack/blocks/kit/inputs.ts'
import { answerView, councilAnswerView } from '#adapters/slack/views/answer.ts'
import { leftBehindView } from '#adapters/slack/views/availability/left-behind.ts'
import { passView } from '#adapters/slack/views/availability/pass-on.ts'
import { editView } from '#adapters/slack/views/changing/edit.ts'
import { nextStepView } from '#adapters/slack/views/changing/next-step.ts'
import { promiseView } from '#adapters/slack/views/changing/promise.ts'
import { updateView } from '#adapters/slack/views/changing/update.ts'
import { withdrawView } from '#adapters/slack/views/changing/withdraw.ts'
import { closeView } from '#adapters/slack/views/close.ts'
import { cannotView } from '#adapters/slack/views/deciding/cannot.ts'
import { decideView } from '#adapters/slack/views/deciding/decide.ts'
import { speakView } from '#adapters/slack/views/deciding/speak.ts'
import { detailsView } from '#adapters/slack/views/details.ts'
import { correctionInputs, detailInputs, flagView } from '#adapters/slack/views/flag.ts'
import { handOverView } from '#adapters/slack/views/hand-over.ts'
import { linkView, mergeView } from '#adapters/slack/views/joining/join.ts'
import { departmentChoices, departmentOrMapChoices, stageChoices } from '#adapters/slack/views/kit/choices.ts'
import { aboutIssue } from '#adapters/slack/views/kit/fields.ts'
import { answerQuestionView, askFirstView } from '#adapters/slack/views/moving/ask-first.ts'
import { briefFields } from '#adapters/slack/views/moving/brief-fields.ts'
import { notOursView } from '#adapters/slack/views/not-ours.ts'
import { reopenView } from '#adapters/slack/views/reopen.ts'
import { resolveView } from '#adapters/slack/views/resolve.ts'
import { returnView } from '#adapters/slack/views/return-it.ts'
import { routeView } from '#adapters/slack/views/route.ts'
import { showView } from '#adapters/slack/views/show.ts'
import { stillWaitingView } from '#adapters/slack/views/waiting/still-waiting.ts'
import { waitView } from '#adapters/slack/views/waiting/wait.ts'
import { leftBehindOf } from '../samples/left-behind.ts'
import { form, inForm } from './made.ts'
import type { Registry } from './registry.ts'

const chosen = (choices: Parameters<typeof selectInput>[0]['choices']) =>
  inForm(selectInput({ field: 'department', label: 'Which?', choices, initial: choices[0]?.value }))

const held = (name: string, words: string) => [
  { department: name, heldFor: 1, leftBecause: words },
  { department: name, heldFor: 1, leftBecause: words, leftFor: 'billing', reason: 'away' as const },
  { department: name, heldFor: 1, leftFor: 'billing', reason: 'capacity' as const },
  { department: name, heldFor: 1, as: 999_999_999, leftBecause: words, leftFor: 'billing', byCouncil: true as const },
  { department: name, as: 999_999_999 },
]

/** Every form, and every view that is only read. */
export const views: Registry = {
  'views/answer.ts': {
    answerView: ({ words }) => form(answerView(words, words)),
    councilAnswerView: ({ about }) =>
      [true, false].flatMap((review) => form(councilAnswerView(about, { to: 'billing', why: 'max_hops', review }))),
  },
  'views/changing/edit.ts': { editView: ({ about }) => form(editView(about)) },
  'views/changing/next-step.ts': {
    nextStepView: ({ about }) => form(nextStepView({ ...about, today: '2026-11-17' })),
  },
  'views/changing/promise.ts': { promiseView: ({ about }) => form(promiseView({ ...about, today: '2026-11-17' })) },
  'views/changing/update.ts': { updateView: ({ about }) => form(updateView(about)) },
  'views/changing/withdraw.ts': { withdrawView: ({ about }) => form(withdrawView(about)) },
  'views/close.ts': {
    closeView: ({ about }) => form(closeView({ ...about, person: 'U0BEN', today: '2026-11-17' })),
  },
  'views/deciding/decide.ts': { decideView: ({ about }) => form(decideView({ ...about, decision: 'd' })) },
  'views/deciding/speak.ts': { speakView: ({ about }) => form(speakView({ ...about, decision: 'd' })) },
  'views/deciding/cannot.ts': { cannotView: ({ about }) => form(cannotView(about)) },
  'views/details.ts': { detailsView: ({ about }) => form(detailsView(about)) },
  'views/flag.ts': {
    correctionInputs: ({ about, words }) =>
      inForm(
        ...correctionInputs(about.council, { customer: { id: 'c-1', name: words } }).filter((input) => input !== false),
      ),
    detailInputs: ({ about, words }) =>
      inForm(
        ...detailInputs(about.council, { customer: { id: 'c-1', name: words } }).filter((input) => input !== false),
      ),
    flagView: ({ about, words }) =>
      [true, false].flatMap((shared) =>
        form(
          flagView({ council: about.council, text: words, draft: 'd', restricted: true, shared }, 'global_shortcut'),
        ),
      ),
  },
  'views/hand-over.ts': {
    handOverView: ({ about, words, name }) =>
      [undefined, ...held(name, words)].flatMap((before) =>
        [undefined, { seen: 1, rest: 0, text: words, dontAsk: name }].flatMap((brief) =>
          form(
            handOverView(about, before, {
              number: 42,
              to: 'd4',
              reason: 'away',
              need: words,
              ...(brief === undefined ? {} : { brief }),
            }),
          ),
        ),
      ),
  },
  'views/availability/left-behind.ts': {
    leftBehindView: (typed) => leftBehindOf(typed).flatMap((left) => form(leftBehindView(left))),
  },
  'views/availability/pass-on.ts': {
    passView: ({ about, name }) =>
      form(passView({ ...about, colleagues: ['U0LOU', 'U0DANA'].map((id) => ({ id, name })) })),
  },
  'views/kit/choices.ts': {
    departmentChoices: ({ about }) => chosen(departmentChoices(about.council, 'billing')),
    departmentOrMapChoices: ({ about }) => chosen(departmentOrMapChoices(about.council)),
    stageChoices: ({ about }) => chosen(stageChoices(about.council)),
  },
  'views/kit/fields.ts': { aboutIssue: ({ about }) => inForm(aboutIssue(about)) },
  'views/joining/join.ts': {
    mergeView: ({ about }) => form(mergeView(about)),
    linkView: ({ about }) => form(linkView(about)),
  },
  'views/moving/ask-first.ts': {
    askFirstView: ({ about }) => form(askFirstView({ ...about, handover: 'h-1' })),
    answerQuestionView: ({ about }) => form(answerQuestionView({ ...about, handover: 'h-1' })),
  },
  'views/moving/brief-fields.ts': {
    briefFields: ({ about, words, name }) =>
      [undefined, { seen: 1, rest: 9, text: words, dontAsk: name }].flatMap((typed) =>
        inForm(...briefFields(about, { seen: 1, rest: words.length }, typed)),
      ),
  },
  'views/not-ours.ts': { notOursView: ({ about }) => form(notOursView(about)) },
  'views/reopen.ts': { reopenView: ({ about }) => form(reopenView(about)) },
  'views/resolve.ts': { resolveView: ({ about }) => form(resolveView(about)) },
  'views/return-it.ts': { returnView: ({ about }) => form(returnView({ ...about, handover: 'h-1' })) },
  'views/route.ts': { routeView: ({ about }) => form(routeView({ ...about, suggestions: ['sales_ops'] })) },
  'views/waiting/wait.ts': { waitView: ({ about }) => form(waitView(about)) },
  'views/waiting/still-waiting.ts': { stillWaitingView: ({ about }) => form(stillWaitingView(about)) },
  'views/show.ts': { showView: ({ about }) => form(showView(about)) },
}
