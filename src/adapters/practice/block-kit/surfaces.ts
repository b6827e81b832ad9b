import { isJson, type Json } from '../json.ts'
import { blockRules, type Surface } from './blocks.ts'
import {
  boolean,
  byType,
  list,
  object,
  optional,
  type Problem,
  problemsOf,
  type Report,
  type Rule,
  required,
  string,
} from './check.ts'
import { plainText } from './composition.ts'
import { LIMITS } from './limits.ts'

const RULES: Record<Surface, Rule> = {
  message: list(byType(blockRules('message')), { max: LIMITS.message.blocks }),
  modal: list(byType(blockRules('modal')), { max: LIMITS.view.blocks }),
  home: list(byType(blockRules('home')), { max: LIMITS.view.blocks }),
}

/** Everything Slack would refuse in these blocks on this surface. */
export function checkBlocks(blocks: unknown, surface: Surface, pointer = '/blocks'): Problem[] {
  const together: Rule = (value, at, report) => {
    RULES[surface](value, at, report)
    if (Array.isArray(value)) checkTogether(value.filter(isJson), at, report)
  }
  return problemsOf(together, blocks, pointer)
}

/** Everything Slack would refuse in this modal or home tab. */
export function checkView(view: unknown, pointer = '/view'): Problem[] {
  const rule = byType({ modal, home })
  const together: Rule = (value, at, report) => {
    rule(value, at, report)
    if (isJson(value) && Array.isArray(value.blocks)) checkTogether(value.blocks.filter(isJson), `${at}/blocks`, report)
  }
  return problemsOf(together, view, pointer)
}

const shared = {
  type: required(string()),
  private_metadata: optional(string({ max: LIMITS.view.privateMetadata })),
  callback_id: optional(string({ max: LIMITS.id })),
  external_id: optional(string({ max: LIMITS.id })),
}

const home = object({ ...shared, blocks: required(RULES.home) })

const modal = object(
  {
    ...shared,
    title: required(plainText(LIMITS.view.title)),
    submit: optional(plainText(LIMITS.view.button)),
    close: optional(plainText(LIMITS.view.button)),
    blocks: required(RULES.modal),
    clear_on_close: optional(boolean),
    notify_on_close: optional(boolean),
    submit_disabled: optional(boolean),
  },
  (value, pointer, report) => {
    const asks = Array.isArray(value.blocks) && value.blocks.some((block) => isJson(block) && block.type === 'input')
    if (asks && !value.submit) report(pointer, 'missing required field: submit', 'missing_required_field')
  },
)

/** What no block breaks alone: ids, one table, all markdown together, one focused element. */
function checkTogether(blocks: Json[], pointer: string, report: Report): void {
  const ids = new Set<unknown>()
  for (const [index, block] of blocks.entries()) {
    if (block.block_id !== undefined && ids.has(block.block_id)) {
      report(`${pointer}/${index}/block_id`, `\`block_id\` \`${block.block_id}\` already exists for another block`)
    }
    ids.add(block.block_id)
    if (block.type === 'actions') checkActionIds(block, `${pointer}/${index}`, report)
  }
  const tables = blocks.filter((block) => block.type === 'table')
  if (tables.length > LIMITS.message.tables) report(pointer, 'only_one_table_allowed')
  if (tables.some((table) => tableLength(table) > LIMITS.table.characters)) report(pointer, 'table is too long')
  const markdown = blocks.filter((block) => block.type === 'markdown').map((block) => String(block.text).length)
  if (markdown.reduce((sum, length) => sum + length, 0) > LIMITS.message.markdown) {
    report(pointer, `markdown must be less than ${LIMITS.message.markdown + 1} characters in all`)
  }
  const focused = blocks.flatMap((block) => [block.element, block.accessory, ...listOf(block.elements)])
  if (focused.filter((element) => isJson(element) && element.focus_on_load === true).length > 1) {
    report(pointer, 'only one element can have focus_on_load')
  }
}

function checkActionIds(block: Json, pointer: string, report: Report): void {
  const seen = new Set<unknown>()
  for (const [index, element] of listOf(block.elements).filter(isJson).entries()) {
    const actionId = element.action_id
    if (actionId !== undefined && seen.has(actionId)) {
      report(
        `${pointer}/elements/${index}/action_id`,
        `\`action_id\` \`${actionId}\` already exists for another element`,
      )
    }
    seen.add(actionId)
  }
}

function tableLength(table: Json): number {
  const cells = listOf(table.rows).flatMap(listOf).filter(isJson)
  return cells.reduce((sum: number, cell) => sum + (typeof cell.text === 'string' ? cell.text.length : 0), 0)
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
