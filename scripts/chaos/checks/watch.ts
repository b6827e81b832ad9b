import type { Json } from '#adapters/practice/json.ts'
import { isJson } from '#adapters/practice/json.ts'
import type { PracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import type { ApiCall } from '#adapters/practice/world/types.ts'
import type { Tally } from '../tally.ts'

/** A promise that was not kept, and how one can see it. */
export type Broken = { promise: string; evidence: string }

/** Refusals that tell of a mistake in what was sent. */
const mistakes =
  /^(?:invalid_(?!trigger|auth)|msg_too_long|no_text|missing_|unknown_method|not_allowed_token|view_too_large|metadata_|duplicate_|not_authed|cant_update)/

const ping = /<!(?:channel|here|everyone|subteam)|<@[UW]/

/** Everything in a call that Slack would read as markup. */
const markupIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(markupIn)
  if (!isJson(value)) return []
  const own = value.type === 'mrkdwn' && typeof value.text === 'string' ? [value.text] : []
  const mention = ['user', 'usergroup', 'broadcast'].includes(`${value.type}`) && !('placeholder' in value)
  return [...own, ...(mention ? [`<@U of a ${value.type}`] : []), ...Object.values(value).flatMap(markupIn)]
}

const pingsIn = (args: Json): string[] =>
  [...(typeof args.text === 'string' ? [args.text] : []), ...markupIn(args)].filter((text) => ping.test(text))

const mistakesOf = ({ method, args, answer, undocumented, fault }: ApiCall): Broken[] => {
  const said = JSON.stringify({ args, answer }).slice(0, 600)
  const code = `${answer.error ?? ''}`
  return [
    ...pingsIn(args).map((text) => ({ promise: 'nothing pings', evidence: `${method}: ${text.slice(0, 200)}` })),
    ...(undocumented.length > 0
      ? [{ promise: 'calls are as Slack describes them', evidence: `${method}: ${undocumented.join(', ')}` }]
      : []),
    ...(fault === undefined && mistakes.test(code)
      ? [{ promise: 'Slack takes what the bot sends', evidence: `${method} ${code}: ${said}` }]
      : []),
  ]
}

/** Looks at every call of the bots as it comes; answers what was wrong with any. */
export const watchCalls = (slack: PracticeWorkspace, calls: Tally): Broken[] => {
  const broken: Broken[] = []
  let last: ApiCall | undefined
  slack.onChange(() => {
    const known = slack.world.calls
    const fresh = known.slice(last === undefined ? 0 : known.lastIndexOf(last) + 1)
    last = known.at(-1)
    for (const call of fresh) {
      const outcome = call.fault ?? (call.answer.ok === true ? 'ok' : `${call.answer.error ?? call.status}`)
      calls.add(`${call.method} ${outcome}`)
      broken.push(...mistakesOf(call))
    }
  })
  return broken
}
