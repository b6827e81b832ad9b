import { z } from 'zod'
import type { Council } from '#domain/council.ts'
import { type Calendar, weekdays } from '#domain/time/calendar.ts'
import { parseTimeZone } from './schema/time-zone.ts'

const calendar: z.ZodType<Calendar> = z.object({
  timeZone: z.string().refine((zone) => parseTimeZone(zone) !== undefined, 'no known time zone'),
  hours: z.union([
    z.literal('always'),
    z
      .object({
        days: z.array(z.enum(weekdays)).min(1),
        from: z.int().min(0).max(1440),
        to: z.int().min(0).max(1440),
      })
      .refine(({ from, to }) => from < to, 'the day ends before it begins'),
  ]),
  holidays: z.array(z.union([z.iso.date(), z.string().regex(/^[A-Z]{2}(-.+)?$/)])),
  publicHolidays: z.array(z.iso.date()).exactOptional(),
})

const duration = z.object({ amount: z.number().positive(), unit: z.enum(['s', 'm', 'h', 'd']) })

const perSeverity = z.object({ low: duration, normal: duration, high: duration, urgent: duration })

const share = z.number().min(0).max(1)

const rules = z.object({
  claimWithin: perSeverity,
  resolveWithin: perSeverity,
  updateWithin: perSeverity,
  acceptWithin: perSeverity,
  answerWithin: perSeverity,
  maxHops: z.int().min(0),
  remindersPerDay: z.int().min(1).default(4),
  reactions: z.object({ flag: z.string(), claim: z.string() }),
  retention: z.object({ amount: z.int().positive(), unit: z.enum(['d', 'y']) }),
})

const department = z.object({
  key: z.string(),
  name: z.string(),
  lead: z.string(),
  channel: z.string().exactOptional(),
  members: z.array(z.string()),
  calendar,
  onCall: z.string().exactOptional(),
})

const cell = z.object({
  department: z.string(),
  region: z.string().exactOptional(),
  owner: z.string(),
  backup: z.string().exactOptional(),
})

const storedCouncil: z.ZodType<Council> = z.object({
  channel: z.string(),
  chair: z.string(),
  deputy: z.string().exactOptional(),
  sponsor: z.string().exactOptional(),
  members: z.array(z.string()),
  calendar,
  digest: z.string(),
  goals: z.object({ toldInTime: share, sentAround: share, explainedAgain: share }),
  rules,
  departments: z.array(department),
  journey: z.array(z.object({ key: z.string(), name: z.string(), leadDepartment: z.string(), owners: z.array(cell) })),
})

/** The council in a JSON document of the database. Throws ZodError when it is none. */
export const parseStoredCouncil = (json: unknown): Council => storedCouncil.parse(json)

/** The JSON document that `parseStoredCouncil` reads back; it holds nothing but the council. */
export const toStoredCouncil = (council: Council): Council => storedCouncil.parse(council)
