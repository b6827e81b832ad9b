import type { PracticeRun } from '../practice-run.ts'

type Seen = ReturnType<ReturnType<PracticeRun['as']>['dms']>[number]

/** Something that a person or a channel read for the first time. */
export type Read = {
  readonly at: Date
  /** The id of a person; undefined for a channel. */
  readonly person?: string
  readonly zone: string
  /** What the product calls the message. */
  readonly key: string
  readonly visible: string
}

type Reader = { readonly id: string; readonly name: string; readonly zone: string; readonly person?: string }

const keyOf = ({ metadata }: Seen): string => {
  const payload = metadata?.event_payload as { key?: unknown } | undefined
  return String(payload?.key ?? '')
}

/** Writes down everything that the bot says to anybody, when it comes and when it changes. */
export const createDiary = ({ slack }: Pick<PracticeRun, 'slack'>, now: () => Date) => {
  const reads: Read[] = []
  const lines: string[] = []
  const known = new Map<string, string>()
  const local = (zone: string): string =>
    now().toLocaleString('en-GB', {
      timeZone: zone,
      weekday: 'short',
      day: '2-digit',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    })

  const see = ({ id, name, zone, person }: Reader, message: Seen): void => {
    const place = `${id} ${message.ts}`
    const before = known.get(place)
    if (before === message.visible) return
    known.set(place, message.visible)
    const { visible } = message
    const key = keyOf(message)
    if (before === undefined) reads.push({ at: now(), zone, key, visible, ...(person === undefined ? {} : { person }) })
    const where = message.threadTs !== undefined && message.threadTs !== message.ts ? ', in a thread' : ''
    lines.push(`\n--- ${local(zone)} · ${name}${where} · ${before === undefined ? 'new' : 'changed'} · ${key}`, visible)
  }
  const look = (): void => {
    for (const { id, realName: name, tz: zone, deleted, isBot, isStranger } of slack.world.people.values()) {
      if (deleted || isBot || isStranger) continue
      for (const message of [...slack.as(id).dms(), ...slack.as(id).ephemerals()])
        if (message.user !== id) see({ id, name, zone, person: id }, message)
    }
    for (const { id, name, members, kind } of slack.world.channels.values()) {
      const member = [...members].find((one) => one !== slack.world.bot.id)
      if (member === undefined || !members.has(slack.world.bot.id) || kind === 'im') continue
      for (const message of slack.as(member).messages(id))
        if (message.user === slack.world.bot.id) see({ id, name: `#${name}`, zone: 'Europe/Berlin' }, message)
    }
  }
  return { reads, lines, look, note: (what: string) => lines.push(`\n=== ${local('Europe/Berlin')} === ${what}`) }
}
