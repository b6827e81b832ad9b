import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { remindersPerDay } from '../checks/reminders.ts'

const file = fileURLToPath(new URL('../../../practice/council.yml', import.meta.url))

const changes: readonly (readonly [RegExp, string])[] = [
  [/working_hours: \{.*\}/, 'working_hours: always'],
  [/digest: .*/, 'digest: "* * * * *"'],
  [
    /claim_within: \{.*\}/,
    `claim_within: { urgent: 1m, high: 1m, normal: 2m, low: 3m }
  update_within: 2m
  accept_within: 2m
  reminders_per_day: ${remindersPerDay}`,
  ],
]

/**
 * The practice council in a hurry: works at every hour, reminds within minutes and posts a digest every minute, so that a
 * run of minutes sees what takes others weeks.
 */
export const hurriedCouncil = async (): Promise<string> => {
  let text = await readFile(file, 'utf8')
  for (const [from, to] of changes) {
    if (!from.test(text)) throw new Error(`the practice council does not say ${from}`)
    text = text.replace(from, to)
  }
  return text
}
