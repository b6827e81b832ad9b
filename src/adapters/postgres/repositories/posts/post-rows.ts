import { z } from 'zod'
import type { Post, Subject } from '#application/messages/message.ts'
import type { Post as PostRow } from '../../generated/client.ts'
import { present } from '../../optional.ts'
import { inFields } from '../../sql.ts'

const subject = z.looseObject({ kind: z.string() })

const destination = z.object({ place: z.string(), threadTs: z.string().exactOptional() })

const toPost = (row: PostRow): Post => ({
  key: row.key,
  subject: subject.parse(row.subject) as Subject,
  place: row.place,
  live: row.live,
  attempts: row.attempts,
  ...present({
    issue: row.issueNumber,
    threadOf: row.threadOf,
    attemptedAt: row.attemptedAt,
    attemptedTo: row.attemptedTo === null ? undefined : destination.parse(row.attemptedTo),
    shown: row.shown,
    link: row.link,
    nextLookAt: row.nextLookAt,
    standing: row.channel !== null && row.ts !== null ? { channel: row.channel, ts: row.ts } : undefined,
  }),
})

/** A row as a query past Prisma answers it. */
export type Row = Record<string, unknown>

/** The message of the first row, if there is one. */
export const postOf = ([row]: readonly Row[]): Post | undefined => row && toPost(inFields<PostRow>(row))
