import { isJson, type Json, parseJson } from '../json.ts'
import type { ArgumentType, Method } from './method.ts'
import { invalidArguments } from './slack-error.ts'

/** Reads the arguments of a call, whatever way they came: query, form or JSON body. */
export async function readArguments(request: Request): Promise<Json> {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  if (request.method === 'GET') return query
  const type = request.headers.get('content-type') ?? ''
  if (type.includes('application/json')) {
    const body = parseJson(await request.text())
    if (!isJson(body)) throw invalidArguments('invalid JSON body')
    return { ...query, ...body }
  }
  if (type.includes('multipart/form-data')) {
    const form = await request.formData()
    return { ...query, ...Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')) }
  }
  return { ...query, ...Object.fromEntries(new URLSearchParams(await request.text())) }
}

/** The arguments in the types the method wants; Slack's refusal where one is missing or of another type. */
export function typedArguments(method: Method, raw: Json): Json {
  const args: Json = {}
  for (const [name, type] of Object.entries(method.args)) {
    const value = raw[name]
    if (value === undefined || value === null || (value === '' && type !== 'json')) continue
    args[name] = convert(name, type, value)
  }
  const missing = (method.required ?? []).filter((name) => args[name] === undefined)
  if (missing.length > 0) throw invalidArguments(...missing.map((name) => `missing required field: ${name}`))
  return args
}

function convert(name: string, type: ArgumentType, value: unknown): unknown {
  if (type === 'boolean') {
    if ([true, 'true', '1', 1].includes(value as never)) return true
    if ([false, 'false', '0', 0].includes(value as never)) return false
    throw invalidArguments(`must be a boolean [json-pointer:/${name}]`)
  }
  if (type === 'integer') {
    if (!/^-?\d+$/.test(String(value))) throw invalidArguments(`must be an integer [json-pointer:/${name}]`)
    return Number(value)
  }
  if (type === 'json') return typeof value === 'string' ? (parseJson(value) ?? value) : value
  if (typeof value === 'object') throw invalidArguments(`must be a string [json-pointer:/${name}]`)
  return String(value)
}
