import type { PracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import { isNode, type Node } from './reading.ts'
import { problemsOf, type Surface } from './surfaces.ts'

type Calls = ReturnType<PracticeWorkspace['calls']>
type Deliveries = ReturnType<PracticeWorkspace['deliveries']>

/** Answers that only a mistake of ours brings about. */
const ourMistake = /^(?:invalid_|missing_arg|no_text|msg_|metadata_|markdown_|too_many_|unknown_method|not_authed)/

type Finding = { readonly where: string; readonly problems: readonly unknown[] }

const finding = (where: string, surfaces: readonly Surface[], also: readonly unknown[] = []): readonly Finding[] => {
  const problems = [...also, ...surfaces.flatMap(problemsOf)]
  return problems.length === 0 ? [] : [{ where, problems }]
}

const asView = (view: unknown): Surface => ({
  as: 'view',
  view: { blocks: [], ...(isNode(view) ? view : {}) },
})

const surfacesOfCall = (method: string, args: Node): readonly Surface[] => {
  if (method.startsWith('views.')) return [asView(args.view)]
  if (method === 'chat.postEphemeral') return [{ as: 'answered', said: args }]
  return method === 'chat.postMessage' || method === 'chat.update' ? [{ as: 'posted', said: args }] : []
}

/** Slack reads the text of an edit as if a person had typed it, unless it is told not to. */
const editProblems = (method: string, args: Node): readonly string[] =>
  method === 'chat.update' && args.parse !== 'none' ? ['an edit without parse: none'] : []

const ofCalls = (calls: Calls, expected: readonly string[]): readonly Finding[] =>
  calls.flatMap(({ method, args, undocumented, answer }) =>
    finding(method, surfacesOfCall(method, args), [
      ...undocumented.map((name) => `an argument that is not documented: ${name}`),
      ...(ourMistake.test(String(answer.error)) && !expected.includes(String(answer.error)) ? [answer] : []),
      ...editProblems(method, args),
    ]),
  )

const jsonIn = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}

const surfacesOfAnswer = (kind: string, body: unknown): readonly Surface[] => {
  if (!isNode(body) || Object.keys(body).length === 0) return []
  if (kind === 'command') return [{ as: 'answered', said: body }]
  if (body.view !== undefined) return [asView(body.view)]
  const errors = isNode(body.errors) ? Object.values(body.errors) : []
  return errors.map((sentence) => ({ as: 'sentence', sentence: String(sentence) }))
}

const answerProblems = (body: unknown): readonly string[] => {
  if (body === '' || isNode(body)) return []
  return [`an answer that is no JSON object: ${String(body).slice(0, 60)}`]
}

const ofAnswers = (deliveries: Deliveries): readonly Finding[] =>
  deliveries.flatMap(({ kind, name, attempts }) =>
    attempts
      .filter(({ status = 0 }) => status >= 200 && status < 300)
      .map(({ body = '' }) => jsonIn(body))
      .flatMap((body) => finding(`the answer to ${name}`, surfacesOfAnswer(kind, body), answerProblems(body))),
  )

const ofResponses = (posts: ReturnType<PracticeWorkspace['responsePosts']>): readonly Finding[] =>
  posts.flatMap(({ payload, status }) =>
    finding(
      'a post to a response_url',
      [{ as: 'answered', said: payload }],
      status === 200 ? [] : [`answered ${status}`],
    ),
  )

/**
 * Holds everything that the bot has given Slack in a run against Slack's limits, and looks for pings: Web API calls,
 * answers to commands and forms, posts to a response_url. Throws with the evidence. `expected` are words of Slack that
 * the test itself brings about, such as those for a trigger that it made up.
 */
export const expectSlackToTakeAll = (slack: PracticeWorkspace, expected: readonly string[] = []): void => {
  const found = [
    ...ofCalls(slack.calls(), expected),
    ...ofAnswers(slack.deliveries()),
    ...ofResponses(slack.responsePosts()),
  ]
  if (found.length === 0) return
  throw new Error(`Slack would not take this as it was meant:\n${JSON.stringify(found, undefined, 2).slice(0, 8_000)}`)
}
