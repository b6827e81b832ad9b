/** From the mildest to the strictest. */
export const severities = ['low', 'normal', 'high', 'urgent'] as const

export type Severity = (typeof severities)[number]

/** One value for each severity. */
export type PerSeverity<T> = Readonly<Record<Severity, T>>

/** The stricter of two severities. */
export const stricter = (a: Severity, b: Severity): Severity => (severities.indexOf(a) >= severities.indexOf(b) ? a : b)
