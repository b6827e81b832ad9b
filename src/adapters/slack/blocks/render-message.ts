import type { Message } from '#application/messages/message.ts'
import { posted } from './kit/posted.ts'
import type { Rendered } from './kit/shown.ts'
import { renderAsk } from './messages/ask.ts'
import { renderDeparture } from './messages/availability/departure.ts'
import { renderPass } from './messages/availability/pass.ts'
import { renderCall } from './messages/call.ts'
import { renderCard } from './messages/card.ts'
import { renderConsult } from './messages/consulting/consult.ts'
import { renderConsultNews } from './messages/consulting/consult-news.ts'
import { renderCouncilAsk, renderCouncilNote } from './messages/council/council.ts'
import { renderDigest } from './messages/council/digest.ts'
import { renderPlaceClosed } from './messages/council/place-closed.ts'
import { renderRoute } from './messages/council/route.ts'
import { renderDecision, renderSpeak } from './messages/deciding/decision.ts'
import { renderHandover, renderReturned } from './messages/handover.ts'
import { renderMine } from './messages/mine.ts'
import { renderAskFirst, renderFirstAnswer } from './messages/moving/ask-first.ts'
import { renderPointer } from './messages/pointer.ts'
import { renderReceipt } from './messages/receipt.ts'
import { renderRefusal } from './messages/refusal.ts'
import { renderReminders } from './messages/reminders/reminders.ts'
import { renderNews, renderStory } from './messages/story.ts'

type Renderers = { readonly [K in Message['kind']]: (message: Extract<Message, { kind: K }>) => Rendered }

const renderers: Renderers = {
  card: renderCard,
  pointer: renderPointer,
  story: renderStory,
  ask: renderAsk,
  receipt: renderReceipt,
  news: renderNews,
  mine: renderMine,
  handover: renderHandover,
  pass: renderPass,
  consult: renderConsult,
  consult_news: renderConsultNews,
  ask_first: renderAskFirst,
  first_answer: renderFirstAnswer,
  departure: renderDeparture,
  returned: renderReturned,
  route: renderRoute,
  council_note: renderCouncilNote,
  council_ask: renderCouncilAsk,
  decision: renderDecision,
  speak: renderSpeak,
  refusal: renderRefusal,
  digest: renderDigest,
  call: renderCall,
  place_closed: renderPlaceClosed,
  reminders: renderReminders,
}

/** What Slack is given for a message of the bot: blocks, and the same as text for notifications. */
export const renderMessage = (message: Message): Rendered =>
  posted((renderers[message.kind] as (message: Message) => Rendered)(message))
