import type { Period, ReadTransfers } from '#domain/transfer-audit/transfer-audit.ts'
import type { Log } from './bytes/open-log.ts'
import { type Head, type Layout, readLayout, type Said } from './columns/read-layout.ts'
import { roles } from './columns/roles.ts'
import { seeOrder } from './columns/see-order.ts'
import { createRowScanner, type OnRow } from './csv/scan-rows.ts'
import { LogMistake, mistakeOn, namingFile, quoted } from './mistake.ts'
import { remarksOn } from './remarks.ts'
import { finishCases } from './rows/finish-cases.ts'
import { createRowValues } from './rows/row-values.ts'
import { findMixed, sortMixed } from './rows/sort-mixed.ts'
import { createStand, type Stand } from './rows/stand.ts'
import { takeMoves } from './rows/take-moves.ts'
import { takeCases, takePaths } from './rows/take-paths.ts'

/** How far the reading is: bytes of the file taken of its size, where that is known. */
export type Progress = (done: {
  readonly name: string
  readonly bytes: number
  readonly size: number | undefined
}) => void

type Reading = { readonly said: Said; readonly progress: Progress; readonly stopped: AbortSignal }

/** So much of a file shows how it is laid out, in characters. */
const enough = 256 * 1024

const beginningOf = async (pieces: AsyncGenerator<string>): Promise<Head> => {
  let text = ''
  while (text.length < enough) {
    const next = await pieces.next()
    if (next.done === true) return { text, whole: true }
    text += next.value
  }
  return { text, whole: false }
}

/** Scans a file from the beginning; the rows behind the header go to what `begin` makes of its layout. */
const scan = async (
  log: Log,
  { progress, stopped }: Reading,
  begin: (head: Head) => Promise<{ layout: Layout; onRow: OnRow }>,
) => {
  let bytes = 0
  const text = log.text((count) => {
    bytes += count
    progress({ name: log.name, bytes, size: log.size })
  })
  const head = await beginningOf(text)
  const { layout, onRow } = await begin(head)
  let header = /^sep=/i.test(head.text) ? 2 : 1
  const scanner = createRowScanner(layout.separator, (values, line) => {
    if (header === 0) return onRow(values, line)
    header -= 1
  })
  scanner.push(head.text)
  for await (const piece of text) {
    stopped.throwIfAborted()
    scanner.push(piece)
  }
  scanner.end()
}

const layoutOf = async (log: Log, head: Head, reading: Reading, purpose: 'moves' | 'cases'): Promise<Layout> => {
  const layout = readLayout(log.name, head, reading.said, purpose)
  if (layout.order !== 'unseen') return layout
  const look = (onRow: OnRow) => scan(log, { ...reading, progress: () => undefined }, async () => ({ layout, onRow }))
  return { ...layout, order: await seeOrder(log, layout, look) }
}

const readCases = async (log: Log, stand: Stand, reading: Reading): Promise<Period | undefined> => {
  let values: ReturnType<typeof createRowValues> | undefined
  await scan(log, reading, async (head) => {
    const layout = await layoutOf(log, head, reading, 'cases')
    values = createRowValues(layout, ['case'])
    return { layout, onRow: takeCases(layout, values, stand) }
  })
  return values?.periods.opened()
}

const putInOrder = async (log: Log, layout: Layout, stand: Stand, reading: Reading, line: number): Promise<void> => {
  if (!findMixed(stand)) return
  if (!log.again)
    throw mistakeOn(
      line,
      'the rows of a case are in no order of time. What comes through a pipe can be read only once: give the file itself, or sort it by time.',
    )
  const sorted = sortMixed(layout, createRowValues(layout, []), stand)
  await scan(log, reading, async () => ({ layout, onRow: sorted.onRow }))
  sorted.finish()
}

const readMain = async (log: Log, stand: Stand, reading: Reading) => {
  let mixedOn = 0
  let found: { layout: Layout; values: ReturnType<typeof createRowValues> } | undefined
  await scan(log, reading, async (head) => {
    const layout = await layoutOf(log, head, reading, 'moves')
    const values = createRowValues(layout, layout.form === 'paths' ? ['path'] : ['case', 'team', 'at'])
    found = { layout, values }
    const onMixed = (line: number): void => {
      if (mixedOn === 0) mixedOn = line
    }
    const onRow = layout.form === 'paths' ? takePaths(layout, values, stand) : takeMoves(layout, values, stand, onMixed)
    return { layout, onRow }
  })
  if (!found) throw new LogMistake(`${log.name} is empty: its first line must name the columns.`)
  await putInOrder(log, found.layout, stand, reading, mixedOn)
  finishCases(stand)
  return found
}

const expectTeams = (log: Log, layout: Layout, { names, counted }: Stand): void => {
  if (names.names().length > 0) return
  if (counted.rows === 0) throw new LogMistake(`${log.name} has a first line with the columns, and no row behind it.`)
  const field = layout.names[layout.at.field ?? -1]
  if (field !== undefined && counted.otherFields > 0)
    throw new LogMistake(
      `No row of ${log.name} is about the team. The column ${quoted(field)} says ${[...counted.fields].map(quoted).join(', ')}: say which of them is meant with --field-is.`,
    )
  throw new LogMistake(
    `No row of ${log.name} names a team in the column ${quoted(layout.names[layout.at.team ?? layout.at.path ?? 0] ?? '')}.`,
  )
}

/**
 * Reads a service desk's export, and the list of its cases if there is one, in one pass each; a second pass only for
 * cases whose rows are in no order. Throws a `LogMistake` that says what to do.
 */
export const readTransfers = async (log: Log, list: Log | undefined, reading: Reading): Promise<ReadTransfers> => {
  const stand = createStand()
  const listed = list ? await namingFile(list.name, () => readCases(list, stand, reading)) : undefined
  const { layout, values } = await namingFile(log.name, () => readMain(log, stand, reading))
  expectTeams(log, layout, stand)
  const { periods } = values
  const opened = periods.opened() ?? listed
  const moved = periods.moved()
  return {
    source: {
      name: log.name,
      rows: stand.counted.rows,
      shape: layout.shape,
      columns: roles.flatMap((role) => {
        const name = layout.names[layout.at[role] ?? -1]
        return name === undefined ? [] : [{ role, name }]
      }),
      remarks: remarksOn(layout, stand, list !== undefined),
    },
    ...(opened ? { opened } : {}),
    ...(moved ? { moved } : {}),
    names: stand.names.names(),
    ways: stand.ways.ways,
    stays: stand.stays.byTeam(),
    openByHops: stand.ways.open,
  }
}
