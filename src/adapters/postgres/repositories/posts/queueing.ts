import type { PostDraft } from '#application/messages/message.ts'
import type { Standing } from '#application/messages/posting.ts'
import { urgencyOf } from '#application/messages/urgency.ts'
import type { WorkspaceId } from '#application/ports.ts'
import type { PostRepository } from '#application/repositories.ts'
import type { Param } from '../../writes/writes.ts'

/** Messages that are to be brought up to date: those that wait for their turn already are not queued again. */
export const stalePosts =
  (workspaceId: WorkspaceId, which: (param: Param) => string) =>
  (param: Param): string =>
    `SELECT key, place, queued FROM post WHERE workspace_id = ${param(workspaceId)} AND ${which(param)}
     ORDER BY created_at, key FOR UPDATE`

/** Live messages of issues, those that remind of several issues found by the ledger, and others by their keys. */
export const liveOf =
  (workspaceId: WorkspaceId, issues: readonly number[], keys: readonly string[]) =>
  (param: Param): string => {
    const numbers = param(issues)
    return `live AND (issue_number = ANY(${numbers}::int[])
       OR key = ANY(ARRAY(SELECT post FROM reminder r WHERE r.workspace_id = ${param(workspaceId)}
         AND r.issue_number = ANY(${numbers}::int[]) AND r.post IS NOT NULL) || ${param(keys)}::text[]))`
  }

/** All messages about an issue, live or not, those that remind of it, and those about the issue it goes on in. */
export const allOf =
  (workspaceId: WorkspaceId, issue: number) =>
  (param: Param): string => {
    const number = param(issue)
    const parts = `WITH RECURSIVE part AS (SELECT ${number}::int AS number UNION
       SELECT i.merged_into FROM part JOIN issue i ON i.workspace_id = ${param(workspaceId)} AND i.number = part.number
       WHERE i.merged_into IS NOT NULL) SELECT number FROM part`
    return `(issue_number = ANY(ARRAY(${parts})) OR key = ANY(ARRAY(SELECT post FROM reminder r
       WHERE r.workspace_id = ${param(workspaceId)} AND r.issue_number = ${number} AND r.post IS NOT NULL)))`
  }

/** Digests, by the keys under which they were posted, and what the council was told of a person who takes no messages. */
export const othersOf =
  (workspaceId: WorkspaceId, person: string | undefined) =>
  (param: Param): string => {
    const digests = `key IN (SELECT 'digest:' || d.slot || ':' || d.time_zone FROM digest d
      WHERE d.workspace_id = ${param(workspaceId)})`
    return person === undefined ? digests : `(${digests} OR starts_with(key, ${param(`place_closed:${person}:`)}))`
  }

/** The jobs for those of them that are marked only now, in lines of their own: what is new need not wait for them. */
export const updatesOf = (stale: string): string =>
  `(SELECT coalesce(json_agg(json_build_object('data', json_build_object('key', key, 'update', true),
     'singletonKey', 'update:' || place, 'priority', 0)), '[]') FROM ${stale} WHERE NOT queued)`

/** A message as if it had never stood there. */
export const forgotten =
  (workspaceId: WorkspaceId, { key }: PostDraft, { ts }: Standing) =>
  (param: Param): string =>
    `UPDATE post SET channel = NULL, ts = NULL, link = NULL, attempted_at = NULL, attempted_to = NULL, shown = NULL,
       queued = true
     WHERE workspace_id = ${param(workspaceId)} AND key = ${param(key)} AND ts = ${param(ts)}`

/** What stands where it cannot be changed now, as a message of its own that is looked at again. */
export const left =
  (workspaceId: WorkspaceId, { key }: PostDraft, { ts }: Standing, until: Date) =>
  (param: Param): string =>
    `INSERT INTO post
       (workspace_id, key, kind, issue_number, subject, place, live, channel, ts, next_look_at, created_at)
     SELECT workspace_id, 'left:' || key || ':' || ts, 'left', issue_number, '{"kind":"left"}', channel, true, channel,
       ts, ${param(until)}, created_at
     FROM post WHERE workspace_id = ${param(workspaceId)} AND key = ${param(key)} AND ts = ${param(ts)}
     ON CONFLICT DO NOTHING`

/** Messages that wait for a closed place; those that are tried again wait no longer. */
export const triedAgain =
  (workspaceId: WorkspaceId, which: Parameters<PostRepository['tryAgain']>[0]) =>
  (param: Param): string => {
    const due = 'key' in which ? `key = ${param(which.key)}` : `next_look_at <= ${param(which.until)}`
    const most = 'key' in which ? 1 : which.most
    return `UPDATE post p SET next_look_at = NULL, queued = true
      FROM (SELECT key FROM post
            WHERE workspace_id = ${param(workspaceId)} AND next_look_at IS NOT NULL AND ${due}
            ORDER BY next_look_at, key LIMIT ${param(most)} FOR UPDATE SKIP LOCKED) d
      WHERE p.workspace_id = ${param(workspaceId)} AND p.key = d.key RETURNING p.key, p.place, p.created_at`
  }

/** The jobs for those, in the line of their place like what is new. */
export const jobsOfTried = (tried: string): string =>
  `(SELECT coalesce(json_agg(json_build_object('data', json_build_object('key', key), 'singletonKey', place,
     'priority', ${urgencyOf('card')}) ORDER BY created_at, key), '[]') FROM ${tried})`
