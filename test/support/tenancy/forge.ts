import type { Town } from './town.ts'

type Delivery = ReturnType<Town['slack']['deliveries']>[number]
export type Payload = Readonly<Record<string, unknown>>

/** A place in a delivery where a value stands: `view.private_metadata#issue` is a key of the JSON that is kept there. */
export type Position = { readonly path: string; readonly value: unknown }

/** Everything of somebody else's that an attacker could put in place of their own. */
export type Loot = {
  readonly numbers: readonly number[]
  /** And consults, and decisions of the council. */
  readonly handovers: readonly { readonly number: number; readonly id: string }[]
  readonly drafts: readonly string[]
  readonly people: readonly string[]
  readonly places: readonly { readonly channel: string; readonly ts: string }[]
  readonly teams: readonly string[]
  readonly views: readonly string[]
  readonly triggers: readonly string[]
  readonly events: readonly string[]
  readonly departments: readonly string[]
}

/** What is no id at all, by what is wrong with it: a number, a name, a type, or that it is far too much. */
export const rubbish: readonly (readonly unknown[])[] = [
  ['-1', '999999999999999999999', -1, 2 ** 31, '0', 1.5],
  ['', '__proto__', '1:constructor', "1' OR '1'='1"],
  [true, null, ['1', 1], {}, []],
  ['x'.repeat(10_000)],
]

const unread = new Set([
  'blocks',
  'title',
  'submit',
  'close',
  'token',
  'bot_profile',
  'icons',
  'description',
  'metadata',
])

const isObject = (value: unknown): value is Payload => typeof value === 'object' && value !== null

const parsed = (value: unknown): Payload | undefined => {
  try {
    const read: unknown = typeof value === 'string' ? JSON.parse(value) : undefined
    return isObject(read) ? read : undefined
  } catch {
    return undefined
  }
}

/** Every place of a delivery whose value somebody could read, but for blocks that nobody does. */
export const positionsIn = (payload: unknown, path = ''): readonly Position[] => {
  if (!isObject(payload)) return [{ path, value: payload }]
  return Object.entries(payload).flatMap(([key, value]): readonly Position[] => {
    const at = path === '' ? key : `${path}.${key}`
    if (unread.has(key)) return []
    const inside = key === 'private_metadata' ? parsed(value) : undefined
    const kept = Object.entries(inside ?? {}).map(([name, one]) => ({ path: `${at}#${name}`, value: one }))
    return [...positionsIn(value, at), ...kept]
  })
}

const put = (target: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void => {
  if (rest.length > 0) {
    if (isObject(target[key])) put(target[key] as Record<string, unknown>, rest, value)
  } else if (value === undefined) delete target[key]
  else target[key] = value
}

/** The delivery with another value at a place; undefined takes the place out. */
export const withValue = (payload: Payload, path: string, value: unknown): Payload => {
  const copy: Record<string, unknown> = structuredClone(payload)
  const [outer = '', inner] = path.split('#')
  const keys = outer.split('.')
  if (inner === undefined) put(copy, keys, value)
  else {
    const kept = keys.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), copy)
    put(copy, keys, JSON.stringify({ ...parsed(kept), [inner]: value }))
  }
  return copy
}

