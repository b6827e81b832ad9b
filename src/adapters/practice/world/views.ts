import { initialValues, keepTyped } from '../block-kit/state.ts'
import type { Block, StateValues } from '../block-kit/types.ts'
import type { Json } from '../json.ts'
import { newId } from './ids.ts'
import type { View, ViewContent } from './types.ts'
import type { World } from './world.ts'

/** The open modals of a person, the one on top last. */
export function stackOf(world: World, user: string): View[] {
  return world.stacks.get(user) ?? []
}

/** The modal a person has before them. */
export function topView(world: World, user: string): View | undefined {
  return stackOf(world, user).at(-1)
}

/** Opens a modal on top of the given ones (none: it replaces what was open). */
export function openModal(world: World, user: string, content: ViewContent, below: View[]): View {
  const id = newId('V')
  const view: View = {
    id,
    user,
    kind: 'modal',
    content,
    values: initialValues(content.blocks),
    hash: newHash(world),
    rootId: below[0]?.id ?? id,
    previousId: below.at(-1)?.id ?? null,
    errors: {},
  }
  const gone = stackOf(world, user).filter((open) => !below.includes(open))
  for (const old of gone) world.views.delete(old.id)
  world.views.set(id, view)
  world.stacks.set(user, [...below, view])
  world.changes.announce()
  return view
}

/** Shows new content in an open view; what was typed stays where block_id and action_id stay. */
export function replaceContent(world: World, view: View, content: ViewContent): void {
  view.content = content
  view.values = keepTyped(content.blocks, view.values)
  view.hash = newHash(world)
  view.errors = {}
  world.changes.announce()
}

/** Publishes a person's home tab. */
export function publishHome(world: World, user: string, content: ViewContent): View {
  const known = world.homes.get(user)
  if (known) {
    replaceContent(world, known, content)
    return known
  }
  const id = newId('V')
  const values: StateValues = initialValues(content.blocks)
  const view: View = {
    id,
    user,
    kind: 'home',
    content,
    values,
    hash: newHash(world),
    rootId: id,
    previousId: null,
    errors: {},
  }
  world.homes.set(user, view)
  world.views.set(id, view)
  world.changes.announce()
  return view
}

/** Closes a modal and everything on top of it. */
export function closeView(world: World, view: View): void {
  const stack = stackOf(world, view.user)
  const index = stack.indexOf(view)
  if (index < 0) return
  for (const gone of stack.splice(index)) world.views.delete(gone.id)
  world.changes.announce()
}

/** A view as answers and payloads carry it. */
export function renderView(world: World, view: View): Json {
  const { content } = view
  return {
    id: view.id,
    team_id: world.options.team.id,
    type: view.kind,
    blocks: content.blocks satisfies Block[],
    private_metadata: content.private_metadata ?? '',
    callback_id: content.callback_id ?? '',
    state: { values: view.values },
    hash: view.hash,
    title: content.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: content.clear_on_close ?? false,
    notify_on_close: content.notify_on_close ?? false,
    close: content.close ?? null,
    submit: content.submit ?? null,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: world.options.appId,
    external_id: content.external_id ?? '',
    app_installed_team_id: world.options.team.id,
    bot_id: world.bot.botId,
  }
}

function newHash(world: World): string {
  return `${Math.floor(world.now() / 1000)}.${newId('', 8)}`
}
