import { issueNumberIn } from '#adapters/slack/commands/issue-number.ts'
import { DomainError } from '#domain/errors.ts'
import { issueName } from '#domain/issue/issue.ts'

/** The number of the issue that was typed. Throws a sentence when there can be no such issue. */
export const issueNamed = (typed: string | undefined): number => {
  const number = typed === undefined ? undefined : numberIn(typed)
  if (number === undefined) throw new Error('Which issue? Write its number, like CX-42.')
  return number
}

const numberIn = (typed: string): number | undefined => {
  try {
    return issueNumberIn(typed)
  } catch {
    return undefined
  }
}

/** The same failure as a sentence for whoever runs the bot, where it is that there is no such issue. */
export const orNoSuchIssue = async <T>(number: number, work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (cause) {
    if (!(cause instanceof DomainError) || cause.code !== 'issue_unknown') throw cause
    throw new Error(`There is no ${issueName(number)} here.`, { cause })
  }
}
