import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { createTestDatabase } from '../../support/database.ts'
import { eventually } from '../../support/eventually.ts'
import { attack, heaps, type Stage, sentBy } from '../../support/tenancy/attack.ts'
import { undecided } from '../../support/tenancy/deciding.ts'
import { aimedAt, type Payload, withValue } from '../../support/tenancy/forge.ts'
import { live, stations } from '../../support/tenancy/lives.ts'
import { recordEveryKind } from '../../support/tenancy/recorded.ts'
import { startTown } from '../../support/tenancy/town.ts'
import { startWatch } from '../../support/tenancy/watch.ts'

const P = PEOPLE
const patient = 240_000

let stage: Stage & { readonly stop: () => Promise<void> }
/** Open issues at each station: Omar of Support flagged them, Ben of Billing is asked or owns, Felix of Sales is handed one. */
let issues: readonly number[]
let handover: string
let consult: string
let decision: string
let before: readonly string[]

beforeAll(async () => {
  const { url, drop } = await createTestDatabase()
  const here = await startTown(url, { team: 'T0PRACTICE' })
  const kinds = await recordEveryKind(here)
  const flagged: number[] = []
  const script = { words: 'Everybody may read this', customer: 'Alto', private: false }
  for (const station of stations) flagged.push(await live(here, script, station))
  flagged.push(await undecided(here, script))
  await here.slack.settled({ quietFor: 300 })
  const watch = await startWatch(url, here, { ours: 'T0PRACTICE', other: 'T0NOBODY', issues: flagged })
  await watch.rest()
  const [pending] = await watch.query<{ id: string }>('SELECT id FROM handover WHERE issue_number = ANY($1)', [flagged])
  issues = flagged
  handover = pending?.id ?? ''
  const [open] = await watch.query<{ id: string }>('SELECT id FROM consult WHERE issue_number = ANY($1)', [flagged])
  consult = open?.id ?? ''
  const [left] = await watch.query<{ id: string }>(
    "SELECT id FROM council_decision WHERE state = 'open' AND issue_number = ANY($1)",
    [flagged],
  )
  decision = left?.id ?? ''
  before = await watch.rows()
  const stop = async () => {
    await watch.stop()
    await here.stop()
    await drop()
  }
  stage = { here, kinds, watch, stop }
}, patient)
afterAll(() => stage.stop())

/** Who may not, of those near an issue, and by which deliveries they could try. */
const refused: Readonly<Record<string, { readonly people: readonly string[]; readonly by: readonly string[] }>> = {
  claim: { people: [P.ivo, P.anna, P.mia], by: ['block_actions claim', '/cx claim', 'reaction_added raising_hand'] },
  'say Not ours': { people: [P.ivo, P.anna, P.felix], by: ['block_actions not_ours', 'view_submission not_ours_form'] },
  accept: { people: [P.ivo, P.anna, P.ben, P.tom, P.chloe, P.mia], by: ['block_actions accept'] },
  'return it': {
    people: [P.ivo, P.anna, P.ben, P.tom, P.chloe, P.mia],
    by: ['block_actions return_it', 'view_submission return_form'],
  },
  'ask first': {
    people: [P.ivo, P.anna, P.ben, P.tom, P.chloe, P.mia],
    by: ['block_actions ask_first', 'view_submission ask_first_form'],
  },
  'answer a question': {
    people: [P.ivo, P.anna, P.tom, P.felix],
    by: ['block_actions answer_question', 'view_submission answer_question_form'],
  },
  'take back': { people: [P.ivo, P.anna, P.tom, P.felix], by: ['block_actions take_back'] },
  'hand over': {
    people: [P.ivo, P.anna, P.tom, P.felix],
    by: ['block_actions hand_over', 'view_submission hand_over_form'],
  },
  'ask others about it': {
    people: [P.ivo, P.anna, P.tom, P.felix, P.sana],
    by: [
      '/cx consult',
      'block_actions way',
      'block_actions consult_again',
      'block_actions ask_other',
      'block_actions ask_hands',
      'view_submission consult_form',
      'view_submission hands_form',
    ],
  },
  'answer what is asked of another': {
    people: [P.ivo, P.anna, P.ben, P.chloe, P.felix],
    by: [
      'block_actions consult_answer',
      'block_actions consult_ask_back',
      'block_actions help',
      'block_actions cannot_help',
    ],
  },
  'call a question off': { people: [P.ivo, P.anna, P.tom, P.felix, P.sana], by: ['block_actions not_needed'] },
  'choose for the council': {
    people: [P.ivo, P.anna, P.ben, P.tom, P.lou],
    by: ['block_actions decide_for_1', 'block_actions someone_else', 'view_submission decide_form'],
  },
  'speak to the council first': {
    people: [P.ivo, P.ben, P.mia, P.carla],
    by: ['block_actions speak', 'view_submission speak_form'],
  },
  "say that they can't": {
    people: [P.ivo, P.ben, P.lou, P.felix],
    by: ['block_actions cannot ', 'view_submission cannot_form'],
  },
  'promise a next step': { people: [P.ivo, P.anna, P.tom, P.felix], by: ['block_actions next_step'] },
  release: { people: [P.ivo, P.anna, P.lou, P.chloe], by: ['block_actions release'] },
  resolve: { people: [P.ivo, P.anna, P.tom, P.felix], by: ['block_actions resolve', 'view_submission resolve_form'] },
  'close the loop': {
    people: [P.ivo, P.anna, P.tom, P.lou, P.chloe],
    by: ['block_actions close_loop', 'view_submission close_form'],
  },
  'add details': {
    people: [P.ivo, P.anna, P.tom, P.mia],
    by: ['block_actions add_details', 'view_submission details_form'],
  },
  reopen: { people: [P.ivo, P.anna, P.tom, P.mia], by: ['block_actions reopen', 'view_submission reopen_form'] },
  'put it on hold': { people: [P.ivo, P.anna, P.ben, P.lou, P.felix], by: ['/cx hold', '/cx unhold'] },
  withdraw: { people: [P.ivo, P.anna, P.ben, P.lou], by: ['block_actions withdraw'] },
  'share the words': { people: [P.ivo, P.anna, P.ben, P.chloe], by: ['block_actions share_words'] },
  route: { people: [P.ivo, P.ben, P.lou, P.grace], by: ['block_actions route', 'view_submission route_form'] },
}

