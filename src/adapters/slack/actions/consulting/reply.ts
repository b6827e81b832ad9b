import type { ConsultReply } from '#application/forms.ts'
import type { ActListener, FormListener } from '../../listener.ts'
import { replyView } from '../../views/consulting/reply.ts'
import { consultOn } from '../values.ts'

const opens =
  (reply: ConsultReply): FormListener =>
  async ({ act, value }, { useCases }) =>
    replyView(await useCases.openConsultForm({ ...act, ...consultOn(value), reply }))

/** *Answer*, *Ask back*, the asker's *Answer* to that, and *Can't help* open a small form. */
export const answer = opens('answer')
export const askBack = opens('ask_back')
export const explain = opens('explain')
export const cannotHelp = opens('decline')

/** *No longer needed*: the asker ends it. */
export const notNeeded: ActListener = ({ act, value }, { useCases }) =>
  useCases.endConsult({ ...act, ...consultOn(value) })

/** *I'll help*: the person works along. */
export const help: ActListener = ({ act, value }, { useCases }) =>
  useCases.helpWithIssue({ ...act, ...consultOn(value) })

/** *Done helping*, by the helper or the owner. */
export const doneHelping: ActListener = ({ act, value }, { useCases }) =>
  useCases.doneHelping({ ...act, ...consultOn(value) })
