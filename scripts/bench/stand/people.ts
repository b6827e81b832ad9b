/** People of the measured workspace beside those of the practice seed: enough that messages go to many places. */
export const flaggers: readonly string[] = Array.from({ length: 200 }, (_, i) => `U0FLAG${String(i).padStart(3, '0')}`)
