import { sendClosed } from '../deliveries/interactions.ts'
import { submitView } from '../deliveries/submissions.ts'
import type { Person } from '../world/people.ts'
import type { View } from '../world/types.ts'
import { closeView, stackOf, topView } from '../world/views.ts'
import type { World } from '../world/world.ts'
import { clientErrors } from './input-checks.ts'
import { type Spot, spots } from './places.ts'
import { readText } from './reading/visible-text.ts'

/** What a person sees after pressing a modal's submit button. `errors` are by the label of the field. */
export type SubmitResult =
  | { kind: 'closed' | 'cleared' | 'updated' | 'pushed' }
  /** `sent` is false when Slack's client objected by itself. */
  | { kind: 'errors'; errors: { [label: string]: string }; sent: boolean }
  | { kind: 'failed'; reason: string; message: string }

/** The modal on top, or a complaint. */
export function openView(world: World, person: Person): View {
  const view = topView(world, person.id)
  if (!view) throw new Error(`${person.realName} has no modal open`)
  return view
}

/** The field under a label; "(optional)", which Slack adds, need not be said. */
export function findField(world: World, view: View, label: string): Spot {
  const bare = label.replace(/ \(optional\)$/, '')
  const inputs = spots(view.content.blocks).filter(({ block }) => block.type === 'input')
  const found = inputs.find(({ block }) => readText(world, block.label) === bare)
  if (found) return found
  const readable = inputs.map(({ block }) => `"${readText(world, block.label)}"`).join(', ') || 'none'
  throw new Error(`there is no field "${label}"; readable are: ${readable}`)
}

/** Presses the submit button of the modal on top. */
export async function submitTop(
  world: World,
  person: Person,
  options: { unchecked?: boolean } = {},
): Promise<SubmitResult> {
  const view = openView(world, person)
  if (!view.content.submit) throw new Error('this modal has no submit button')
  const objections = options.unchecked ? {} : clientErrors(view)
  if (Object.keys(objections).length > 0) {
    view.errors = objections
    world.changes.announce()
    return { kind: 'errors', errors: byLabel(world, view, objections), sent: false }
  }
  const outcome = await submitView(world, person, view)
  if (outcome.kind !== 'errors') return outcome
  return { kind: 'errors', errors: byLabel(world, view, outcome.errors), sent: true }
}

function byLabel(world: World, view: View, errors: { [blockId: string]: string }): { [label: string]: string } {
  const labels = new Map(view.content.blocks.map((block) => [block.block_id, readText(world, block.label)]))
  return Object.fromEntries(Object.entries(errors).map(([id, text]) => [labels.get(id) || id, text]))
}

/** Dismisses the modal on top (or, with `all`, every modal) and tells the app where it asked to know. */
export async function dismiss(world: World, person: Person, all = false): Promise<void> {
  const view = openView(world, person)
  const cleared = all || view.content.clear_on_close === true
  const stack = stackOf(world, person.id)
  const gone = cleared ? [...stack].reverse() : [view]
  for (const one of gone) closeView(world, one)
  for (const one of gone.filter((closed) => closed.content.notify_on_close))
    await sendClosed(world, person, one, cleared)
}
