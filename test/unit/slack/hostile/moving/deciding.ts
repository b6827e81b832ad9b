import { row } from '#adapters/slack/blocks/kit/actions.ts'
import {
  cannotButton,
  decideButton,
  someoneElseButton,
  speakButton,
} from '#adapters/slack/blocks/messages/deciding/buttons.ts'
import {
  choiceButtons,
  decisionLine,
  renderDecision,
  renderSpeak,
} from '#adapters/slack/blocks/messages/deciding/decision.ts'
import { inText, ofKind, within } from '../made.ts'
import type { Registry } from '../registry.ts'

const longest = 'd'.repeat(60)

/** Where an issue should end, and who is asked. */
export const deciding: Registry = {
  'blocks/messages/deciding/decision.ts': {
    renderDecision: ofKind('decision', renderDecision),
    renderSpeak: ofKind('speak', renderSpeak),
    choiceButtons: ({ about }) => within(row([...choiceButtons(about, longest)])),
    decisionLine: ({ about }) => inText(decisionLine(about)),
  },
  'blocks/messages/deciding/buttons.ts': {
    someoneElseButton: () => within(row([someoneElseButton(999_999_999, longest)])),
    decideButton: () => within(row([decideButton(999_999_999, longest)])),
    speakButton: () => within(row([speakButton(999_999_999, longest)])),
    cannotButton: () => within(row([cannotButton(999_999_999)])),
  },
}
