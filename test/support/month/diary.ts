import type { PracticeRun } from '../practice-run.ts'

type Seen = ReturnType<ReturnType<PracticeRun['as']>['dms']>[number]

/** Something that a person or a channel read, as it read then. */
export type Read = {
  readonly at: Date
  readonly to: string
  readonly how: 'new' | 'changed' | 'private'
  /** What the product calls the message. */
  readonly key: string
  readonly visible: string
  readonly buttons: readonly string[]
}

const keyOf = ({ metadata }: Seen): string => {
  const payload = metadata?.event_payload as { key?: unknown } | undefined
  return String(payload?.key ?? '')
}

/** Writes down everything that the bot says to anybody, when it comes and when it changes. */
export const createDiary = ({ slack }: Pick<PracticeRun, 'slack'>, now: () => Date) => {
  const reads: Read[] = []
  const lines: string[] = []
  const known = new Map<string, string>()
  const privately = new Set<string>()
  const everybody = [...slack.world.people.values()].filter((one) => !one.deleted && !one.isBot && !one.isStranger)
  const local = (zone: string): string =>
    now().toLocaleString('en-GB', { timeZone: zone, weekday: 'short', day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit' })

  const see = (to: string, zone: string, message: Seen, how: Read['how']): void => {
    const { visible, buttons } = message
    reads.push({ at: now(), to, how, key: keyOf(message), visible, buttons })
    const where = message.threadTs !== undefined && message.threadTs !== message.ts ? ', in a thread' : ''
    lines.push(`\n--- ${local(zone)} · ${to}${where} · ${how} · ${keyOf(message)}`, visible)
  }
  const look = (): void => {
    for (const person of everybody) {
      const actor = slack.as(person.id)
      for (const message of actor.dms()) {
        if (message.user === person.id) continue
        const id = `${person.id} ${message.ts}`
        const before = known.get(id)
        if (before === message.visible) continue
        known.set(id, message.visible)
        see(person.realName, person.tz, message, before === undefined ? 'new' : 'changed')
      }
      for (const message of actor.ephemerals()) {
        const id = `${person.id} ${message.ts} ${message.visible}`
        if (privately.has(id)) continue
        privately.add(id)
        see(person.realName, person.tz, message, 'private')
      }
    }
    for (const channel of slack.world.channels.values()) {
      if (!channel.members.has(slack.world.bot.id) || channel.kind === 'im') continue
      const member = [...channel.members].find((id) => id !== slack.world.bot.id) ?? ''
      for (const message of slack.as(member).messages(channel.id)) {
        if (message.user !== slack.world.bot.id) continue
        const id = `${channel.id} ${message.ts}`
        const before = known.get(id)
        if (before === message.visible) continue
        known.set(id, message.visible)
        see(`#${channel.name}`, 'Europe/Berlin', message, before === undefined ? 'new' : 'changed')
      }
    }
  }
  return { reads, lines, look, note: (what: string) => lines.push(`\n=== ${local('Europe/Berlin')} (Berlin) === ${what}`) }
}
