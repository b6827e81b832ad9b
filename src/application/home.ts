import type { Council, PersonId } from '#domain/council.ts'
import type { Consult } from '#domain/issue/consult-facts.ts'
import type { Severity } from '#domain/severity.ts'
import type { IssueLine, Viewer } from './read-models.ts'

/**
 * What waits for a person, in the order of App Home: to claim, to accept, a question of a receiver, a question or help
 * that is asked of them, one that was asked back, to choose for the council, a promise that is due, a customer who is
 * still to be told, what somebody left behind, to route.
 */
export const waitingLists = [
  'claim',
  'accept',
  'question',
  'consult',
  'asked_back',
  'decide',
  'promise',
  'close',
  'left',
  'route',
] as const

/**
 * The lists of App Home, in the order in which they follow each other where several are asked for. `rest_of_mine` and
 * `rest_of_department` leave out what waits for the person, and the latter what is theirs.
 */
export const homeLists = [
  ...waitingLists,
  'rest_of_mine',
  'rest_of_department',
  'mine',
  'department',
  'open',
  'number',
  'customer',
] as const

export type HomeList = (typeof homeLists)[number]

/** Behind which entry a page begins. */
export type HomeCursor = { readonly list: HomeList; readonly number: number }

export const homeShows = ['start', 'waiting', 'mine', 'department', 'open', 'map'] as const

/** What of App Home is looked at: the first page of everything, one list, or the journey map. */
export type HomeShow = (typeof homeShows)[number]

/** What a person wants to see. A `query` looks for a number or a customer instead of showing a list. */
export type HomeWish = {
  readonly show: HomeShow
  readonly severity?: Severity
  /** Its key. */
  readonly department?: string
  readonly query?: string
  readonly after?: HomeCursor
  /** How many stages of the map come before its page. */
  readonly stage?: number
}

/** The issue's number that was looked for, as “CX-42” or “42”; undefined where it is words. */
export const numberSought = (query: string): number | undefined => {
  const number = /^\s*(?:cx-?)?\s*([1-9]\d{0,8})\s*$/i.exec(query)?.[1]
  return number === undefined ? undefined : Number(number)
}

/** One reading of some lists together; at most `limit` entries. */
export type HomeQuestion = {
  readonly lists: readonly HomeList[]
  readonly viewer: Viewer
  /** Whether what is to be routed waits for this person. */
  readonly chair: boolean
  /** Promises before it are due. */
  readonly promisedBefore: Date
  readonly severity?: Severity
  readonly department?: string
  /** For the list `number`. */
  readonly number?: number
  /** For the list `customer`: how its name begins. */
  readonly customer?: string
  readonly after?: HomeCursor
  readonly limit: number
}

/** An issue as App Home knows it. */
export type HomeLine = IssueLine & {
  readonly list: HomeList
  readonly flaggedBy: PersonId
  readonly askedPerson?: PersonId
  readonly handoverAsked?: PersonId
  /** What of its consults waits for the person, in the lists `consult` and `asked_back`. */
  readonly consult?: Pick<Consult, 'id' | 'kind' | 'state'>
  readonly leadAsked?: PersonId
  /** What the receiver of its handover asked first: by whom, and whom; `answered` once it was. */
  readonly question?: { readonly by: PersonId; readonly to: PersonId; readonly at: Date; readonly answeredAt?: Date }
  readonly lastUpdateAt: Date
  readonly promiseBy?: Date
  readonly region?: string
  /** It is for the chair to say where it goes. */
  readonly unrouted: boolean
}

/** What a person may do with an entry, each a button of it. */
export type HomeWay =
  | 'claim'
  | 'not_ours'
  | 'accept'
  | 'ask_first'
  | 'return'
  | 'answer_question'
  | 'take_back'
  | 'decide'
  | 'route'
  | 'hand_over'
  | 'resolve'
  | 'next_step'
  | 'kept'
  | 'close'
  | 'take'
  | 'reopen'

export type HomeEntry = {
  readonly line: HomeLine
  readonly ways: readonly HomeWay[]
  /** Theirs. */
  readonly own: boolean
  /** Claimed, and no update for longer than the rules say. */
  readonly quiet: boolean
}

/** Entries under one title; `next` where there are more. */
export type HomePart = {
  readonly kind: 'waiting' | 'mine' | 'department' | 'open' | 'found'
  readonly entries: readonly HomeEntry[]
  readonly next?: HomeCursor
}

/** Somebody in the map; `until` for one who is away. */
export type MapPerson = {
  readonly name?: string
  readonly standing: 'here' | 'away' | 'gone' | 'unknown'
  readonly until?: Date
}

export type MapPlace = {
  /** Its key. */
  readonly department: string
  readonly region?: string
  readonly owner: MapPerson
  readonly backup?: MapPerson
}

/** A stage of the journey with the departments that answer for it, and those where nobody is named. */
export type MapStage = {
  readonly name: string
  readonly lead: string
  readonly places: readonly MapPlace[]
  readonly gaps: readonly string[]
}

/** Some stages of the map, from the one behind `before` others; `stages` says how many there are in all. */
export type MapPage = {
  readonly shown: readonly MapStage[]
  readonly before: number
  readonly stages: number
  readonly gaps: number
}

/** What App Home shows to one person. */
export type Home = {
  readonly council: Council
  readonly now: Date
  /** IANA zone of the one who looks. */
  readonly readerZone: string
  readonly wish: HomeWish
  readonly seesMap: boolean
  readonly hasDepartment: boolean
  readonly parts: readonly HomePart[]
  readonly map?: MapPage
}
