import { setTimeout as pause } from 'node:timers/promises'

/** Waits until the condition gives something other than undefined or false; fails after the limit (10 s). */
export async function eventually<T>(
  condition: () => Promise<T | undefined | false> | T | undefined | false,
  limitMs = 10_000,
): Promise<T> {
  const deadline = performance.now() + limitMs
  for (;;) {
    const found = await condition()
    if (found !== undefined && found !== false) return found
    if (performance.now() > deadline) throw new Error(`Still not so after ${limitMs} ms: ${condition.toString()}`)
    await pause(10)
  }
}
