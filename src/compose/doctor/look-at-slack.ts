import { fileURLToPath } from 'node:url'
import type { WebClient } from '@slack/web-api'
import { blockFindings, type Validated } from '#adapters/doctor/blocks.ts'
import { type ChannelAnswer, channelFindings, channelsOf } from '#adapters/doctor/channels.ts'
import { broken, type Finding, look, ok } from '#adapters/doctor/finding.ts'
import { type PersonAnswer, peopleFindings } from '#adapters/doctor/people.ts'
import { scopeFindings } from '#adapters/doctor/scopes.ts'
import { clockFinding, slackFailure, tokenFinding } from '#adapters/doctor/slack.ts'
import { allSamples } from '#adapters/slack/blocks/samples/all-samples.ts'
import { readManifest } from '#adapters/slack/manifest.ts'
import { checkAppToken } from '#adapters/slack/web/inspect/check-app-token.ts'
import { type Introduction, introduce } from '#adapters/slack/web/inspect/introduce.ts'
import { patiently } from '#adapters/slack/web/inspect/patiently.ts'
import { inspectChannel, inspectPerson } from '#adapters/slack/web/inspect/places-and-people.ts'
import { validate } from '#adapters/slack/web/inspect/validate.ts'
import { reasonOf } from '#adapters/slack/web/slack-failure.ts'
import { createWebClient } from '#adapters/slack/web/web-client.ts'
import { systemClock } from '#adapters/system.ts'
import type { Council } from '#domain/council.ts'
import { peopleOf } from '#domain/council.ts'
import type { Setting } from '../verbs/setting.ts'
import { askAll, Late, within } from './within.ts'

const manifestFile = fileURLToPath(new URL('../../../manifest.yml', import.meta.url))

/** Limits of each look; milliseconds. */
const limits = { who: 8_000, channels: 15_000, people: 20_000, blocks: 20_000 }

const reason = (error: unknown): string => (error instanceof Late ? error.message : reasonOf(error))

/** Whose token it is, or the finding that says why Slack does not tell. */
export const meetSlack = async ({ access, practice, log }: Setting): Promise<Introduction | Finding> => {
  const { botToken: token, apiUrl } = access
  try {
    return await within(limits.who, () => introduce({ token, apiUrl, log, clock: systemClock }))
  } catch (error) {
    return slackFailure(reason(error), { apiUrl, practice })
  }
}

/** What needs nothing but the token: whose it is, its scopes, and Slack's clock. */
export const lookAtToken = async (met: Introduction | Finding): Promise<readonly Finding[]> => {
  if ('mark' in met) {
    const rest = 'Scopes, clock, channels, people and what the bot shows could not be looked at.'
    return [met, look('Slack', rest, 'Put that right, then look again.')]
  }
  const { identity, workspaceName, botName, scopes, clockAheadMs } = met
  const introduced = { workspaceName, workspaceId: identity.teamId, botName, botId: identity.botId }
  const { scopes: wanted } = await readManifest(manifestFile)
  return [tokenFinding(introduced), ...scopeFindings(scopes, wanted), clockFinding(clockAheadMs)]
}

/** The app-level token, where Slack delivers over Socket Mode. */
export const lookAtSocket = async ({ access, log }: Setting): Promise<readonly Finding[]> => {
  if (access.mode !== 'socket') return []
  try {
    await within(limits.who, () => checkAppToken({ token: access.appToken, apiUrl: access.apiUrl, log }))
    return [ok('Socket Mode', 'Slack opens connections for the app-level token.')]
  } catch (error) {
    const todo =
      'Create an app-level token with connections:write, put it into SLACK_APP_TOKEN, and enable Socket Mode.'
    return [broken('Socket Mode', `Slack opens no connection (${reason(error)}): nothing is delivered.`, todo)]
  }
}

const clientFor = ({ access, log }: Setting): WebClient =>
  createWebClient({ token: access.botToken, apiUrl: access.apiUrl, log })

/** Asks about each id within a time; those there was no time for have their reason, too. */
const answersTo = async <A extends object>(
  ms: number,
  ids: readonly string[],
  ask: (id: string) => Promise<A>,
): Promise<ReadonlyMap<string, A | { readonly reason: string }>> => {
  const answers = new Map<string, A | { readonly reason: string }>()
  const late = new Late(ms)
  const one = async (id: string, enough: AbortSignal): Promise<void> => {
    const answer = patiently(() => ask(id), enough)
    answers.set(id, await answer.catch((error: unknown) => ({ reason: reason(enough.aborted ? late : error) })))
  }
  await within(ms, (enough) => askAll(ids, (id) => one(id, enough))).catch((error: unknown) => {
    if (!(error instanceof Late)) throw error
  })
  return new Map(ids.map((id) => [id, answers.get(id) ?? { reason: reason(late) }]))
}

/** The channels that a council names. */
export const lookAtChannels = async (setting: Setting, met: Introduction, council: Council) => {
  const client = clientFor(setting)
  const answers = await answersTo<ChannelAnswer>(limits.channels, [...channelsOf(council).keys()], async (id) => ({
    channel: await inspectChannel(client, id),
  }))
  return channelFindings(council, answers, met.botName)
}

/** The people that a council names. */
export const lookAtPeople = async (setting: Setting, met: Introduction, council: Council) => {
  const client = clientFor(setting)
  const answers = await answersTo<PersonAnswer>(limits.people, peopleOf(council), async (id) => ({
    person: await inspectPerson(client, met.identity, id),
  }))
  return peopleFindings(council, answers)
}

/** Whether Slack would show what the bot draws. */
export const lookAtBlocks = async (setting: Setting): Promise<readonly Finding[]> => {
  const client = clientFor(setting)
  const samples = new Map(allSamples().map((sample) => [sample.name, sample]))
  const answers = await answersTo(limits.blocks, [...samples.keys()], async (name) => {
    const sample = samples.get(name)
    const problem = sample && (await validate(client, sample))
    return problem === undefined ? {} : { problem }
  })
  return blockFindings([...answers].map(([name, answer]): Validated => ({ name, ...answer })))
}
