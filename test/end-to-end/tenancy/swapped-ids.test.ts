import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acts, changes, commands, events, forms, shortcuts, submissions, turns } from '#adapters/slack/registered.ts'
import { commands as words } from '#adapters/slack/words/commands.ts'
import { eventually } from '../../support/eventually.ts'
import { atOnce, attack, type Forged, heaps, secretsIn, sentBy, swaps } from '../../support/tenancy/attack.ts'
import {
  aimedAt,
  alike,
  anew,
  by,
  bytesOf,
  type Payload,
  positionsIn,
  rubbish,
  withValue,
} from '../../support/tenancy/forge.ts'
import { attackers, nobodys, type Scene, secrets, setScene } from '../../support/tenancy/scene.ts'

let scene: Scene
let before: readonly string[]
let everything: ReturnType<Scene['watch']['listen']>

const patient = 240_000

beforeAll(async () => {
  scene = await setScene()
  before = await scene.watch.rows()
  everything = scene.watch.listen()
}, patient)
afterAll(() => scene.stop())

/** So many are sent before it is looked whether something has changed: looking costs more than a delivery. */
const looked = 10 * atOnce

const attackWith = async (forged: readonly Forged[]) => {
  const statuses = new Map<number, number>()
  for (const heap of heaps(forged, looked))
    for (const { status } of await attack(scene, heap, before)) statuses.set(status, (statuses.get(status) ?? 0) + 1)
  return statuses
}

/** The handover of an issue, or one that looks like it. */
const handoverOf = (number: number): string =>
  scene.loot.handovers.find((one) => one.number === number)?.id ?? '01a20000-0000-7000-8000-000000000000'

/** Slack ends its subscription where too many are answered with an error, so none is, whatever stands in it. */
const answered = (statuses: ReadonlyMap<number, number>) =>
  [...statuses.keys()].filter((status) => status !== 200 && status !== 400 && status !== 403)

const kindsOf = (family: string): readonly string[] => [...scene.kinds.keys()].filter((kind) => kind.startsWith(family))

const families = [
  '/cx',
  'block_actions',
  'block_suggestion',
  'view_submission',
  'message_action',
  'shortcut',
  'app_',
  'reaction',
  'user_',
  'channel_',
  'member_',
]