const shapes: readonly (readonly [RegExp, (loot: Loot, value: string) => readonly string[]])[] = [
  [/^\d{1,9}$/, ({ numbers }) => numbers.map(String)],
  [
    /^\d+:/,
    ({ numbers, handovers }, value) => [
      ...handovers.flatMap(({ number, id }) => [
        value.replace(/^[^:]*:[^:]*/, `${number}:${id}`),
        value.replace(/:[^:]*/, `:${id}`),
      ]),
      ...numbers.map((number) => value.replace(/^\d+/, `${number}`)),
    ],
  ],
  [
    /^\{.*"(?:handover|decision)":/,
    ({ handovers }, value) => {
      const of = value.includes('"decision":') ? 'decision' : 'handover'
      return handovers.map(({ number, id }) => JSON.stringify({ issue: number, [of]: id }))
    },
  ],
  [/^next_step_by:\d+$/, ({ numbers }) => numbers.map((number) => `next_step_by:${number}`)],
  [/\bCX-\d+/, ({ numbers }, value) => numbers.map((number) => value.replace(/\d+/, `${number}`))],
  [/^[\da-f]{8}-[\da-f-]{27}$/, ({ handovers, drafts }) => [...handovers.map(({ id }) => id), ...drafts]],
  [/^[UW]0\w+$/, ({ people }) => people],
  [/^[CDG]0\w+$/, ({ places }) => places.map(({ channel }) => channel)],
  [/^\d{10}\.\d{6}$/, ({ places }) => places.map(({ ts }) => ts)],
  [/^T0\w+$/, ({ teams }) => teams],
  [/^V\w{8,}$/, ({ views }) => views],
  [/^\d+\.\d+\.[\da-f]{20,}$/, ({ triggers }) => triggers],
  [/^Ev\w+$/, ({ events }) => events],
  [/^(?:sales|billing|support|product|it)$/, ({ departments }) => departments],
]

/** What of somebody else's looks like this value: a number for a number, a handover's id for one. */
export const alike = (value: unknown, loot: Loot): readonly unknown[] => {
  if (typeof value === 'number') return loot.numbers
  if (typeof value !== 'string') return []
  const found = shapes.filter(([shape]) => shape.test(value)).flatMap(([, of]) => of(loot, value))
  return [...new Set(found)]
}

/** Where a delivery names the issue it is about, and what would stand there for another one. */
const aims: readonly (readonly [RegExp, RegExp, (number: number, handover: string) => unknown])[] = [
  [/#issue$/, /^\d+$/, (number) => number],
  [/#consult$/, /./, (_, handover) => handover],
  [/#handover$/, /./, (_, handover) => handover],
  [/#decision$/, /./, (_, decision) => decision],
  [/^actions\.0\.value$/, /^\d+$/, (number) => `${number}`],
  [/^actions\.0\.value$/, /^\d+:[\da-f]{8}-/, (number, handover) => `${number}:${handover}`],
  [/^actions\.0\.value$/, /^\d+:[\da-f]{8}-[\da-f-]+:/, (number, decision) => `${number}:${decision}:U0MIA`],
  [/^actions\.0\.value$/, /^\d+:[a-z_]+$/, (number) => `${number}:sales`],
  [/^actions\.0\.selected_option\.value$/, /^\d+:[\da-z_]+$/, (number) => `${number}:1h`],
  [/^actions\.0\.block_id$/, /^next_step_by:/, (number) => `next_step_by:${number}`],
  [/^text$/, /CX-\d+/, (number) => `CX-${number}`],
]

/** The delivery as if it were about another issue; undefined for one that is about none. */
export const aimedAt = (payload: Payload, number: number, handover: string): Payload | undefined => {
  const changes = positionsIn(payload).flatMap(({ path, value }) =>
    aims
      .filter(([where, what]) => where.test(path) && what.test(`${value}`))
      .map(([, , put]) => ({
        path,
        value: path === 'text' ? `${value}`.replace(/CX-\d+/, `CX-${number}`) : put(number, handover),
      })),
  )
  return changes.length === 0
    ? undefined
    : changes.reduce((changed, { path, value }) => withValue(changed, path, value), payload)
}

const people = ['user.id', 'user_id', 'event.user']

/** The delivery as another person's; where it happened stays. */
export const by = (payload: Payload, person: string): Payload =>
  people
    .filter((path) => positionsIn(payload).some((one) => one.path === path))
    .reduce((changed, path) => withValue(changed, path, person), payload)

/** A delivery that was never sent before, old enough not to be waited for, whose private answers go to an address. */
export const anew = (payload: Payload, id: string, answersTo: string): Payload => {
  const own: Readonly<Record<string, unknown>> = {
    trigger_id: `forged.${id}`,
    'actions.0.action_ts': id,
    'view.id': `VFORGED${id}`,
    event_id: `EvFORGED${id}`,
    event_time: 1,
    response_url: answersTo,
  }
  const has = new Set(positionsIn(payload).map(({ path }) => path))
  return Object.entries(own)
    .filter(([path]) => has.has(path))
    .reduce((changed, [path, value]) => withValue(changed, path, value), payload)
}

/** The bytes that Slack would send. */
export const bytesOf = (kind: Delivery['kind'], payload: Payload): { body: string; contentType: string } => {
  if (kind === 'event') return { body: JSON.stringify(payload), contentType: 'application/json' }
  const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
  const form =
    kind === 'command'
      ? Object.entries(payload).map(([key, value]): [string, string] => [key, text(value)])
      : [['payload', JSON.stringify(payload)] as [string, string]]
  return { body: new URLSearchParams(form).toString(), contentType: 'application/x-www-form-urlencoded' }
}
