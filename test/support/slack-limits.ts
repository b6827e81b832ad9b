/** Any part of a Slack payload. */
type Node = { readonly [key: string]: unknown }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Every object inside a payload, itself included, each with the name of the property that holds it. */
const nodesIn = (value: unknown, under = ''): readonly (readonly [string, Node])[] => {
  if (Array.isArray(value)) return value.flatMap((inner) => nodesIn(inner, under))
  if (!isNode(value)) return []
  return [[under, value] as const, ...Object.entries(value).flatMap(([key, inner]) => nodesIn(inner, key))]
}

const textLimits: Readonly<Record<string, number>> = {
  placeholder: 150,
  label: 2000,
  hint: 2000,
  title: 24,
  submit: 24,
  close: 24,
}

const lengthOf = (value: unknown): number => (typeof value === 'string' ? value.length : 0)

/** Of the dialog that asks once more. */
const confirmLimits: Readonly<Record<string, number>> = { title: 100, text: 300, confirm: 30, deny: 30 }

const textLimit = (under: string, parent: string): number => {
  if (parent === 'confirm') return confirmLimits[under] ?? 3000
  if (under === 'text' && ['elements', 'accessory'].includes(parent)) return 75
  if (under === 'text' && ['options', 'initial_option'].includes(parent)) return 75
  if (under === 'label' && parent === 'option_groups') return 75
  return textLimits[under] ?? 3000
}

const tooLongTexts = (value: unknown, under = '', parent = ''): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((inner) => tooLongTexts(inner, under, parent))
  if (!isNode(value)) return []
  const isText = value.type === 'plain_text' || value.type === 'mrkdwn' || value.type === 'text'
  const limit = value.type === 'text' ? 3000 : under === 'description' ? 75 : textLimit(under, parent)
  const length = lengthOf(value.text)
  const here = isText && (length > limit || length < 1) ? [`${parent}.${under}: ${length} of ${limit}`] : []
  return [...here, ...Object.entries(value).flatMap(([key, inner]) => tooLongTexts(inner, key, under))]
}

const counts = ([under, node]: readonly [string, Node]): readonly string[] => {
  const found: string[] = []
  const check = (what: string, size: number, least: number, most: number) => {
    if (size < least || size > most) found.push(`${under} ${node.type}: ${size} ${what}, ${least} to ${most}`)
  }
  if (node.type === 'actions') check('elements', list(node.elements).length, 1, 25)
  if (node.type === 'context') check('elements', list(node.elements).length, 1, 10)
  if (Array.isArray(node.options)) check('options', node.options.length, 1, 100)
  if (Array.isArray(node.option_groups)) check('groups', node.option_groups.length, 1, 100)
  if (node.type === 'rich_text') check('elements', list(node.elements).length, 1, 1000)
  if ('action_id' in node) check('characters of action_id', lengthOf(node.action_id), 1, 255)
  if ('block_id' in node) check('characters of block_id', lengthOf(node.block_id), 1, 255)
  if ('value' in node) check('characters of value', lengthOf(node.value), 1, node.type === 'button' ? 2000 : 75)
  if ('initial_value' in node) check('characters', lengthOf(node.initial_value), 1, 3000)
  if ('private_metadata' in node) check('characters of metadata', lengthOf(node.private_metadata), 0, 3000)
  if (node.type === 'link') check('characters of url', lengthOf(node.url), 1, 3000)
  return found
}

const repeated = (ids: readonly unknown[], what: string): readonly string[] => {
  const known = ids.filter((id) => id !== undefined)
  return new Set(known).size === known.length ? [] : [`${what} repeated: ${known.join(', ')}`]
}

const brokenSurrogates = (value: unknown): readonly string[] =>
  JSON.stringify(value).includes('\\ud') ? ['half of a surrogate pair'] : []

/** Everything about a list of blocks that goes beyond Slack's limits. */
export const limitProblems = (blocks: readonly unknown[], most: 50 | 100): readonly string[] => [
  ...(blocks.length < 1 || blocks.length > most ? [`${blocks.length} blocks`] : []),
  ...tooLongTexts(blocks, 'blocks'),
  ...nodesIn(blocks).flatMap(counts),
  ...repeated(
    blocks.filter(isNode).map((block) => block.block_id),
    'block_id',
  ),
  ...blocks.filter(isNode).flatMap((block) =>
    repeated(
      list(block.elements)
        .filter(isNode)
        .map((element) => element.action_id),
      'action_id',
    ),
  ),
  ...brokenSurrogates(blocks),
]

/** The same for a modal, with its titles, metadata and weight. */
export const viewProblems = (view: { readonly blocks: readonly unknown[] }): readonly string[] => [
  ...limitProblems(view.blocks, 100),
  ...tooLongTexts({ ...view, blocks: [] }, 'view'),
  ...counts(['view', view]),
  ...(Buffer.byteLength(JSON.stringify(view)) > 250_000 ? ['heavier than 250 KB'] : []),
]

const pinging = new Set(['user', 'usergroup', 'channel', 'broadcast', 'team'])

/** Everything in a payload that would notify somebody, or that Slack would read as markup of our own. */
export const pingsIn = (payload: unknown): readonly string[] =>
  nodesIn(payload).flatMap(([under, node]) => {
    const text = typeof node.text === 'string' ? node.text : ''
    if (pinging.has(String(node.type)) && under === 'elements') return [`${node.type} in ${under}`]
    if (node.type === 'mrkdwn') return [`markup: ${text}`]
    if (node.type === 'text' || node.type === 'link') return []
    return /[<>]|&(?!amp;|lt;|gt;)/.test(text) ? [`unescaped: ${text.slice(0, 80)}`] : []
  })

/** The words on the buttons of a payload, in order. */
export const buttonsIn = (payload: unknown): readonly string[] =>
  nodesIn(payload)
    .filter(([, node]) => node.type === 'button')
    .map(([, node]) => (isNode(node.text) ? String(node.text.text) : ''))

/** Everything a reader sees as text in a payload, in order. */
export const wordsIn = (blocks: readonly unknown[]): string =>
  nodesIn(blocks)
    .filter(([, node]) => typeof node.text === 'string')
    .map(([, node]) => String(node.text))
    .join('\n')
