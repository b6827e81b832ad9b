import { changesBetween } from '#adapters/council-file/changes/changes-between.ts'
import type { Change, Naming } from '#adapters/council-file/changes/said.ts'
import { loadCouncil } from '#adapters/council-file/load-council.ts'
import { counted } from '#adapters/doctor/finding.ts'
import { plain } from '#adapters/doctor/print.ts'
import type { Council } from '#domain/council.ts'
import { peopleOf } from '#domain/council.ts'
import { channelHints, checkedCouncil } from './apply.ts'
import { freshDirectory, type Seen, whoWeAre } from './ask-slack.ts'
import { councilInForce, reachDatabase } from './reach-database.ts'
import { readSetting } from './setting.ts'
import { orStopped, type Terminal } from './terminal.ts'

const naming = ({ people, channels }: Seen): Naming => {
  const person = (id: string): string => {
    const name = people.get(id)?.name
    return name === undefined || name === id ? id : `${name} (${id})`
  }
  const channel = (id: string): string => {
    const name = channels.get(id)?.name
    return name === undefined ? id : `#${name} (${id})`
  }
  return { person, channel }
}

/** Changes under the part of the council that they belong to. */
const listOf = (changes: readonly Change[]): readonly string[] =>
  changes.flatMap(({ part, says }, i) => [
    ...(changes[i - 1]?.part === part ? [] : [`  ${part}`]),
    `    ${plain(says)}`,
  ])

const told = (file: string, inForce: Council | undefined, council: Council, seen: Seen): readonly string[] => {
  const toApply = `Nothing was changed. To do it: npm run council -- apply ${file}`
  if (!inForce) {
    const { departments, journey } = council
    const size = `${counted(departments.length, 'department')}, ${counted(journey.length, 'journey stage')}`
    return [`There is no council yet; ${file} would be the first: ${size}.`, toApply]
  }
  const changes = changesBetween(inForce, council, naming(seen))
  if (changes.length === 0) return ['Nothing to change: the council already says this.']
  return [`${counted(changes.length, 'change')} in ${file}:`, ...listOf(changes), '', toApply]
}

const inForceNow = async (setting: ReturnType<typeof readSetting>, workspaceId: string, stopped: AbortSignal) => {
  const reached = await reachDatabase(setting)
  try {
    return reached && (await orStopped(councilInForce(reached.url, workspaceId), stopped))
  } finally {
    await reached?.stop()
  }
}

/** Makes known how those are called whom the council in force names; where Slack does not say, an id must do. */
const meet = async (inForce: Council, workspaceId: string, { directory }: ReturnType<typeof freshDirectory>) => {
  for (const id of peopleOf(inForce)) await directory.person(workspaceId, id)
  for (const { channel } of [inForce, ...inForce.departments])
    if (channel !== undefined) await directory.channel(workspaceId, channel)
}

/** Says what applying a file would change, after the same checks, and changes nothing. */
export const dryRun = async (file: string, { say, stopped }: Terminal): Promise<void> => {
  const setting = readSetting()
  await loadCouncil(file, async () => [])
  const who = await whoWeAre(setting, stopped)
  const workspaceId = who.identity.teamId
  const fresh = freshDirectory({ setting, who, stopped })
  const council = await checkedCouncil(file, workspaceId, fresh)
  const inForce = await inForceNow(setting, workspaceId, stopped)
  if (inForce) await meet(inForce, workspaceId, fresh).catch(() => undefined)
  stopped.throwIfAborted()
  for (const line of told(file, inForce, council, fresh.seen)) say(line)
  for (const hint of channelHints(council, fresh.seen, who.botName)) say(hint)
}