const ofDecisions = /decide|someone_else|speak|cannot(?!_help)/
const ofConsults = /consult|help|not_needed|ask_other|ask_hands|hands_form/

/** The press of a button as App Home would send it, where a message had it. */
const fromHome = (payload: Payload): Payload => {
  const { message: _, channel: __, response_url: ___, ...rest } = payload
  const view = { id: 'VHOME', type: 'home', team_id: 'T0PRACTICE', app_installed_team_id: 'T0PRACTICE' }
  return {
    ...rest,
    container: { type: 'view', view_id: 'VHOME' },
    view: { ...view, root_view_id: 'VHOME', blocks: [] },
  }
}

const cardOf = async (number: number) => {
  const sql =
    "SELECT channel, ts FROM post WHERE key LIKE 'card:' || $1 || ':%' AND channel IS NOT NULL ORDER BY key DESC"
  return (await stage.watch.query<{ channel: string; ts: string }>(sql, [number]))[0]
}

const attempts = async (kind: string, person: string) => {
  const of = async (number: number) => {
    const own = sentBy(stage, kind, person)
    const card = await cardOf(number)
    const reacted = withValue(withValue(own, 'event.item.channel', card?.channel), 'event.item.ts', card?.ts)
    const id = ofDecisions.test(kind) ? decision : ofConsults.test(kind) ? consult : handover
    const payload = kind.startsWith('reaction') ? reacted : (aimedAt(own, number, id) ?? own)
    const label = `${person} about ${number}`
    const again = kind.endsWith('message') ? [{ kind, label: `${label} from home`, payload: fromHome(payload) }] : []
    return [{ kind, label, payload }, ...again]
  }
  const all = []
  for (const number of issues) all.push(...(await of(number)))
  return all
}

describe('somebody who may not', () => {
  it.each(Object.keys(refused))(
    '%s is refused wherever they try, and nothing changes',
    async (act) => {
      const { people, by } = refused[act] ?? { people: [], by: [] }
      const kinds = [...stage.kinds.keys()].filter((kind) => by.some((start) => kind.startsWith(start)))
      expect(by.filter((start) => !kinds.some((kind) => kind.startsWith(start)))).toEqual([])
      for (const kind of kinds)
        for (const person of people)
          for (const heap of heaps(await attempts(kind, person), 12)) {
            const since = stage.watch.listen()
            const answers = (await attack(stage, heap, before)).filter(({ text }) => text !== '')
            const shown = () =>
              since.calls().filter(({ method }) => /^(?:views\.(?:open|push)|chat\.postE)/.test(method))
            await eventually(() => answers.length + shown().length + since.answers().length === heap.length)
          }
    },
    patient,
  )

  it(
    'see the digest is refused, and so are guests everywhere',
    async () => {
      for (const person of [P.ivo, P.ben, P.guest]) {
        const { answer } = await stage.here.as(person).command('/cx', 'digest', CHANNELS.support)
        expect(answer?.text).toMatch(/for the council|You are a guest/)
      }
      const guest = [...stage.kinds.keys()].flatMap((kind) => {
        const own = sentBy(stage, kind, P.guest)
        return issues.map((number) => ({ kind, label: 'guest', payload: aimedAt(own, number, handover) ?? own }))
      })
      for (const heap of heaps(guest, 120)) await attack(stage, heap, before)
    },
    patient,
  )
})
