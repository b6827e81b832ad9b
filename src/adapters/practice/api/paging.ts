import type { Json } from '../json.ts'
import { SlackError } from './slack-error.ts'

/** One page of a list by Slack's cursor; the cursor of an earlier answer names the place to go on. */
export function page<T>(
  items: T[],
  args: Json,
  limits: { standard: number; max: number },
): { items: T[]; next: string } {
  const limit = Math.min(Number(args.limit ?? limits.standard) || limits.standard, limits.max)
  const start = args.cursor === undefined ? 0 : offsetOf(String(args.cursor))
  const next = start + limit < items.length ? Buffer.from(`next:${start + limit}`).toString('base64') : ''
  return { items: items.slice(start, start + limit), next }
}

function offsetOf(cursor: string): number {
  const match = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())
  if (!match) throw new SlackError('invalid_cursor')
  return Number(match[1])
}
