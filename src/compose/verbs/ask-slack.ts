import { setTimeout as pause } from 'node:timers/promises'
import { sentenceOf } from '#adapters/doctor/finding.ts'
import { slackFailure } from '#adapters/doctor/slack.ts'
import type { DirectoryStore } from '#adapters/slack/directory.ts'
import { type Introduction, introduce } from '#adapters/slack/web/inspect/introduce.ts'
import { patiently } from '#adapters/slack/web/inspect/patiently.ts'
import { type InspectedChannel, inspectChannel, inspectPerson } from '#adapters/slack/web/inspect/places-and-people.ts'
import { reasonOf } from '#adapters/slack/web/slack-failure.ts'
import { createWebClient } from '#adapters/slack/web/web-client.ts'
import { systemClock } from '#adapters/system.ts'
import { DeliveryError } from '#application/delivery-error.ts'
import type { Directory } from '#application/ports.ts'
import type { Person } from '#domain/people.ts'
import type { Setting } from './setting.ts'
import { orStopped } from './terminal.ts'

/** How often Slack is asked who we are, and how long between; the bot beside us may just be starting. */
const mostTries = 6
const againAfterMs = 1_000

/** Whose token it is. Throws a sentence for people when Slack does not say. */
export const whoWeAre = async (
  { access, practice, log }: Setting,
  stopped: AbortSignal,
  tries = mostTries,
): Promise<Introduction> => {
  const { botToken: token, apiUrl } = access
  for (let i = 1; ; i += 1) {
    try {
      return await orStopped(introduce({ token, apiUrl, log, clock: systemClock }), stopped)
    } catch (error) {
      const passing = error instanceof DeliveryError && error.kind === 'later'
      if (passing && i < tries) await orStopped(pause(error.retryAfterMs ?? againAfterMs), stopped)
      else if (error instanceof DeliveryError)
        throw new Error(sentenceOf(slackFailure(reasonOf(error), { apiUrl, practice })), { cause: error })
      else throw error
    }
  }
}

/** What Slack said of people and channels while a council was checked. */
export type Seen = {
  readonly people: ReadonlyMap<string, Person>
  readonly channels: ReadonlyMap<string, InspectedChannel>
}

type Fresh = {
  readonly setting: Setting
  readonly who: Introduction
  readonly stopped: AbortSignal
  /** Where the answers are kept, when they are. */
  readonly store?: Pick<DirectoryStore, 'savePerson' | 'saveChannel'>
}

/**
 * People and channels as Slack tells of them now, asked in its own time: nothing remembered is believed, and a Slack
 * that does not answer is not taken for one that does not know them.
 */
export const freshDirectory = ({ setting, who, stopped, store }: Fresh) => {
  const { access, log } = setting
  const client = createWebClient({ token: access.botToken, apiUrl: access.apiUrl, log })
  const people = new Map<string, Person>()
  const channels = new Map<string, InspectedChannel>()
  const ask = async <T>(id: string, call: () => Promise<T>): Promise<T> => {
    try {
      return await orStopped(patiently(call, stopped), stopped)
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error
      const says = `Slack did not say who or what ${id} is (${reasonOf(error)}), so nothing was changed.`
      throw new Error(`${says} Try again, or see what is wrong: npm run council -- doctor`, { cause: error })
    }
  }
  const directory: Pick<Directory, 'person' | 'channel'> = {
    person: async (workspaceId, id) => {
      const person = people.get(id) ?? (await ask(id, () => inspectPerson(client, who.identity, id)))
      if (person === undefined || people.has(id)) return person
      people.set(id, person)
      await store?.savePerson(workspaceId, person, systemClock.now())
      return person
    },
    channel: async (workspaceId, id) => {
      const channel = channels.get(id) ?? (await ask(id, () => inspectChannel(client, id)))
      if (channel === undefined || channels.has(id)) return channel
      channels.set(id, channel)
      const { archived: _, joined: __, ...kept } = channel
      await store?.saveChannel(workspaceId, kept, systemClock.now())
      return channel
    },
  }
  const seen: Seen = { people, channels }
  return { directory, seen }
}
