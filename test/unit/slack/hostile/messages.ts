import { row } from '#adapters/slack/blocks/kit/actions.ts'
import { muted } from '#adapters/slack/blocks/kit/plain.ts'
import { line } from '#adapters/slack/blocks/kit/rich.ts'
import { renderAsk } from '#adapters/slack/blocks/messages/ask.ts'
import { renderDeparture } from '#adapters/slack/blocks/messages/availability/departure.ts'
import { renderPass } from '#adapters/slack/blocks/messages/availability/pass.ts'
import { renderCall } from '#adapters/slack/blocks/messages/call.ts'
import { nextStepPicker, renderCard } from '#adapters/slack/blocks/messages/card.ts'
import { renderCouncilAsk, renderCouncilNote } from '#adapters/slack/blocks/messages/council/council.ts'
import { renderDigest } from '#adapters/slack/blocks/messages/council/digest.ts'
import { renderPlaceClosed } from '#adapters/slack/blocks/messages/council/place-closed.ts'
import { renderRoute } from '#adapters/slack/blocks/messages/council/route.ts'
import { renderHandover, renderReturned, untilAnswered } from '#adapters/slack/blocks/messages/handover.ts'
import { renderMine } from '#adapters/slack/blocks/messages/mine.ts'
import { renderAskFirst, renderFirstAnswer } from '#adapters/slack/blocks/messages/moving/ask-first.ts'
import { briefParts, dontAskLine, wholeBrief } from '#adapters/slack/blocks/messages/parts/brief-parts.ts'
import {
  answerQuestionButton,
  askFirstButton,
  handoverAnswers,
  takeBackButton,
} from '#adapters/slack/blocks/messages/parts/handover-buttons.ts'
import * as buttons from '#adapters/slack/blocks/messages/parts/issue-buttons.ts'
import {
  customerWords,
  entryParts,
  entryWords,
  isWithheld,
  leavesWordsOut,
  titleLine,
} from '#adapters/slack/blocks/messages/parts/issue-parts.ts'
import {
  handoverLine,
  lastToldLine,
  linked,
  promiseLine,
  quietFacts,
  standingLine,
} from '#adapters/slack/blocks/messages/parts/standing.ts'
import { triedBefore } from '#adapters/slack/blocks/messages/parts/tried-before.ts'
import { reasonsAgainst, turnedDownBy } from '#adapters/slack/blocks/messages/parts/turned-down.ts'
import { timeLine, timeLines } from '#adapters/slack/blocks/messages/parts/waiting/time-line.ts'
import { waitLine } from '#adapters/slack/blocks/messages/parts/waiting/wait-line.ts'
import { renderPointer } from '#adapters/slack/blocks/messages/pointer.ts'
import { renderReceipt } from '#adapters/slack/blocks/messages/receipt.ts'
import { renderRefusal } from '#adapters/slack/blocks/messages/refusal.ts'
import { itemButtons, snoozeMenu } from '#adapters/slack/blocks/messages/reminders/buttons.ts'
import { renderReminders } from '#adapters/slack/blocks/messages/reminders/reminders.ts'
import { renderNews, renderStory } from '#adapters/slack/blocks/messages/story.ts'
import { renderMessage } from '#adapters/slack/blocks/render-message.ts'
import { leftBehindOf } from '../samples/left-behind.ts'
import { remindersOf } from '../samples/reminders.ts'
import { digestOf } from '../samples/week.ts'
import { answered, inText, ofKind, posted, within } from './made.ts'
import { deciding } from './moving/deciding.ts'
import { refusalsOf } from './refusals.ts'
import type { Builders, Registry } from './registry.ts'

const both = ['channel', 'person'] as const

const ofHandover: Builders = Object.fromEntries(
  Object.entries({ askFirstButton, answerQuestionButton, takeBackButton }).map(([name, made]) => [
    name,
    () => within(row([made(999_999_999, 'h'.repeat(60))])),
  ]),
)

const { acceptButton, returnButton, sameAsButton, moreMenu, ...ofIssue } = buttons

const issueButtons: Builders = {
  ...Object.fromEntries(Object.entries(ofIssue).map(([name, made]) => [name, () => within(row([made(999_999_999)]))])),
  acceptButton: () => within(row([acceptButton(1, 'h'.repeat(60))])),
  returnButton: () => within(row([returnButton(1, 'h'.repeat(60))])),
  moreMenu: () => within(row([moreMenu(999_999_999, ['update', 'next_step', 'promise', 'edit', 'withdraw'])])),
  sameAsButton: () => within(row([sameAsButton(999_999_999, 999_999_998)])),
}

