import type { Problem } from '../block-kit/check.ts'
import type { Json } from '../json.ts'

/** A business error of the Web API: answered as 200 with `ok: false`. */
export class SlackError extends Error {
  readonly extra: Json

  constructor(code: string, extra: Json = {}) {
    super(code)
    this.extra = extra
  }
}

/** Refuses arguments in Slack's words. */
export function invalidArguments(...messages: string[]): SlackError {
  return new SlackError('invalid_arguments', { response_metadata: { messages: messages.map((m) => `[ERROR] ${m}`) } })
}

/** Refuses blocks or a view, naming each place that is wrong. */
export function refused(code: 'invalid_blocks' | 'invalid_arguments', problems: Problem[]): SlackError {
  const lines = problems.map((problem) => `${problem.message} [json-pointer:${problem.pointer}]`)
  const errors = code === 'invalid_blocks' ? { errors: lines } : {}
  return new SlackError(code, { ...errors, response_metadata: { messages: lines.map((line) => `[ERROR] ${line}`) } })
}
