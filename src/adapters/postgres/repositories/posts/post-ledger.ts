import type { PostLedger } from '#application/messages/posting.ts'
import { prepared, type Sql } from '../../sql.ts'
import { postOf, type Row } from './post-rows.ts'

const postByKey = prepared<Row>('SELECT * FROM post WHERE workspace_id = $1 AND key = $2')

const takePost = prepared<Row>('UPDATE post SET queued = false WHERE workspace_id = $1 AND key = $2 RETURNING *')

/** Of several that have read the same, the first may send. */
const attemptPost = prepared<Row>(
  `UPDATE post SET attempted_at = coalesce(attempted_at, $4), attempted_to = $5, attempts = attempts + 1
   WHERE workspace_id = $1 AND key = $2 AND attempts = $3 AND channel IS NULL RETURNING 1 AS ours`,
)

const notSent = prepared<Row>(
  `UPDATE post SET attempted_at = NULL, attempted_to = NULL
   WHERE workspace_id = $1 AND key = $2 AND attempts = $3::int + 1 AND channel IS NULL`,
)

const leaveToFirst = prepared<Row>(
  'UPDATE post SET queued = true WHERE workspace_id = $1 AND key = $2 AND channel IS NULL RETURNING 1 AS left',
)

const leftAt = prepared<Row>(
  "SELECT 1 AS is_left FROM post WHERE workspace_id = $1 AND channel = $2 AND ts = $3 AND kind = 'left' LIMIT 1",
)

const waitForPlace = prepared<Row>('UPDATE post SET next_look_at = $3 WHERE workspace_id = $1 AND key = $2')

const toTry = prepared<Row>('SELECT 1 AS one FROM post WHERE workspace_id = $1 AND next_look_at <= $2 LIMIT 1')

/**
 * Where somebody else has shown something else since `before` was read, what stands there is not known any more. A message
 * that got through opens its place; where one was closed, whatever waits for a place is due.
 */
const showPost = prepared<{ queued: boolean; doubtful: boolean }>(
  `WITH shown AS (
     UPDATE post SET live = live AND $3, channel = coalesce(channel, $4), ts = coalesce(ts, $5),
       link = coalesce($6, link), next_look_at = NULL,
       shown = CASE WHEN $7::text IS NULL THEN shown
         WHEN shown = $7::text OR shown IS NOT DISTINCT FROM $8::text THEN $7::text END
     WHERE workspace_id = $1 AND key = $2 RETURNING queued, ($7::text IS NOT NULL AND shown IS NULL) AS doubtful
   ), opened AS (
     DELETE FROM closed_place WHERE workspace_id = $1 AND place IN ($4, $9) RETURNING place
   ), due AS (
     UPDATE post SET next_look_at = 'epoch'
     WHERE workspace_id = $1 AND key <> $2 AND next_look_at IS NOT NULL AND EXISTS (SELECT FROM opened)
   )
   SELECT queued, doubtful FROM shown`,
)

/** What the worker notes about messages, each note committed by itself. */
export const postLedger = (sql: Sql): PostLedger => ({
  find: async (workspaceId, key) => postOf(await postByKey(sql, workspaceId, key)),
  take: async (workspaceId, key) => postOf(await takePost(sql, workspaceId, key)),
  noteAttempt: async (workspaceId, { key, attempts }, at, to) =>
    (await attemptPost(sql, workspaceId, key, attempts, at, to)).length > 0,
  noteNotSent: async (workspaceId, { key, attempts }) => {
    await notSent(sql, workspaceId, key, attempts)
  },
  isLeft: async (workspaceId, { channel, ts }) => (await leftAt(sql, workspaceId, channel, ts)).length > 0,
  leaveToFirst: async (workspaceId, key) => (await leaveToFirst(sql, workspaceId, key)).length > 0,
  waitForPlace: async (workspaceId, key, until) => {
    await waitForPlace(sql, workspaceId, key, until)
  },
  anyToTry: async (workspaceId, now) => (await toTry(sql, workspaceId, now)).length > 0,
  noteShown: async (workspaceId, key, { live, channel, ts, link, content, before, place }) => {
    const [row] = await showPost(sql, workspaceId, key, live, channel, ts, link, content, before, place)
    return { changed: row?.queued === true, doubtful: row?.doubtful === true }
  },
})
