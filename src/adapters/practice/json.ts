/** A JSON object whose shape has not been checked. */
export type Json = { [key: string]: unknown }

/** Says whether a value is a JSON object (not null, not a list). */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Parses text as JSON; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A deep copy without the keys whose value is undefined: what would travel over the wire. */
export function wire<T>(value: T): T {
  return structuredClone(JSON.parse(JSON.stringify(value)))
}
