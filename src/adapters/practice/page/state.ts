import type { Json } from '../json.ts'
import { blocksOf, visibleChannel } from '../people/places.ts'
import { directChannel, isExternallyShared } from '../world/channels.ts'
import { renderFile } from '../world/files.ts'
import { messagesIn, repliesTo } from '../world/messages.ts'
import { type Person, shownName } from '../world/people.ts'
import type { Channel, Message, View } from '../world/types.ts'
import { stackOf } from '../world/views.ts'
import type { World } from '../world/world.ts'

export type Looking = { as: string; place: string; thread: string | undefined }

/** Everything the page shows to one person who looks at one place. */
export function pageState(world: World, looking: Looking): Json {
  const person = world.people.get(looking.as) ?? [...world.people.values()][0]
  if (!person) return {}
  const { team, commands, shortcuts, hints } = world.options
  const shown = showPlace(world, person, looking)
  return {
    team: team.name,
    bot: { id: world.bot.id, name: world.bot.name },
    hints: hints ?? [],
    commands: commands ?? [],
    shortcuts: shortcuts ?? [],
    me: person.id,
    people: [...world.people.values()].map((one) => showPerson(world, one)),
    channels: [...world.channels.values()]
      .filter((channel) => channel.kind === 'public' || channel.kind === 'private')
      .map((channel) => showChannel(world, person, channel)),
    dms: [...world.channels.values()]
      .filter((channel) => channel.kind.endsWith('im') && channel.members.has(person.id))
      .filter((channel) => channel.members.has(world.bot.id) === false)
      .map((channel) => showChannel(world, person, channel)),
    botDm: directChannel(world, [world.bot.id, person.id]).channel.id,
    botDmLatest: latest(world, person, directChannel(world, [world.bot.id, person.id]).channel),
    modals: stackOf(world, person.id).map((view) => showView(view)),
    ...shown,
  }
}

function showPlace(world: World, person: Person, looking: Looking): Json {
  if (looking.place === 'home') {
    const view = world.homes.get(person.id)
    return { place: { id: 'home' }, home: view ? showView(view) : null, messages: [], thread: null }
  }
  const channel = channelOrNone(world, person, looking.place)
  if (!channel) return { place: null, messages: [], thread: null }
  const all = messagesIn(world, channel.id)
  const mine = world.ephemerals.filter((one) => one.onlyFor === person.id && one.channel === channel.id)
  const roots = all.filter((one) => !one.threadTs || one.threadTs === one.ts || one.broadcast)
  const root = all.find((one) => one.ts === looking.thread)
  const inThread = root
    ? [root, ...repliesTo(world, channel.id, root.ts), ...mine.filter((one) => one.threadTs === root.ts)]
    : []
  return {
    place: { ...showChannel(world, person, channel), topic: channel.topic, archived: channel.isArchived },
    messages: byTime([...roots, ...mine.filter((one) => !one.threadTs)]).map((one) => showMessage(world, one)),
    thread: root ? byTime(inThread).map((one) => showMessage(world, one)) : null,
  }
}

function channelOrNone(world: World, person: Person, id: string): Channel | undefined {
  try {
    return visibleChannel(world, person, id)
  } catch {
    return undefined
  }
}

function showPerson(world: World, person: Person): Json {
  const away = person.status.expiration * 1000 > world.now()
  const kinds: [boolean, string][] = [
    [person.deleted, 'deactivated'],
    [person.isStranger, 'another company'],
    [person.isBot, 'bot'],
    [person.isRestricted, 'guest'],
    [away, 'away'],
    [person.isAdmin, 'admin'],
  ]
  const kind = kinds.find(([is]) => is)?.[1] ?? ''
  const dm = world.channels.get(`D${person.id.slice(1)}`)
  const unread = dm ? latest(world, person, dm) : ''
  return {
    id: person.id,
    name: shownName(person),
    realName: person.realName,
    title: person.title,
    kind,
    latestDm: unread,
  }
}

function showChannel(world: World, person: Person, channel: Channel): Json {
  const others = [...channel.members].filter((id) => id !== person.id)
  const names = others.map((id) => shownName(world.people.get(id) ?? person)).join(', ')
  return {
    id: channel.id,
    name: channel.name || names,
    kind: channel.kind,
    joined: channel.members.has(person.id),
    visible:
      channel.members.has(person.id) || (channel.kind === 'public' && !person.isRestricted && !person.isStranger),
    shared: isExternallyShared(world, channel),
    members: channel.members.size,
    latest: latest(world, person, channel),
  }
}

/** When somebody else last wrote there. */
function latest(world: World, person: Person, channel: Channel): string {
  const here = [...messagesIn(world, channel.id), ...world.ephemerals.filter((one) => one.channel === channel.id)]
  const others = here.filter((one) => one.user !== person.id && (!one.onlyFor || one.onlyFor === person.id))
  return (
    others
      .map((one) => one.ts)
      .sort()
      .at(-1) ?? ''
  )
}

function showMessage(world: World, message: Message): Json {
  const person = world.people.get(message.user)
  return {
    channel: message.channel,
    ts: message.ts,
    user: message.user,
    from: person ? shownName(person) : message.user === 'USLACKBOT' ? 'Slackbot' : message.user,
    isApp: message.botId !== undefined,
    text: message.text,
    blocks: blocksOf({ message, channel: { id: message.channel } as Channel }),
    attachments: message.attachments ?? [],
    values: message.values,
    reactions: message.reactions,
    edited: message.edited !== undefined,
    onlyForYou: message.onlyFor !== undefined,
    replies: message.onlyFor ? 0 : repliesTo(world, message.channel, message.ts).length,
    files: (message.files ?? []).map((id) => renderFile(world, id)),
  }
}

function showView(view: View): Json {
  const { title, submit, close, blocks } = view.content
  const words = { title: title?.text ?? '', submit: submit?.text ?? '', close: close?.text ?? 'Cancel' }
  return { id: view.id, hash: view.hash, ...words, blocks, values: view.values, errors: view.errors }
}

function byTime(messages: Message[]): Message[] {
  return messages.sort((a, b) => (a.ts < b.ts ? -1 : 1))
}
