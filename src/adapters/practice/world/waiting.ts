import type { Changes } from './changes.ts'

/** How long something is waited for, where nothing else is said; milliseconds. Long enough for a busy machine. */
const patience = 15_000

type Truthy<T> = Exclude<T, undefined | null | false | 0 | ''>

/** Resolves with the predicate's value as soon as it is truthy; looks again after every change, rejects after `timeout` ms. */
export function waitFor<T>(changes: Changes, predicate: () => T, options: { timeout?: number; what?: string } = {}) {
  return new Promise<Truthy<T>>((resolve, reject) => {
    let stop = () => {}
    const timer = setTimeout(() => {
      stop()
      reject(new Error(`waited ${options.timeout ?? patience} ms in vain${options.what ? ` for ${options.what}` : ''}`))
    }, options.timeout ?? patience)
    const look = () => {
      try {
        const value = predicate()
        if (!value) return
        resolve(value as Truthy<T>)
      } catch (error) {
        reject(error)
      }
      stop()
      clearTimeout(timer)
    }
    stop = changes.listen(look)
    look()
  })
}

/** Resolves when nothing is under way and nothing has changed for `quietFor` ms; rejects after `timeout` ms. */
export function settled(changes: Changes, options: { quietFor?: number; timeout?: number } = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    let quiet: NodeJS.Timeout | undefined
    const finish = (act: () => void) => {
      stop()
      clearTimeout(quiet)
      clearTimeout(limit)
      act()
    }
    const restart = () => {
      clearTimeout(quiet)
      quiet = setTimeout(() => {
        if (!changes.busy()) finish(resolve)
      }, options.quietFor ?? 100)
    }
    const stop = changes.listen(restart)
    const limit = setTimeout(() => {
      finish(() => reject(new Error('the workspace did not come to rest')))
    }, options.timeout ?? 10_000)
    restart()
  })
}
