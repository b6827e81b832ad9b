import { sendCommand } from '../deliveries/commands.ts'
import type { AppAnswer } from '../deliveries/deliver.ts'
import { sendGlobalShortcut, sendMessageShortcut } from '../deliveries/interactions.ts'
import { react, unreact } from '../deliveries/reactions.ts'
import { messagesIn } from '../world/messages.ts'
import type { Person } from '../world/people.ts'
import { topView } from '../world/views.ts'
import type { World } from '../world/world.ts'
import { chooseSpot, pressSpot } from './acting.ts'
import { archiveChannel, joinChannel, leaveChannel, postTyped, renameChannel } from './channel-acts.ts'
import { openHome } from './home.ts'
import { dismiss, findField, openView, submitTop } from './modal-acts.ts'
import { blocksOf, findButton, findMenu, placeOf, type Target, visibleChannel } from './places.ts'
import { seeMessage, seeView } from './reading/seen.ts'
import type { Said } from './values.ts'

/**
 * A person who can be told what to do. Every act resolves when the app has answered the request it causes
 * (not when the app's later work is done); acts that Slack does not offer to this person throw.
 */
export function createActor(world: World, id: string) {
  const known = world.people.get(id)
  if (!known) throw new Error(`there is nobody with the id ${id}`)
  const person: Person = known
  const able = () => {
    if (person.deleted) throw new Error(`${person.realName} is deactivated and can do nothing`)
    return person
  }
  return {
    id,
    person,
    ...reading(world, person),
    ...talking(world, able),
    ...pressing(world, able),
    ...modals(world, able),
  }
}

function reading(world: World, person: Person) {
  const see = (said: string) => messagesIn(world, visibleChannel(world, person, said).id)
  return {
    /** The messages of a channel, replies included, oldest first. */
    messages: (channel: string) => see(channel).map((message) => seeMessage(world, message)),
    thread: (channel: string, ts: string) =>
      see(channel)
        .filter((message) => message.ts === ts || message.threadTs === ts)
        .map((message) => seeMessage(world, message)),
    /** The direct messages with the bot. */
    dms: () => see(world.bot.id).map((message) => seeMessage(world, message)),
    /** What only this person sees. */
    ephemerals: (channel?: string) =>
      world.ephemerals
        .filter((message) => message.onlyFor === person.id)
        .filter((message) => !channel || message.channel === visibleChannel(world, person, channel).id)
        .map((message) => seeMessage(world, message)),
    home: () => {
      const view = world.homes.get(person.id)
      return view ? seeView(world, view) : undefined
    },
    modal: () => {
      const view = topView(world, person.id)
      return view ? seeView(world, view) : undefined
    },
  }
}

function talking(world: World, able: () => Person) {
  const there = (channel: string) => visibleChannel(world, able(), channel)
  const message = (channel: string, ts: string) => {
    const place = placeOf(world, able(), { channel, ts })
    if (!('message' in place)) throw new Error('not a message')
    return place
  }
  /** An app is installed in its own workspace only. */
  const own = (what: string) => {
    if (able().isStranger) throw new Error(`${what} does not exist in the workspace of ${able().realName}`)
  }
  return {
    /** Posts a message; resolves with what it looks like. */
    post: async (channel: string, text: string, options: { thread?: string } = {}) =>
      seeMessage(world, (await postTyped(world, able(), there(channel), text, options.thread)).message),
    command: async (command: string, text: string, channel: string) => {
      own(command)
      return sendCommand(world, able(), command, text, there(channel))
    },
    react: async (channel: string, ts: string, emoji: string) =>
      react(world, message(channel, ts).message, able().id, emoji.replaceAll(':', '')),
    unreact: async (channel: string, ts: string, emoji: string) =>
      unreact(world, message(channel, ts).message, able().id, emoji.replaceAll(':', '')),
    /** Uses the message shortcut with this visible name (or callback id). */
    shortcutOnMessage: async (name: string, channel: string, ts: string) => {
      own(name)
      const place = message(channel, ts)
      return sendMessageShortcut(world, able(), shortcutId(world, 'message', name), place.message, place.channel)
    },
    globalShortcut: async (name: string) => {
      own(name)
      return sendGlobalShortcut(world, able(), shortcutId(world, 'global', name))
    },
    /** Opens the bot's home tab (or its messages tab). */
    openHome: async (tab: 'home' | 'messages' = 'home') => openHome(world, able(), tab),
    join: async (channel: string) => joinChannel(world, there(channel), able().id),
    leave: async (channel: string) => leaveChannel(world, there(channel), able().id),
    invite: async (channel: string, user: string) => joinChannel(world, there(channel), user, able().id),
    archive: async (channel: string) => archiveChannel(world, there(channel), able().id),
    rename: async (channel: string, name: string) => renameChannel(world, there(channel), name),
  }
}

function shortcutId(world: World, type: 'message' | 'global', name: string): string {
  const offered = (world.options.shortcuts ?? []).filter((shortcut) => shortcut.type === type)
  const found = offered.find((shortcut) => shortcut.name === name || shortcut.callback_id === name)
  if (found) return found.callback_id
  throw new Error(`there is no ${type} shortcut "${name}", only ${offered.map((one) => `"${one.name}"`).join(', ')}`)
}

function pressing(world: World, able: () => Person) {
  return {
    /** Presses the button that reads like this. `asSeen`: the button was drawn before the message changed. */
    press: async (
      target: Target & { blocks?: unknown },
      text: string,
      options: { occurrence?: number; asSeen?: boolean } = {},
    ): Promise<AppAnswer> => {
      const place = placeOf(world, able(), target)
      const old =
        options.asSeen && typeof target === 'object' && Array.isArray(target.blocks) ? target.blocks : undefined
      const spot = findButton(world, old ?? blocksOf(place), text, options.occurrence)
      return pressSpot(world, able(), place, spot)
    },
    /** Chooses in a menu or picker, found by its placeholder, label, the text beside it or what it shows. */
    choose: async (target: Target, menu: string, value: Said) => {
      const place = placeOf(world, able(), target)
      return chooseSpot(world, able(), place, findMenu(world, blocksOf(place), menu), value)
    },
  }
}

function modals(world: World, able: () => Person) {
  return {
    /** Fills the field under a label of the modal on top. */
    fill: async (label: string, value: Said) => {
      const view = openView(world, able())
      await chooseSpot(world, able(), { view }, findField(world, view, label), value)
    },
    /** Presses submit. `unchecked` leaves out the checks of Slack's own client. */
    submit: async (options: { unchecked?: boolean } = {}) => submitTop(world, able(), options),
    close: async (options: { all?: boolean } = {}) => dismiss(world, able(), options.all),
  }
}
