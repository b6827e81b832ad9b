import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, Scalar, type YAMLMap } from 'yaml'
import { type Mistake, quoted } from '../mistake.ts'

const mostNodes = 50_000
/** YAML looks for an alias's value through the whole document, so an alias counts as much as many values. */
const nodesPerAlias = 50
const deepest = 50

/** Line and column, both from 1. */
export type Place = { readonly line: number; readonly column: number }

export type Path = readonly PropertyKey[]

export const pathKey = (path: Path): string => path.map(String).join('\n')

type Text = { readonly path: Path; readonly text: string; readonly place: Place }

type Walk = {
  readonly document: Document.Parsed
  readonly position: (offset: number) => Place
  readonly places: Map<string, Place>
  readonly mistakes: Mistake[]
  readonly texts: Text[]
  /** Nodes that are being unfolded right now: meeting one again is a loop. */
  readonly open: Set<unknown>
  nodes: number
}

const placeOf = (walk: Walk, node: unknown): Place => walk.position((node as Node | null)?.range?.[0] ?? 0)

const complain = (walk: Walk, node: unknown, message: string): undefined => {
  walk.mistakes.push({ ...placeOf(walk, node), message })
  return undefined
}

const keyOf = (walk: Walk, pair: Pair): string | undefined =>
  isScalar(pair.key) && typeof pair.key.value === 'string'
    ? pair.key.value
    : complain(walk, pair.key, 'A key must be one word followed by a colon.')

const section = (walk: Walk, map: YAMLMap, path: Path): Record<string, unknown> => {
  const entries: Record<string, unknown> = Object.create(null)
  for (const pair of map.items) {
    const key = keyOf(walk, pair)
    if (key === undefined) continue
    const at = [...path, key]
    const first = walk.places.get(pathKey(at))
    if (key in entries) {
      complain(walk, pair.key, `${quoted(key)} is already given on line ${first?.line}: keep one of the two.`)
      continue
    }
    walk.places.set(pathKey(at), placeOf(walk, pair.key))
    entries[key] = step(walk, pair.value, at)
  }
  return entries
}

const collection = (walk: Walk, node: Node, path: Path): unknown => {
  if (isMap(node)) return section(walk, node, path)
  if (!isSeq(node)) return undefined
  return node.items.map((item, index) => {
    const at = [...path, index]
    walk.places.set(pathKey(at), placeOf(walk, item))
    return step(walk, item, at)
  })
}

const empty = (node: Scalar): boolean =>
  node.type === Scalar.PLAIN && ['', '~', 'null'].includes(String(node.value).toLowerCase())

const scalar = (walk: Walk, node: Scalar, path: Path): string | undefined => {
  if (empty(node)) return undefined
  const text = String(node.value)
  walk.texts.push({ path, text, place: placeOf(walk, node) })
  return text
}

const step = (walk: Walk, given: unknown, path: Path): unknown => {
  if (walk.nodes > mostNodes) return undefined
  walk.nodes += isAlias(given) ? nodesPerAlias : 1
  if (walk.nodes > mostNodes) {
    return complain(walk, given, 'The file unfolds to far more than a council: write values out instead of aliases.')
  }
  if (path.length > deepest) return complain(walk, given, 'The file is nested far too deep: a council has five levels.')
  const node = isAlias(given) ? given.resolve(walk.document) : given
  if (isAlias(given) && !node) return complain(walk, given, `No value above is marked &${given.source}: write it out.`)
  if (isScalar(node)) return scalar(walk, node, path)
  if (!isMap(node) && !isSeq(node)) return undefined
  if (walk.open.has(node)) return complain(walk, given, 'This alias contains itself: write the value out instead.')
  walk.open.add(node)
  const value = collection(walk, node, path)
  walk.open.delete(node)
  return value
}

/** The document as plain text, lists and sections, with aliases followed within bounds; what is empty is undefined. */
export const unfold = (document: Document.Parsed, position: (offset: number) => Place) => {
  const walk: Walk = {
    document,
    position,
    places: new Map(),
    mistakes: [],
    texts: [],
    open: new Set(),
    nodes: 0,
  }
  const value = step(walk, document.contents, [])
  const { places, mistakes, texts } = walk
  return { value, places, mistakes, texts }
}
