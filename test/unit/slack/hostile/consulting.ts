import { row } from '#adapters/slack/blocks/kit/actions.ts'
import { radioInput } from '#adapters/slack/blocks/kit/inputs.ts'
import { radios } from '#adapters/slack/blocks/kit/menu.ts'
import { line } from '#adapters/slack/blocks/kit/rich.ts'
import * as buttons from '#adapters/slack/blocks/messages/consulting/buttons.ts'
import { renderConsult } from '#adapters/slack/blocks/messages/consulting/consult.ts'
import { renderConsultNews } from '#adapters/slack/blocks/messages/consulting/consult-news.ts'
import { consultLines, openConsults } from '#adapters/slack/blocks/messages/consulting/open-consults.ts'
import { askedIn, talkOf } from '#adapters/slack/blocks/messages/consulting/talk.ts'
import { anyWayView } from '#adapters/slack/views/consulting/any-way.ts'
import { consultView, handsView } from '#adapters/slack/views/consulting/ask.ts'
import { replyView } from '#adapters/slack/views/consulting/reply.ts'
import { handsOffer, wayInput, wayRow } from '#adapters/slack/views/consulting/way.ts'
import { consultReplies, ways } from '#application/forms.ts'
import type { Consult } from '#domain/issue/consult-facts.ts'
import type { Hostile } from '../samples/hostile.ts'
import { remindersOf } from '../samples/reminders.ts'
import { form, inForm, inText, ofKind, within } from './made.ts'
import type { Builders, Registry } from './registry.ts'

const { askedButtons, askerButtons, reminderButtons, ...ofConsult } = buttons

const idsIn = ({ about }: Hostile): readonly string[] =>
  about.story.timeline.flatMap((entry) => (entry.kind === 'consult_asked' ? [entry.id] : []))

const consult: Consult = {
  id: 'c'.repeat(36),
  kind: 'question',
  state: 'asked',
  department: 'billing',
  asked: 'U0MIA',
  askedBy: 'U0BEN',
  at: new Date('2026-11-17T09:00:00Z'),
  since: new Date('2026-11-17T09:00:00Z'),
  dueAt: new Date('2026-11-18T09:00:00Z'),
}

const states: readonly Consult[] = [
  consult,
  { ...consult, state: 'asked_back' },
  { ...consult, kind: 'hands' },
  { ...consult, kind: 'hands', state: 'helping' },
]

const consultButtons: Builders = {
  ...Object.fromEntries(
    Object.entries(ofConsult).map(([name, made]) => [name, () => within(row([made(999_999_999, 'c'.repeat(60))]))]),
  ),
  askedButtons: () => states.flatMap((one) => within(row(askedButtons(999_999_999, one)))),
  askerButtons: () => states.flatMap((one) => within(row(askerButtons(999_999_999, one)))),
  reminderButtons: (typed) =>
    remindersOf(typed).flatMap(({ items }) =>
      items.flatMap((one) =>
        one.reasons
          .filter(({ kind }) => kind === 'consult')
          .flatMap((reason) => within(row(reminderButtons(one, reason)))),
      ),
    ),
}

const typedOf = ({ words }: Hostile) => ({ text: words, whom: 'U0MIA', department: 'billing', reason: 'capacity' })

/** What is shown of consults and hands, and of all ways of *Hand over or consult*. */
export const consulting: Registry = {
  'blocks/messages/consulting/buttons.ts': consultButtons,
  'blocks/messages/consulting/consult.ts': { renderConsult: ofKind('consult', renderConsult) },
  'blocks/messages/consulting/consult-news.ts': { renderConsultNews: ofKind('consult_news', renderConsultNews) },
  'blocks/messages/consulting/open-consults.ts': {
    openConsults: ({ about }) => within(openConsults(about)),
    consultLines: ({ about }) => inText(...consultLines(about)),
  },
  'blocks/messages/consulting/talk.ts': {
    talkOf: (typed) => idsIn(typed).flatMap((id) => inText(...talkOf(typed.about, id))),
    askedIn: (typed) => idsIn(typed).flatMap((id) => inText(line(askedIn(typed.about, id)?.words?.text ?? ''))),
  },
  'views/consulting/way.ts': {
    wayInput: () => ways.flatMap((way) => inForm(wayInput(way))),
    wayRow: () => ways.flatMap((way) => within(wayRow(way))),
    handsOffer: () => within(handsOffer(999_999_999)),
  },
  'views/consulting/ask.ts': {
    consultView: (typed) =>
      [{}, typedOf(typed), { ...typedOf(typed), standIn: { person: 'U0LOU', sentence: typed.said } }].flatMap(
        (before) => form(consultView({ ...typed.about, way: 'consult' }, before)),
      ),
    handsView: (typed) => form(handsView({ ...typed.about, way: 'hands', before: { text: typed.said } }, {})),
  },
  'views/consulting/any-way.ts': {
    anyWayView: (typed) =>
      ways.flatMap((way) => [
        ...form(
          anyWayView(
            { ...typed.about, way, colleagues: [{ id: 'U0LOU', name: typed.name }] },
            undefined,
            typedOf(typed),
          ),
        ),
        ...form(anyWayView({ ...typed.about, way }, typed.said)),
      ]),
  },
  'views/consulting/reply.ts': {
    replyView: ({ about }) =>
      consultReplies.flatMap((reply) =>
        form(replyView({ ...about, consult: about.story.issue.consults[0] ?? consult, reply })),
      ),
  },
}

const choices = (words: string) =>
  Array.from({ length: 14 }, (_, i) => ({ value: `k${i}`, text: words, description: words }))

/** A few choices that are all to be seen, with the longest and worst words in them. */
export const radioFields: Builders = {
  radioInput: ({ words }) =>
    inForm(
      radioInput({
        field: 'way',
        label: words,
        hint: words,
        choices: choices(words),
        initial: 'k0',
        tells: 'act',
      }),
    ),
}

/** The same outside of a field. */
export const radioRows: Builders = { radios: ({ words }) => within(row([radios('act', choices(words), 'k0')])) }