describe('an id of another workspace or of a restricted issue', () => {
  it('can stand in every kind of delivery that there is, and one of each was recorded', () => {
    const kinds = [...scene.kinds.keys()]
    const named = (name: string) => kinds.some((kind) => kind.split(' ').includes(name))
    const told = ['app_uninstalled', 'tokens_revoked', 'group_rename']
    const known = [acts, changes, forms, turns, submissions, shortcuts, events].flatMap((of) => Object.keys(of))
    expect(known.filter((name) => !named(name) && !told.includes(name))).toEqual([])
    expect(words.map(({ word }) => word).filter((word) => !named(word))).toEqual([])
    expect(Object.keys(commands)).toEqual(['/cx'])
    expect(kinds.filter((kind) => !families.some((family) => kind.startsWith(family)))).toEqual([])
    expect(before.join()).not.toMatch(/(?:issue|post|handover|draft|person|customer): 0 rows/)
  })

  it.each(families)(
    'has no effect and brings no word to light wherever it is put in %s…, for a full member',
    async (family) => {
      let count = 0
      // Kind by kind: while all of a family are made at once, connections would wait for too long.
      for (const kind of kindsOf(family)) {
        const forged = swaps(kind, () => sentBy(scene, kind, attackers.member), scene.loot)
        count += forged.length
        expect(answered(await attackWith(forged))).toEqual([])
      }
      expect(count).toBeGreaterThan(40)
    },
    patient,
  )

  it.each(['guest', 'stranger', 'deactivated', 'bot', 'unknown'] as const)(
    'has none for somebody who has no business here: %s',
    async (who) => {
      const aimed = (kind: string, number: number): Forged => {
        const own = sentBy(scene, kind, attackers[who])
        return { kind, label: `${who} about ${number}`, payload: aimedAt(own, number, handoverOf(number)) ?? own }
      }
      const forged = [...scene.kinds.keys()].flatMap((kind) => scene.loot.numbers.map((number) => aimed(kind, number)))
      expect(answered(await attackWith(forged))).toEqual([])
    },
    patient,
  )

  it(
    'has none in any mixture with others and with rubbish',
    async () => {
      const anything = [
        ...scene.loot.numbers,
        ...Object.values(scene.loot)
          .flat()
          .filter((id) => typeof id === 'string'),
        ...rubbish.flat(),
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
          const pool = like.length > 0 ? like : anything
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
const outcomeOf = async (forged: Forged, number: number, isSilent: boolean) => {
  const since = scene.watch.listen()
  const [answer] = await attack(scene, [forged], before)
  const later = () => since.answers().length + since.calls().length > 0
  if (forged.kind.startsWith('block_actions') && !isSilent) await eventually(later)
  const calls = since.calls().flatMap(({ method, args }) => (/^(?:views|chat)/.test(method) ? [{ method, args }] : []))
  const said = JSON.stringify({ answer, calls, answers: since.answers() })
  return said.replaceAll(`CX-${number}`, 'CX-n').replace(/(?:VFORGED|forged\.)\d+/g, 'forged')
}

/** The ways in which a delivery can say that it is not for us, or not from one of us. */
const elsewhere: Readonly<Record<string, (payload: Payload) => Payload>> = {
  'with another team everywhere': (payload) =>
    positionsIn(payload)
      .filter(({ path }) => /team(?:_id|\.id|)$/.test(path))
      .reduce((changed, { path }) => withValue(changed, path, 'T0ELSEWHERE'), payload),
  'for the whole of another company': (payload) => ({
    ...payload,
    team: null,
    team_id: null,
    is_enterprise_install: true,
    enterprise: { id: 'E0ELSEWHERE' },
    enterprise_id: 'E0ELSEWHERE',
    authorizations: [{ team_id: null, enterprise_id: 'E0ELSEWHERE', is_enterprise_install: true }],
    user: { ...(payload.user as object), team_id: 'T0ELSEWHERE' },
    view: undefined,
  }),
  'without any team': (payload) =>
    positionsIn(payload)
      .filter(({ path }) => /team(?:_id|\.id|)$/.test(path))
      .reduce((changed, { path }) => withValue(changed, path, undefined), payload),
}

describe('a delivery that somebody else signed for', () => {
  it.each(Object.keys(elsewhere))(
    'has no effect here %s, whoever it says it is from',
    async (way) => {
      const rowsOfOurs = () =>
        scene.watch.query(
          `SELECT (SELECT count(*) FROM issue_event WHERE workspace_id = 'T0PRACTICE')
           + (SELECT count(*) FROM request WHERE workspace_id = 'T0PRACTICE')
           + (SELECT count(*) FROM draft WHERE workspace_id = 'T0PRACTICE') AS sum`,
        )
      const [rows, since] = [await rowsOfOurs(), scene.watch.listen()]
      const forged = [...scene.kinds].map(([kind, { payload }]) => {
        const own = anew(payload, `${way.length}${kind.length}`, scene.watch.answersTo)
        return { kind, label: way, payload: elsewhere[way]?.(own) ?? own }
      })
      expect([...(await attackWith(forged)).keys()]).toEqual([403])
      expect([await rowsOfOurs(), since.calls(), since.answers()]).toEqual([rows, [], []])
    },
    patient,
  )

  it('cannot take us down: another workspace may leave as it likes', async () => {
    const kind = 'user_change'
    const left = (event: object): Forged => {
      const own = { ...sentBy(scene, kind, 'U0ANNA'), event }
      return { kind, label: 'gone', payload: elsewhere['with another team everywhere']?.(own) ?? own }
    }
    const gone = [{ type: 'app_uninstalled' }, { type: 'tokens_revoked', tokens: { bot: ['U0COUNCILBOT'] } }]
    await attackWith(gone.map(left))
    expect((await fetch(new URL('/readyz', scene.here.address))).status).toBe(200)
  })

  it.each([
    '/healthz?team_id=T0ELSEWHERE',
    '/readyz?team_id=T0ELSEWHERE&workspace=T0ELSEWHERE',
    '/metrics?team_id=T0ELSEWHERE',
    '/slack/events/',
    '/slack/events/T0ELSEWHERE',
    '/slack/events%2f..%2fT0ELSEWHERE',
    '/SLACK/EVENTS',
    '/T0ELSEWHERE/slack/events',
    '/issues/701',
    '/../../etc/passwd',
  ])('finds nothing of anybody at %s', async (path) => {
    const { kind, payload } = { kind: '/cx list', payload: sentBy(scene, '/cx list', attackers.member) }
    const { body, contentType } = bytesOf(scene.kinds.get(kind)?.kind ?? 'command', payload)
    const posted = await scene.here.slack.signedPost(new URL(path, scene.here.address).href, body, { contentType })
    const seen = await fetch(new URL(path, scene.here.address))
    const said = `${await posted.text()}${await seen.text()}${JSON.stringify([...seen.headers])}`
    expect(secrets.filter((secret) => said.includes(secret))).toEqual([])
    expect(said).not.toMatch(/T0ELSEWHERE|T0PRACTICE|CX-\d/)
  })
})

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
      const different: string[] = []
      for (const kind of scene.kinds.keys()) {
        const about = async (number: number) => {
          const payload = aimedAt(sentBy(scene, kind, attackers[who]), number, handoverOf(number))
          return payload && outcomeOf({ kind, label: `about ${number}`, payload }, number, who === 'stranger')
        }
        const nothing = await about(nobodysNumber)
        if (nothing === undefined) continue
        for (const number of who === 'member' ? scene.loot.numbers : scene.loot.numbers.slice(3, 8)) {
          const something = await about(number)
          if (something !== nothing) different.push(`${kind} of ${number}: ${something} instead of ${nothing}`)
        }
      }
      expect(different).toEqual([])
    },
    patient,
  )
})

describe('what is said when a delivery was answered already', () => {
  it(
    'holds no secret either',
    async () => {
      await scene.here.slack.settled({ quietFor: 500, timeout: 30_000 })
      expect(everything.calls().length).toBeGreaterThan(1_000)
      expect(secretsIn(everything)).toEqual([])
    },
    patient,
  )
})
