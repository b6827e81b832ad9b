/** Why a file cannot be audited, in a sentence for whoever asked. */
export class LogMistake extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'LogMistake'
  }
}

/** A mistake on a line of the file; lines count from 1. */
export const mistakeOn = (line: number, sentence: string): LogMistake =>
  new LogMistake(`line ${line.toLocaleString('en')}: ${sentence}`)

/** Does something with a file; a mistake on a line of it says of which file. */
export const namingFile = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof LogMistake && cause.message.startsWith('line '))
      throw new LogMistake(`${name}, ${cause.message}`)
    throw cause
  }
}

/** A value of the file as a sentence may quote it: one line, not too long, nothing that a terminal obeys. */
export const quoted = (value: string): string => {
  const plain = value.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim()
  return plain.length > 60 ? `“${[...plain].slice(0, 57).join('')}…”` : `“${plain}”`
}
