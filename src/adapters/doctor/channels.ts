import type { Council } from '#domain/council.ts'
import { broken, counted, type Finding, look, ok } from './finding.ts'

/** What Slack says of a channel; undefined when the bot cannot see it, `reason` when Slack did not say. */
export type ChannelAnswer =
  | {
      readonly channel:
        | { readonly name: string; readonly archived: boolean; readonly joined: boolean; readonly shared: boolean }
        | undefined
    }
  | { readonly reason: string }

/** Where the council and its departments want their cards, each channel once, with whose it is. */
export const channelsOf = (council: Council): ReadonlyMap<string, readonly string[]> => {
  const channels = new Map([[council.channel, ['the council']]])
  for (const { channel, name } of council.departments)
    if (channel !== undefined) channels.set(channel, [...(channels.get(channel) ?? []), name])
  return channels
}

type Judged = { readonly id: string; readonly whose: string; readonly isCouncils: boolean; readonly bot: string }

const judge = (answer: ChannelAnswer, { id, whose, isCouncils, bot }: Judged): Finding | undefined => {
  const worse = isCouncils ? broken : look
  const elsewhere = isCouncils ? 'Digest and cards stand nowhere.' : 'Its cards stand in the council’s channel instead.'
  const another = 'or name another channel in the council file and apply it.'
  if ('reason' in answer)
    return look('channels', `Slack did not say how ${id} (${whose}) stands (${answer.reason}).`, 'Try again later.')
  const { channel } = answer
  if (!channel)
    return worse(
      'channels',
      `${id} (${whose}) is not there, or is private and without the bot. ${elsewhere}`,
      `Write /invite @${bot} there, ${another}`,
    )
  const name = `#${channel.name} (${whose})`
  if (channel.shared)
    return broken(
      'channels',
      `${name} is shared with another company: customers could read the cards.`,
      'Name a channel without outsiders in the council file and apply it.',
    )
  if (channel.archived) return worse('channels', `${name} is archived. ${elsewhere}`, `Unarchive it, ${another}`)
  if (!channel.joined)
    return worse('channels', `The bot is not in ${name}. ${elsewhere}`, `Write /invite @${bot} in #${channel.name}.`)
  return undefined
}

/** How the channels stand that the council names. */
export const channelFindings = (
  council: Council,
  answers: ReadonlyMap<string, ChannelAnswer>,
  bot: string,
): readonly Finding[] => {
  const channels = channelsOf(council)
  const findings = [...channels].flatMap(([id, whose]) => {
    const judged = { id, whose: whose.join(', '), isCouncils: id === council.channel, bot }
    return judge(answers.get(id) ?? { reason: 'not asked' }, judged) ?? []
  })
  const well = channels.size - findings.length
  if (well === 0) return findings
  const rest = findings.length === 0 ? 'The' : 'The other'
  const all = well === 1 ? `${rest} channel is there, with the bot in it and nobody from outside.` : undefined
  return [
    ...findings,
    ok(
      'channels',
      all ?? `${rest} ${counted(well, 'channel')} are there, with the bot in them and nobody from outside.`,
    ),
  ]
}
