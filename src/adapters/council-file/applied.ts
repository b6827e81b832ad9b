import type { Council } from '#domain/council.ts'

const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`

/** What a council file has brought, in one sentence. */
export const appliedSentence = ({ departments, journey }: Council): string =>
  `Applied: ${counted(departments.length, 'department')}, ${counted(journey.length, 'journey stage')}.`
