import { CronExpressionParser } from 'cron-parser'

const named = /^@(?:yearly|annually|monthly|weekly|daily|weekdays|weekends)$/

/**
 * A cron expression of five fields, or six with seconds in front, which comes round at all. The library also takes fewer
 * fields and hashed ones (`H`), which mean another time in every process.
 */
export const parseCron = (text: string): string | undefined => {
  const cron = text.trim().replaceAll(/\s+/g, ' ')
  const fields = cron.split(' ')
  if (!named.test(cron) && fields.length !== 5 && fields.length !== 6) return undefined
  if (fields.some((field) => /(?:^|[,/])H/.test(field))) return undefined
  try {
    CronExpressionParser.parse(cron, { tz: 'UTC' })
    return cron
  } catch {
    return undefined
  }
}