/** Every kind of message the bot posts, and the parts they share. */
export const messages: Registry = {
  'blocks/messages/ask.ts': { renderAsk: ofKind('ask', renderAsk) },
  'blocks/messages/call.ts': { renderCall: ofKind('call', renderCall) },
  'blocks/messages/card.ts': {
    renderCard: ofKind('card', renderCard),
    nextStepPicker: ({ about, words }) => within(row([nextStepPicker(about, words)])),
  },
  'blocks/messages/council/council.ts': {
    renderCouncilNote: ofKind('council_note', renderCouncilNote),
    renderCouncilAsk: ofKind('council_ask', renderCouncilAsk),
  },
  ...deciding,
  'blocks/messages/council/digest.ts': { renderDigest: (typed) => [answered(renderDigest(digestOf(typed)))] },
  'blocks/messages/council/place-closed.ts': {
    renderPlaceClosed: ({ name }) =>
      ['not_in_channel', 'is_archived', 'restricted_action', name].flatMap((reason) =>
        ['C0BILLING', 'U0BEN'].map((place) => posted(renderPlaceClosed({ kind: 'place_closed', place, reason, name }))),
      ),
  },
  'blocks/messages/handover.ts': {
    renderHandover: ofKind('handover', renderHandover),
    renderReturned: ofKind('returned', renderReturned),
    untilAnswered: ({ about }) => inText(line(untilAnswered(about, 'sales_ops'))),
  },
  'blocks/messages/moving/ask-first.ts': {
    renderAskFirst: ofKind('ask_first', renderAskFirst),
    renderFirstAnswer: ofKind('first_answer', renderFirstAnswer),
  },
  'blocks/messages/availability/pass.ts': { renderPass: ofKind('pass', renderPass) },
  'blocks/messages/availability/departure.ts': {
    renderDeparture: (typed) =>
      leftBehindOf(typed)
        .filter(({ issues }) => issues.length <= 6)
        .map((left) => posted(renderDeparture(left))),
  },
  'blocks/messages/mine.ts': { renderMine: ofKind('mine', renderMine) },
  'blocks/messages/pointer.ts': { renderPointer: ofKind('pointer', renderPointer) },
  'blocks/messages/receipt.ts': { renderReceipt: ofKind('receipt', renderReceipt) },
  'blocks/messages/refusal.ts': {
    renderRefusal: (typed) => refusalsOf(typed).map((refusal) => posted(renderRefusal(refusal))),
  },
  'blocks/messages/reminders/buttons.ts': {
    snoozeMenu: () => within(row([snoozeMenu(999_999_999)])),
    itemButtons: (typed) =>
      remindersOf(typed).flatMap(({ items }) => items.flatMap((item) => within(itemButtons(item)))),
  },
  'blocks/messages/reminders/reminders.ts': {
    renderReminders: (typed) =>
      remindersOf(typed).flatMap((one) => [answered(renderReminders(one)), posted(renderMessage(one))]),
  },
  'blocks/messages/council/route.ts': { renderRoute: ofKind('route', renderRoute) },
  'blocks/messages/story.ts': {
    renderStory: ofKind('story', renderStory),
    renderNews: ofKind('news', renderNews),
  },
  'blocks/messages/parts/waiting/time-line.ts': {
    timeLine: ({ about }) => [timeLine(about)].filter((shown) => shown !== undefined).flatMap((shown) => within(shown)),
    timeLines: ({ about }) => timeLines(about).flatMap((shown) => within(shown)),
  },
  'blocks/messages/parts/waiting/wait-line.ts': {
    waitLine: ({ about }) => both.flatMap((reader) => inText(waitLine(about, reader))),
  },
  'blocks/messages/parts/issue-buttons.ts': issueButtons,
  'blocks/messages/parts/issue-parts.ts': {
    titleLine: ({ about }) => inText(titleLine(about)),
    isWithheld: ({ about }) =>
      both.filter((reader) => isWithheld(about, reader)).flatMap(() => inText(titleLine(about))),
    customerWords: ({ about }) => both.flatMap((reader) => inText(customerWords(about, reader, 40_000))),
    leavesWordsOut: ({ about }) =>
      both.filter((reader) => leavesWordsOut(about, reader)).flatMap((reader) => inText(customerWords(about, reader))),
    entryWords: ({ about }) =>
      about.story.timeline.flatMap((entry) => both.flatMap((reader) => inText(entryWords(entry, about, reader)))),
    entryParts: ({ about }) =>
      about.story.timeline.flatMap((entry) => both.flatMap((reader) => inText(...entryParts(entry, about, reader)))),
  },
  'blocks/messages/parts/standing.ts': {
    standingLine: ({ about }) => inText(standingLine(about)),
    handoverLine: ({ about }) => inText(handoverLine(about)),
    lastToldLine: ({ about }) => both.flatMap((reader) => inText(lastToldLine(about, reader))),
    quietFacts: ({ about }) => within(muted(...quietFacts(about))),
    promiseLine: ({ about }) => both.flatMap((reader) => inText(promiseLine(about, reader))),
    linked: ({ about }) => within(muted(linked(about))),
  },
  'blocks/messages/parts/handover-buttons.ts': {
    ...ofHandover,
    handoverAnswers: ({ about }) => within(row(handoverAnswers(about.story.issue))),
  },
  'blocks/messages/parts/brief-parts.ts': {
    briefParts: ({ about }) => inText(...briefParts(about, about.story.timeline.length + 1)),
    dontAskLine: ({ about }) => both.flatMap((reader) => inText(dontAskLine(about, reader))),
    wholeBrief: ({ about }) => [undefined, 2000].flatMap((most) => within(wholeBrief(about, most))),
  },
  'blocks/messages/parts/tried-before.ts': { triedBefore: ({ about }) => inText(...triedBefore(about)) },
  'blocks/messages/parts/turned-down.ts': {
    turnedDownBy: ({ about }) => inText(line(turnedDownBy(about) ?? '')),
    reasonsAgainst: ({ about }) => inText(...reasonsAgainst(about)),
  },
}
