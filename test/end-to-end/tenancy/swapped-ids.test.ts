import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acts, commands, events, forms, shortcuts, submissions } from '#adapters/slack/registered.ts'
import { commands as words } from '#adapters/slack/words/commands.ts'
import { attack, type Forged, heaps, sentBy, swaps } from '../../support/tenancy/attack.ts'
import { aimedAt, alike, by, type Payload, positionsIn, rubbish, withValue } from '../../support/tenancy/forge.ts'
import { attackers, nobodys, type Scene, setScene } from '../../support/tenancy/scene.ts'

let scene: Scene
let before: readonly string[]

const patient = 240_000

beforeAll(async () => {
  scene = await setScene()
  before = await scene.watch.rows()
}, patient)
afterAll(() => scene.stop())

/** As many as the database takes at once without anybody waiting. */
const atOnce = 12

const attackWith = async (forged: readonly Forged[]) => {
  const statuses = new Map<number, number>()
  for (const heap of heaps(forged, atOnce))
    for (const { status } of await attack(scene, heap, before)) statuses.set(status, (statuses.get(status) ?? 0) + 1)
  return statuses
}

/** Slack ends its subscription where too many are answered with an error, so none is, whatever stands in it. */
const answered = (statuses: ReadonlyMap<number, number>) =>
  [...statuses.keys()].filter((status) => status !== 200 && status !== 400 && status !== 403)

const kindsOf = (family: string): readonly string[] => [...scene.kinds.keys()].filter((kind) => kind.startsWith(family))

const families = [
  '/cx',
  'block_actions',
  'view_submission',
  'message_action',
  'shortcut',
  'app_',
  'reaction',
  'user_',
  'channel_',
]

describe('an id of another workspace or of a restricted issue', () => {
  it('can stand in every kind of delivery that there is, and one of each was recorded', () => {
    const kinds = [...scene.kinds.keys()]
    const named = (name: string) => kinds.some((kind) => kind.split(' ').includes(name))
    const told = ['app_uninstalled', 'tokens_revoked', 'group_rename']
    const known = [acts, forms, submissions, shortcuts, events].flatMap((of) => Object.keys(of))
    expect(known.filter((name) => !named(name) && !told.includes(name))).toEqual([])
    expect(words.map(({ word }) => word).filter((word) => !named(word))).toEqual([])
    expect(Object.keys(commands)).toEqual(['/cx'])
    expect(kinds.filter((kind) => !families.some((family) => kind.startsWith(family)))).toEqual([])
    expect(before.join()).not.toMatch(/(?:issue|post|handover|draft|person|customer): 0 rows/)
  })

  it.each(families)(
    'has no effect and brings no word to light wherever it is put in %s…, for a full member',
    async (family) => {
      const forged = kindsOf(family).flatMap((kind) =>
        swaps(kind, () => sentBy(scene, kind, attackers.member), scene.loot, true),
      )
      expect(forged.length).toBeGreaterThan(50)
      expect(answered(await attackWith(forged))).toEqual([])
    },
    patient,
  )

  it.each(['guest', 'stranger', 'deactivated', 'bot', 'unknown'] as const)(
    'has none for somebody who has no business here: %s',
    async (who) => {
      const forged = [...scene.kinds.keys()].flatMap((kind) =>
        swaps(
          kind,
          () => sentBy(scene, kind, attackers[who]),
          { ...scene.loot, numbers: scene.loot.numbers.slice(2, 9) },
          false,
        ),
      )
      expect(answered(await attackWith(forged))).toEqual([])
    },
    patient,
  )

  it(
    'has none in any mixture with others and with rubbish',
    async () => {
      const everything = [
        ...scene.loot.numbers,
        ...Object.values(scene.loot)
          .flat()
          .filter((id) => typeof id === 'string'),
        ...rubbish,
      ]
      const swap = fc.record({ at: fc.nat(200), which: fc.nat(200), alike: fc.boolean() })
      const mixture = fc.record({
        kind: fc.constantFrom(...scene.kinds.keys()),
        who: fc.constantFrom(...Object.values(attackers)),
        number: fc.constantFrom(...scene.loot.numbers),
        handover: fc.constantFrom(...scene.loot.handovers.map(({ id }) => id)),
        swaps: fc.array(swap, { maxLength: 3 }),
      })
      const forge = ({
        kind,
        who,
        number,
        handover,
        swaps: changes,
      }: Parameters<Parameters<typeof mixture.map>[0]>[0]): Forged => {
        const own = sentBy(scene, kind, who)
        const aimed = aimedAt(own, number, handover) ?? own
        const places = positionsIn(aimed).filter(
          ({ path }) => !/^(?:user\.id|user_id|event\.user(?:\.id)?)$/.test(path),
        )
        const payload = changes.reduce((changed, change) => {
          const { path = '', value } = places[change.at % places.length] ?? {}
          const like = change.alike ? alike(value, scene.loot) : []
          const pool = like.length > 0 ? like : everything
          return withValue(changed, path, pool[change.which % pool.length])
        }, aimed)
        return { kind, label: JSON.stringify({ who, number, changes }), payload }
      }
      await fc.assert(
        fc.asyncProperty(fc.array(mixture, { minLength: 1, maxLength: atOnce }), async (mixtures) => {
          expect(answered(await attackWith(mixtures.map(forge)))).toEqual([])
        }),
        { numRuns: 100, seed: 20_261_125, endOnFailure: true },
      )
    },
    patient,
  )
})

