import { isJson, type Json } from '../json.ts'

/** One thing Slack would refuse, with the place where it is. */
export type Problem = { pointer: string; message: string; code: string }

export type Report = (pointer: string, message: string, code?: string) => void

/** Looks at one value and reports what is wrong with it. */
export type Rule = (value: unknown, pointer: string, report: Report) => void

type Field = { rule: Rule; required: boolean }

export function required(rule: Rule): Field {
  return { rule, required: true }
}

export function optional(rule: Rule): Field {
  return { rule, required: false }
}

/** A string of `min` to `max` characters, optionally of one form. */
export function string(limits: { min?: number; max?: number; form?: RegExp; formName?: string } = {}): Rule {
  return (value, pointer, report) => {
    if (typeof value !== 'string') return report(pointer, 'must be a string', 'invalid_type')
    const { min = 0, max = Number.POSITIVE_INFINITY, form } = limits
    if (value.length < min) report(pointer, `must be more than ${min - 1} characters`)
    if (value.length > max) report(pointer, `must be less than ${max + 1} characters`)
    if (form && !form.test(value)) report(pointer, `must be a valid ${limits.formName ?? 'value'}`)
  }
}

export function oneOf(...allowed: string[]): Rule {
  return (value, pointer, report) => {
    if (!allowed.includes(String(value))) report(pointer, `must be one of: ${allowed.join(', ')}`)
  }
}

export const boolean: Rule = (value, pointer, report) => {
  if (typeof value !== 'boolean') report(pointer, 'must be a boolean', 'invalid_type')
}

export function integer(min = 0, max = Number.MAX_SAFE_INTEGER): Rule {
  return (value, pointer, report) => {
    if (!Number.isInteger(value)) return report(pointer, 'must be an integer', 'invalid_type')
    if (Number(value) < min) report(pointer, `must be greater than or equal to ${min}`)
    if (Number(value) > max) report(pointer, `must be less than or equal to ${max}`)
  }
}

/** A list of `min` to `max` items that all obey one rule. */
export function list(item: Rule, limits: { min?: number; max?: number } = {}): Rule {
  return (value, pointer, report) => {
    if (!Array.isArray(value)) return report(pointer, 'must be an array', 'invalid_type')
    const { min = 0, max = Number.POSITIVE_INFINITY } = limits
    if (value.length < min) report(pointer, `no fewer than ${min} items allowed`)
    if (value.length > max) report(pointer, `no more than ${max} items allowed`)
    for (const [index, entry] of value.entries()) item(entry, `${pointer}/${index}`, report)
  }
}

/** An object with these fields and no others; `also` looks at the fields together. */
export function object(
  fields: Record<string, Field>,
  also?: (value: Json, pointer: string, report: Report) => void,
): Rule {
  return (value, pointer, report) => {
    if (!isJson(value)) return report(pointer, 'must provide an object', 'invalid_type')
    for (const [key, field] of Object.entries(fields)) {
      if (value[key] !== undefined && value[key] !== null) field.rule(value[key], `${pointer}/${key}`, report)
      else if (field.required) report(pointer, `missing required field: ${key}`, 'missing_required_field')
    }
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(fields, key)) report(pointer, `invalid additional property: ${key}`, 'invalid_property')
    }
    also?.(value, pointer, report)
  }
}

/** Picks the rule by the object's `type`. */
export function byType(rules: Record<string, Rule>, allowed = Object.keys(rules)): Rule {
  return (value, pointer, report) => {
    if (!isJson(value)) return report(pointer, 'must provide an object', 'invalid_type')
    if (value.type === undefined) return report(pointer, 'missing required field: type', 'missing_required_field')
    const rule = allowed.includes(String(value.type)) ? rules[String(value.type)] : undefined
    if (!rule) return report(`${pointer}/type`, `unsupported type: ${String(value.type)}`, 'unsupported_type')
    rule(value, pointer, report)
  }
}

/** Applies a rule and returns everything it reports. */
export function problemsOf(rule: Rule, value: unknown, pointer: string): Problem[] {
  const problems: Problem[] = []
  rule(value, pointer, (at, message, code = 'failed_constraint') => problems.push({ pointer: at, message, code }))
  return problems
}
