import { expect } from 'vitest'
import { alike, anew, by, bytesOf, type Loot, type Payload, positionsIn, rubbish, withValue } from './forge.ts'
import type { Scene } from './scene.ts'
import { secrets } from './scene.ts'

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

const wrong = (path: string): readonly unknown[] => (isRead(path) ? [...rubbish, undefined] : [[]])

/** Each value of a delivery replaced by each that looks like it, and with `rubbish` by everything that does not. */
export const swaps = (kind: string, fresh: () => Payload, loot: Loot, withRubbish: boolean): readonly Forged[] =>
  positionsIn(fresh())
    .filter(({ path }) => !whoPaths.includes(path))
    .flatMap(({ path, value }) =>
      [...alike(value, loot), ...(withRubbish ? wrong(path) : [])].map((put) => ({
        kind,
        label: `${path} := ${shown(put)}`,
        payload: withValue(fresh(), path, put),
      })),
    )

let forgeries = 0

/** Sends forged deliveries, signed as Slack signs; afterwards nothing guarded has changed and no secret was said. */
export const attack = async (scene: Scene, forged: readonly Forged[], before: readonly string[]) => {
  const { here, watch, kinds } = scene
  const since = watch.listen()
  const answers = await Promise.all(
    forged.map(async ({ kind, payload }) => {
      const { body, contentType } = bytesOf(kinds.get(kind)?.kind ?? 'event', payload)
      const answer = await here.slack.signedPost('/slack/events', body, { contentType })
      return { status: answer.status, text: await answer.text() }
    }),
  )
  await watch.rest()
  const labels = forged.map(({ kind, label }) => `${kind}: ${label}`)
  const said = [
    ...answers.map(({ text }) => text),
    ...since.calls().map(({ method, args }) => `${method} ${JSON.stringify(args)}`),
    ...since.answers(),
    since.log(),
  ].filter((text) => secrets.some((secret) => text.includes(secret)))
  expect({ labels, said, rows: await watch.rows() }).toEqual({ labels, said: [], rows: before })
  return answers
}

/** A delivery of a kind as if sent just now by a person. */
export const sentBy = (scene: Scene, kind: string, person: string): Payload => {
  forgeries += 1
  const recorded = scene.kinds.get(kind)
  if (!recorded) throw new Error(`nothing was recorded of ${kind}`)
  return anew(by(recorded.payload, person), `${forgeries}`, scene.watch.answersTo)
}

/** In heaps of so many, one after the other. */
export const heaps = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))
