import { z } from 'zod'
import { type Snooze, snoozes } from '#domain/reminders/snooze.ts'

const number = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)
const key = z.string().regex(/^[\p{L}\p{N}_-]{1,60}$/u)

/** `42`, or `42:` and one more word. */
const pair = (value: unknown): readonly [number, string] | undefined => {
  const parts = z.string().max(80).safeParse(value)
  const [first, second, ...rest] = parts.success ? parts.data.split(':') : []
  const parsed = z.tuple([number, key]).safeParse([first, second])
  return parsed.success && rest.length === 0 ? parsed.data : undefined
}

/** The value of a button that acts on an issue. */
export const issueValue = (issue: number): string => `${issue}`

/** The issue's number in a button's value; undefined for a value we never made. */
export const parseIssueValue = (value: unknown): number | undefined => number.safeParse(value).data

/** The value of a button that answers a handover. */
export const handoverValue = ({ issue, handover }: { issue: number; handover: string }): string =>
  `${issue}:${handover}`

/** The issue and handover in a button's value; undefined for a value we never made. */
export const parseHandoverValue = (value: unknown): { issue: number; handover: string } | undefined => {
  const parsed = pair(value)
  return parsed && { issue: parsed[0], handover: parsed[1] }
}

/** The value of a button about a consult. */
export const consultValue = ({ issue, consult }: { issue: number; consult: string }): string => `${issue}:${consult}`

/** The issue and consult in a button's value; undefined for a value we never made. */
export const parseConsultValue = (value: unknown): { issue: number; consult: string } | undefined => {
  const parsed = pair(value)
  return parsed && { issue: parsed[0], consult: parsed[1] }
}

/** The value of a button that sends an issue to a department. */
export const routeValue = ({ issue, department }: { issue: number; department: string }): string =>
  `${issue}:${department}`

/** The issue and department in a button's value; undefined for a value we never made. */
export const parseRouteValue = (value: unknown): { issue: number; department: string } | undefined => {
  const parsed = pair(value)
  return parsed && { issue: parsed[0], department: parsed[1] }
}

const moreActs = [
  ...(['update', 'next_step', 'promise', 'pass', 'edit', 'follow', 'withdraw', 'merge', 'link', 'wait'] as const),
] as const

/** What the menu of rarer acts offers. */
export type More = (typeof moreActs)[number]

/** The value of a choice in that menu. */
export const moreValue = ({ issue, act }: { issue: number; act: More }): string => `${issue}:${act}`

/** The issue and the act; undefined for a value we never made. */
export const parseMoreValue = (value: unknown): { issue: number; act: More } | undefined => {
  const [issue, word] = pair(value) ?? []
  const act = moreActs.find((one) => one === word)
  return issue === undefined || act === undefined ? undefined : { issue, act }
}

/** The value of a button that says an issue tells of the same as another one. */
export const sameAsValue = ({ issue, other }: { issue: number; other: number }): string => `${issue}:${other}`

/** Both issues in a button's value; undefined for a value we never made. */
export const parseSameAsValue = (value: unknown): { issue: number; other: number } | undefined => {
  const [issue, second] = pair(value) ?? []
  const other = parseIssueValue(second)
  return issue === undefined || other === undefined ? undefined : { issue, other }
}

/** The value of a choice that puts off what somebody was reminded of. */
export const snoozeValue = ({ issue, snooze }: { issue: number; snooze: Snooze }): string => `${issue}:${snooze}`

/** The issue, and for how long; undefined for a value we never made. */
export const parseSnoozeValue = (value: unknown): { issue: number; snooze: Snooze } | undefined => {
  const parsed = pair(value)
  const snooze = snoozes.find((one) => one === parsed?.[1])
  return parsed && snooze && { issue: parsed[0], snooze }
}

/** The value of a button that gives an issue to a person. */
export const giveValue = ({ issue, person }: { issue: number; person: string }): string => `${issue}:${person}`

/** The issue and person in a button's value; undefined for a value we never made. */
export const parseGiveValue = (value: unknown): { issue: number; person: string } | undefined => {
  const parsed = pair(value)
  return parsed && { issue: parsed[0], person: parsed[1] }
}

/** Which cell of the journey map is to name whom instead of whom. */
export type CellValue = {
  readonly department: string
  readonly stage: string
  readonly region?: string
  readonly gone: string
  readonly to: string
}

const anyRegion = '*'

/** The value of a button that names somebody in a cell of the map. */
export const cellValue = ({ department, stage, region, gone, to }: CellValue): string =>
  [department, stage, gone, to, region ?? anyRegion].join(':').toWellFormed()

/** The cell and people in a button's value; undefined for a value we never made. A region may have colons in it. */
export const parseCellValue = (value: unknown): CellValue | undefined => {
  const parts = z.string().max(2000).safeParse(value)
  const [department, stage, gone, to, ...region] = parts.success ? parts.data.split(':') : []
  const parsed = z.tuple([key, key, key, key]).safeParse([department, stage, gone, to])
  if (!parsed.success || region.length === 0) return undefined
  const named = region.join(':')
  const [inDepartment, atStage, who, next] = parsed.data
  const cell = { department: inDepartment, stage: atStage, gone: who, to: next }
  return named === anyRegion ? cell : { ...cell, region: named }
}

/** The value of a button about a departure; undefined for a value we never made. */
export const parseDepartureValue = (value: unknown): string | undefined => key.safeParse(value).data

const nextStep = 'next_step_by'

/** The block_id around a date field: Slack gives date fields no value of their own. */
export const nextStepBlock = (issue: number): string => `${nextStep}:${issue}`

/** The issue whose date field stands in a block; undefined for a block we never made. */
export const parseNextStepBlock = (blockId: unknown): number | undefined => {
  const parts = z.string().max(80).safeParse(blockId)
  const [name, issue, ...rest] = parts.success ? parts.data.split(':') : []
  return name === nextStep && rest.length === 0 ? parseIssueValue(issue) : undefined
}

const date = z.iso.date()

/** A chosen day, YYYY-MM-DD; undefined for anything else. */
export const parseDate = (value: unknown): string | undefined => date.safeParse(value).data

/** The id of the customer in a button's value; undefined for a value we never made. */
export const parseCustomerValue = (value: unknown): string | undefined => key.safeParse(value).data
