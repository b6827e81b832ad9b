import type { Log } from '#adapters/transfer-log/bytes/open-log.ts'
import type { Said } from '#adapters/transfer-log/columns/read-layout.ts'
import { readTransfers } from '#adapters/transfer-log/read-transfers.ts'
import { transferAudit } from '#domain/transfer-audit/transfer-audit.ts'

/** A file in memory, in pieces of a few characters each; from a pipe it can be read once only. */
export const logOf = (text: string, from: 'file' | 'pipe' = 'file', piece = 1_000, name = 'export.csv'): Log => ({
  name: from === 'file' ? name : 'standard input',
  size: text.length,
  again: from === 'file',
  text: async function* () {
    for (let at = 0; at < text.length; at += piece) yield text.slice(at, at + piece)
  },
})

/** Audits a file that is given as text, or as lines. */
export const auditText = async (text: string | readonly string[], said: Partial<Said> = {}, list?: string) => {
  const log = logOf(typeof text === 'string' ? text : `${text.join('\n')}\n`)
  return auditLog(log, said, list === undefined ? undefined : logOf(list, 'file', 1_000, 'cases.csv'))
}

export const auditLog = async (log: Log, said: Partial<Said> = {}, list?: Log) => {
  const reading = { said: { columns: {}, ...said }, progress: () => undefined, stopped: new AbortController().signal }
  return transferAudit(await readTransfers(log, list, reading), 2)
}
