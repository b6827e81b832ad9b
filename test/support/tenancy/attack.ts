import { expect } from 'vitest'
import { alike, anew, by, bytesOf, type Loot, type Payload, positionsIn, rubbish, withValue } from './forge.ts'
import type { Scene } from './scene.ts'
import { secrets } from './scene.ts'

/** Where an attack takes place. */
export type Stage = Pick<Scene, 'here' | 'kinds' | 'watch'>

/** One forged delivery, and what was put where in it. */
export type Forged = { readonly kind: string; readonly label: string; readonly payload: Payload }

const shown = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 60)

const whoPaths = ['user.id', 'user_id', 'event.user', 'event.user.id']

/** Where our side looks; elsewhere one wrong type is enough to show that nobody does. */
const isRead = (path: string): boolean =>
  !/^(?:message|container)\./.test(path) &&
  /(?:#\w+|\.value|\.selected_\w+|_metadata|action_id|block_id|callback_id|^text|^command|channel(?:_id)?|ts|team_id|\.id)$/.test(
    path,
  )

/** One of each kind of rubbish, another one at each place, and nothing at all. */
const wrong = (path: string, place: number): readonly unknown[] =>
  isRead(path) ? [...rubbish.map((kind) => kind[place % kind.length]), undefined] : [[]]

/** Each value of a delivery replaced by each that looks like it, and by what does not. */
export const swaps = (kind: string, fresh: () => Payload, loot: Loot): readonly Forged[] =>
  positionsIn(fresh())
    .filter(({ path }) => !whoPaths.includes(path))
    .flatMap(({ path, value }, place) => {
      const like = alike(value, loot)
      return [...(isRead(path) ? like : like.slice(0, 1)), ...wrong(path, place)].map((put) => ({
        kind,
        label: `${path} := ${shown(put)}`,
        payload: withValue(fresh(), path, put),
      }))
    })

let forgeries = 0

const isSecret = (text: string): boolean => secrets.some((secret) => text.includes(secret))

/** What was said to Slack, to response urls or to the log, and holds a secret. */
export const secretsIn = ({ calls, answers, log }: ReturnType<Stage['watch']['listen']>): readonly string[] =>
  [...calls().map(({ method, args }) => `${method} ${JSON.stringify(args)}`), ...answers(), ...log()].filter(isSecret)

/** In heaps of so many, one after the other. */
export const heaps = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))

/** As many as the database takes at once without anybody waiting. */
export const atOnce = 12

const send = async ({ here, kinds }: Stage, { kind, payload }: Forged) => {
  const { body, contentType } = bytesOf(kinds.get(kind)?.kind ?? 'event', payload)
  const answer = await here.slack.signedPost('/slack/events', body, { contentType })
  return { status: answer.status, text: await answer.text() }
}

/** Sends forged deliveries, signed as Slack signs; afterwards nothing guarded has changed and no secret was said. */
export const attack = async (scene: Stage, forged: readonly Forged[], before: readonly string[]) => {
  const { watch } = scene
  const since = watch.listen()
  const answers: Awaited<ReturnType<typeof send>>[] = []
  for (const heap of heaps(forged, atOnce)) answers.push(...(await Promise.all(heap.map((one) => send(scene, one)))))
  await watch.rest()
  const labels = forged.map(({ kind, label }) => `${kind}: ${label}`)
  const said = [...answers.map(({ text }) => text), ...secretsIn(since)].filter(isSecret)
  expect({ labels, said, rows: await watch.rows() }).toEqual({ labels, said: [], rows: before })
  return answers
}

/** A delivery of a kind as if sent just now by a person. */
export const sentBy = (scene: Stage, kind: string, person: string): Payload => {
  forgeries += 1
  const recorded = scene.kinds.get(kind)
  if (!recorded) throw new Error(`nothing was recorded of ${kind}`)
  return anew(by(recorded.payload, person), `${forgeries}`, scene.watch.answersTo)
}
