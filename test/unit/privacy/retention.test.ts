import { describe, expect, it } from 'vitest'
import { keptSince } from '#domain/time/retention.ts'

describe('how long words are kept', () => {
  it.each([
    [{ amount: 2, unit: 'y' }, '2026-11-17T09:00:00Z', '2024-11-17T09:00:00.000Z'],
    [{ amount: 1, unit: 'y' }, '2028-02-29T12:00:00Z', '2027-03-01T12:00:00.000Z'],
    [{ amount: 4, unit: 'y' }, '2028-02-29T12:00:00Z', '2024-02-29T12:00:00.000Z'],
    [{ amount: 90, unit: 'd' }, '2026-03-30T00:30:00Z', '2025-12-30T00:30:00.000Z'],
  ] as const)('counts %o back from %s', (retention, now, since) => {
    expect(keptSince(retention, new Date(now)).toISOString()).toBe(since)
  })
})
