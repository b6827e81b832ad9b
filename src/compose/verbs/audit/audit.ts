import { styleText } from 'node:util'
import { openLog } from '#adapters/transfer-log/bytes/open-log.ts'
import { LogMistake } from '#adapters/transfer-log/mistake.ts'
import { readTransfers } from '#adapters/transfer-log/read-transfers.ts'
import { auditAsPage } from '#adapters/transfer-report/html/page.ts'
import { auditAsJson } from '#adapters/transfer-report/json.ts'
import { auditAsText } from '#adapters/transfer-report/text.ts'
import { nameShown } from '#adapters/transfer-report/words/names.ts'
import { type TransferAudit, transferAudit } from '#domain/transfer-audit/transfer-audit.ts'
import type { Terminal } from '../terminal.ts'
import { type Asked, auditUsage, readArguments, WrongUse } from './arguments.ts'
import { showProgress } from './show-progress.ts'
import { writePage } from './write-page.ts'

const bold = (heading: string): string => styleText('bold', heading, { stream: process.stdout })

const auditOf = async ({ file, cases, said, maxHops }: Asked, stopped: AbortSignal): Promise<TransferAudit> => {
  const { progress, clear } = showProgress()
  try {
    const list = cases === undefined ? undefined : openLog(cases)
    return transferAudit(await readTransfers(openLog(file), list, { said, progress, stopped }), maxHops)
  } finally {
    clear()
  }
}

const carryOut = async (asked: Asked, { say, note, stopped }: Terminal): Promise<void> => {
  const audit = await auditOf(asked, stopped)
  const { html, json } = asked
  if (html === '-') return say(await auditAsPage(audit))
  if (html !== undefined) await writePage(html, await auditAsPage(audit))
  say(json ? auditAsJson(audit) : auditAsText(audit, bold))
  if (html !== undefined) note(`\nThe page with charts is ${nameShown(html, 200)}: open it in a browser.`)
}

const asked = (args: readonly string[], { say, note }: Terminal): Asked | number => {
  try {
    const found = readArguments(args)
    if (found !== 'help') return found
    say(auditUsage)
    return 0
  } catch (cause) {
    if (!(cause instanceof WrongUse)) throw cause
    note(`${cause.message}\n\n${auditUsage}`)
    return 2
  }
}

/** Counts how often cases are sent around in an export. Answers the exit code: 2 when it was asked for wrongly. */
export const audit = async (args: readonly string[], terminal: Terminal): Promise<number> => {
  const found = asked(args, terminal)
  if (typeof found === 'number') return found
  try {
    await carryOut(found, terminal)
    return 0
  } catch (cause) {
    if (!(cause instanceof LogMistake)) throw cause
    throw new Error(cause.message, { cause })
  }
}
