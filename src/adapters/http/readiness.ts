import { setTimeout as pause } from 'node:timers/promises'

/** Undefined when all is well, else why not, in a few words that anybody may read. */
export type Check = () => Promise<string | undefined> | string | undefined

export type Checks = Readonly<Record<string, Check>>

export type Readiness = { readonly ready: boolean; readonly checks: Readonly<Record<string, string>> }

const patienceMs = 2_000

const answerOf = async (check: Check): Promise<string> => {
  const late = pause(patienceMs, 'no answer in time', { ref: false })
  try {
    return (await Promise.race([check(), late])) ?? 'ok'
  } catch {
    return 'the check failed'
  }
}

/** Asks every check at once; a check that throws or hangs is a no. */
export const readinessOf = async (checks: Checks): Promise<Readiness> => {
  const answers = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await answerOf(check)] as const),
  )
  return { ready: answers.every(([, answer]) => answer === 'ok'), checks: Object.fromEntries(answers) }
}
