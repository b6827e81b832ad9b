import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { createTestDatabase } from '../database.ts'
import { undecided } from './deciding.ts'
import type { Loot } from './forge.ts'
import { live, stations } from './lives.ts'
import { recordEveryKind } from './recorded.ts'
import { onlyThere, startTown } from './town.ts'
import { startWatch } from './watch.ts'

const ours = 'T0PRACTICE'
const other = 'T0ELSEWHERE'

/** Words that nobody outside may ever read: of another workspace, and of issues flagged from a private channel. */
export const secrets = ['Zanzibar', 'xylophone', 'Obsidian', 'quokka', 'Marzipan']

/** Who tries: a full member whom no restricted issue concerns, and everybody who has no business here at all. */
export const attackers = {
  member: PEOPLE.ivo,
  guest: PEOPLE.guest,
  stranger: PEOPLE.stranger,
  deactivated: PEOPLE.deactivated,
  bot: PEOPLE.otherBot,
  unknown: onlyThere,
} as const

/** Numbers that no issue of either workspace has. */
export const nobodys = [4_711, 999_999_998]

const firstThere = 700

/** More than a form's field shows: the end of it is only in the draft. */
const longFlag = (secret: string): string => `flag ${'and then '.repeat(350)}${secret} in a draft`

/**
 * Two workspaces on one database, whose people and channels have the same ids, each with issues at every station; those
 * of the other, and the restricted ones of ours, hold secrets. The other's bot has gone, so that nothing of it moves.
 */
export const setScene = async () => {
  const { url, drop } = await createTestDatabase()
  const there = await startTown(url, { team: other, mark: 'Zanzibar' })
  const here = await startTown(url, { team: ours })
  const secret = (words: string, customer: string) => ({ words, customer, private: true })
  const lived = async () => {
    for (const station of stations) await live(there, secret(`xylophone ${station}`, 'Obsidian'), station)
  }
  const [kinds] = await Promise.all([recordEveryKind(here), lived()])
  const guarded: number[] = []
  for (const station of stations) guarded.push(await live(here, secret(`quokka ${station}`, 'Marzipan'), station))
  guarded.push(await undecided(here, secret('quokka undecided', 'Marzipan')))
  await here.as(PEOPLE.omar).command('/cx', longFlag('quokka'), CHANNELS.escalations)
  const watch = await startWatch(url, here, { ours, other, issues: guarded })
  await watch.query('UPDATE workspace SET last_issue_number = $2 WHERE id = $1', [other, firstThere])
  for (const station of stations) await live(there, secret(`xylophone ${station} too`, 'Obsidian'), station)
  await there.as(PEOPLE.omar).command('/cx', longFlag('xylophone'), CHANNELS.escalations)
  await there.as(onlyThere).openHome()
  await there.slack.settled({ quietFor: 300 })
  await here.slack.settled({ quietFor: 300 })
  await watch.rest()
  await there.stop()
  return {
    here,
    kinds,
    watch,
    /** Numbers of restricted issues, at each station, which the attackers may not see. */
    guarded,
    loot: await gather(watch, guarded),
    stop: async () => {
      await watch.stop()
      // The attackers make up people, triggers and time stamps, and take them away.
      await here.stop(['invalid_arguments', 'invalid_ts_oldest'])
      await drop()
    },
  }
}

/** All ids of the other workspace and of the guarded issues, as an attacker would like to have them. */
const gather = async (watch: Awaited<ReturnType<typeof startWatch>>, guarded: readonly number[]): Promise<Loot> => {
  const from = 'workspace_id = $1 OR (workspace_id = $2 AND issue_number = ANY($3::int[]))'
  const whose = [other, ours, guarded]
  const ids = async (sql: string, values: readonly unknown[] = []) =>
    (await watch.query<{ id: string }>(sql, values)).map(({ id }) => id)
  const requests = await ids("SELECT key AS id FROM request WHERE key LIKE 'view:%' OR key LIKE 'action:%'")
  return {
    numbers: [...guarded, ...stations.map((_, at) => firstThere + 1 + at)],
    handovers: await watch.query(
      ['handover', 'consult', 'council_decision']
        .map((of) => `SELECT issue_number AS number, id FROM ${of} WHERE ${from}`)
        .join(' UNION '),
      whose,
    ),
    drafts: await ids(`SELECT id FROM draft WHERE text LIKE '%in a draft'`),
    people: [onlyThere],
    places: await watch.query(
      `SELECT DISTINCT ON (workspace_id, kind) channel, ts FROM post WHERE (${from}) AND channel IS NOT NULL ORDER BY workspace_id, kind, ts DESC`,
      whose,
    ),
    teams: [other],
    views: requests
      .filter((key) => key.startsWith('view:'))
      .map((key) => key.split(':')[1] ?? '')
      .slice(-3),
    triggers: requests
      .filter((key) => key.startsWith('action:'))
      .map((key) => key.split(':')[1] ?? '')
      .slice(-3),
    events: await ids("SELECT data->'body'->>'event_id' AS id FROM pgboss.job WHERE name LIKE 'deliveries.%' LIMIT 3"),
    departments: ['nowhere'],
  }
}

export type Scene = Awaited<ReturnType<typeof setScene>>
