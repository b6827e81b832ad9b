import type { LeftBehind } from '#application/departures.ts'
import { sampleCouncil } from './council.ts'

/** What somebody left behind who exists nowhere. */
export const sampleDeparture: LeftBehind = {
  id: 'd',
  person: 'U0LOU',
  council: sampleCouncil,
  department: 'billing',
  gone: { id: 'U0BEN', name: 'Ben' },
  why: 'deactivated',
  open: true,
  issues: [
    {
      number: 42,
      severity: 'high',
      stage: 'pay',
      state: 'claimed',
      flaggedAt: new Date('2026-11-17T09:00:00Z'),
      customerName: 'Nordwind & Söhne <GmbH>',
      next: { id: 'U0LOU', name: 'Lou' },
    },
  ],
  more: 3,
  cells: [{ stage: 'pay', role: 'owner', next: { id: 'U0LOU', name: 'Lou' } }],
  duties: ['member'],
  now: new Date('2026-11-20T09:00:00Z'),
}