/** What comes of one delivery, without what differs from one to the next anyway. */
const outcomeOf = async (forged: Forged, number: number) => {
  const since = scene.watch.listen()
  const [answer] = await attack(scene, [forged], before)
  const calls = since.calls().flatMap(({ method, args }) => (/^(?:views|chat)/.test(method) ? [{ method, args }] : []))
  const said = JSON.stringify({ answer, calls, answers: since.answers() })
  return said.replaceAll(`CX-${number}`, 'CX-n').replace(/(?:VFORGED|forged\.)\d+/g, 'forged')
}

describe('a delivery that was carried out', () => {
  it(
    'is not taken for a repeat of it when somebody else sends the same view',
    async () => {
      const kind = 'view_submission flag_form'
      const view = sentBy(scene, kind, 'U0ANNA')
      const saying = (payload: Payload, words: string) => {
        const own = withValue(payload, 'view.private_metadata', JSON.stringify({ via: 'home', restricted: false }))
        return withValue(own, 'view.state.values.what_happened.value.value', words)
      }
      const said = [saying(by(view, attackers.member), 'Ivo was first'), saying(view, 'Anna was second')]
      for (const payload of [...said, ...said]) await attack(scene, [{ kind, label: 'the same view', payload }], before)
      const flagged = await scene.watch.query(
        "SELECT text FROM issue_words WHERE workspace_id = 'T0PRACTICE' AND text LIKE '% was %d' OR text LIKE '% was first'",
      )
      expect(flagged.map(({ text }) => text).sort()).toEqual(['Anna was second', 'Ivo was first'])
    },
    patient,
  )
})

describe('a restricted issue', () => {
  it.each(['member', 'guest', 'stranger'] as const)(
    'cannot be told from one that there is not, by a %s',
    async (who) => {
      const [nobodysNumber = 0] = nobodys
      const someHandover = '01a20000-0000-7000-8000-000000000000'
      const different: string[] = []
      for (const kind of scene.kinds.keys()) {
        const about = async (number: number, handover: string) => {
          const payload = aimedAt(sentBy(scene, kind, attackers[who]), number, handover)
          return payload && outcomeOf({ kind, label: `about ${number}`, payload }, number)
        }
        const nothing = await about(nobodysNumber, someHandover)
        if (nothing === undefined) continue
        for (const number of scene.loot.numbers) {
          const handover = scene.loot.handovers.find((one) => one.number === number)?.id ?? someHandover
          const something = await about(number, handover)
          if (something !== nothing) different.push(`${kind} of ${number}: ${something} instead of ${nothing}`)
        }
      }
      expect(different).toEqual([])
    },
    patient,
  )
})
