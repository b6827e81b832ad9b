import { readView } from '../api/methods/views.ts'
import { SlackError } from '../api/slack-error.ts'
import { isJson, type Json } from '../json.ts'
import type { Person } from '../world/people.ts'
import type { View } from '../world/types.ts'
import { closeView, openModal, replaceContent, stackOf } from '../world/views.ts'
import type { World } from '../world/world.ts'
import type { AppAnswer } from './deliver.ts'
import { sendSubmission } from './interactions.ts'

type Blocks = View['content']['blocks']

const TROUBLE = 'We had some trouble connecting. Try again?'

/** What became of a submitted modal. `errors` are by block id. */
export type Submission =
  | { kind: 'closed' | 'cleared' | 'updated' | 'pushed' }
  | { kind: 'errors'; errors: { [blockId: string]: string } }
  | { kind: 'failed'; reason: string; message: string }

/** Hands in a modal and does what the app answers. Nothing typed is lost unless the app closes the modal. */
export async function submitView(world: World, person: Person, view: View): Promise<Submission> {
  view.errors = {}
  const sent = view.content.blocks
  const answer = await sendSubmission(world, person, view)
  const outcome = follow(world, view, sent, answer)
  if (outcome.kind === 'failed') view.errors = { '': TROUBLE }
  if (outcome.kind === 'errors') view.errors = outcome.errors
  world.changes.announce()
  return outcome
}

function follow(world: World, view: View, sent: Blocks, answer: AppAnswer): Submission {
  if (!answer.ok) return failed(answer.failure ?? 'http_error')
  if (answer.text.trim() === '') return close(world, view)
  if (!isJson(answer.body)) return failed('invalid_json')
  try {
    return obey(world, view, sent, answer.body)
  } catch (error) {
    if (error instanceof SlackError) return failed(`${error.message} ${JSON.stringify(error.extra)}`)
    throw error
  }
}

function obey(world: World, view: View, sent: Blocks, body: Json): Submission {
  if (body.response_action === undefined) return close(world, view)
  if (body.response_action === 'clear') {
    for (const open of [...stackOf(world, view.user)]) closeView(world, open)
    return { kind: 'cleared' }
  }
  if (body.response_action === 'errors') return errorsAtFields(sent, body.errors)
  if (body.response_action === 'update') {
    replaceContent(world, view, readView(world, body.view, 'modal', view))
    return { kind: 'updated' }
  }
  if (body.response_action === 'push') {
    const stack = stackOf(world, view.user)
    if (stack.length >= 3) return failed('push_limit_reached')
    openModal(world, view.user, readView(world, body.view, 'modal'), [...stack])
    return { kind: 'pushed' }
  }
  return failed('invalid_response_action')
}

/** Slack accepts errors only at input blocks of the view that was sent, also where another form took its place meanwhile. */
function errorsAtFields(sent: Blocks, errors: unknown): Submission {
  if (!isJson(errors) || Object.keys(errors).length === 0) return failed('errors_missing')
  const inputs = new Set(sent.filter((block) => block.type === 'input').map((block) => block.block_id))
  const astray = Object.keys(errors).filter((id) => !inputs.has(id))
  if (astray.length > 0) return failed(`errors at blocks that are no inputs: ${astray.join(', ')}`)
  return { kind: 'errors', errors: Object.fromEntries(Object.entries(errors).map(([id, text]) => [id, String(text)])) }
}

function close(world: World, view: View): Submission {
  closeView(world, view)
  return { kind: 'closed' }
}

function failed(reason: string): Submission {
  return { kind: 'failed', reason, message: TROUBLE }
}
