import type { Ports } from '../../../ports.ts'
import { cannotTakeIt, speakOnDecision, voteOnIssue } from './decide.ts'
import { openCannotForm, openDecideForm, openSpeakForm } from './open-forms.ts'

/** What the council, the lead who may speak first, and the one who was named do about where an issue ends. */
export const deciding = (ports: Ports) => ({
  voteOnIssue: voteOnIssue(ports),
  speakOnDecision: speakOnDecision(ports),
  cannotTakeIt: cannotTakeIt(ports),
  openDecideForm: openDecideForm(ports),
  openSpeakForm: openSpeakForm(ports),
  openCannotForm: openCannotForm(ports),
})
