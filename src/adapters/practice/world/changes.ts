/** What wakes those who wait: told after every API call, every delivery and every act of a person. */
export type Changes = {
  announce: () => void
  /** Calls back after every change until the returned function is called. */
  listen: (listener: () => void) => () => void
  /** Counts work under way (API calls, deliveries and their retries). */
  begin: () => () => void
  busy: () => boolean
}

/** Makes the change notification of one workspace. */
export function createChanges(): Changes {
  const listeners = new Set<() => void>()
  let underWay = 0
  const announce = () => {
    for (const listener of [...listeners]) listener()
  }
  return {
    announce,
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    begin: () => {
      underWay += 1
      let ended = false
      return () => {
        if (ended) return
        ended = true
        underWay -= 1
        announce()
      }
    },
    busy: () => underWay > 0,
  }
}
