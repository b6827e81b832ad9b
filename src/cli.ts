import { runCommandLine } from './compose/verbs/command-line.ts'
import { Stopped } from './compose/verbs/terminal.ts'

/** What shells expect of somebody whom Ctrl-C or a signal has ended. */
const stoppedCodes = { SIGINT: 130, SIGTERM: 143 } as const

/** How long what was begun may take to end when it is to stop; milliseconds. */
const stopWithin = 6_000

const stopping = new AbortController()
let code = 0

/** Why standard output did not take all of the result, when that was nobody's wish. */
let lost: string | undefined

// Who reads a pipe may leave early: what is left is not said, and the work goes on.
process.stderr.on('error', () => undefined)
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  if (code !== 'EPIPE') lost ??= message
})

/** Resolves when all that was said is written, or will never be. */
const written = (): Promise<unknown> => new Promise((resolve) => process.stdout.write('', () => setImmediate(resolve)))

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping.signal.aborted) process.exit(code)
    code = stoppedCodes[signal]
    stopping.abort(new Stopped())
    setTimeout(() => process.exit(code), stopWithin).unref()
  })
}

const terminal = {
  say: (text: string) => void process.stdout.write(`${text}\n`),
  note: (text: string) => void process.stderr.write(`${text}\n`),
  stopped: stopping.signal,
}

const ended = await runCommandLine(process.argv.slice(2), terminal).catch((error: unknown) => {
  const why = stopping.signal.aborted ? stopping.signal.reason : error
  terminal.note(why instanceof Error ? why.message : String(why))
  return stopping.signal.aborted ? code : 1
})
await written()
if (lost !== undefined) terminal.note(`The result could not be written whole: ${lost}.`)
process.exit(lost === undefined ? ended : Math.max(ended, 1))
