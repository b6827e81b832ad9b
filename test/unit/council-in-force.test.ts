import { expect, it } from 'vitest'
import type { Read } from '#application/ports.ts'
import type { Tx } from '#application/repositories.ts'
import type { Council } from '#domain/council.ts'
import { rememberCouncil } from '../../src/compose/council-in-force.ts'

const named = (channel: string): Council => ({ channel }) as Council

it('the council that is remembered for one workspace is never taken for that of another', async () => {
  const councils: Readonly<Record<string, Council>> = { T1: named('C1') }
  const read: Read = (workspace, work) => work({ councils: { find: async () => councils[workspace] } } as unknown as Tx)
  const memory = rememberCouncil({ read, clock: { now: () => new Date('2026-11-17T09:00:00Z') } })
  await memory.refresh('T1')
  expect(memory.current('T1')).toEqual(named('C1'))
  expect(memory.current('T2')).toBeUndefined()
  expect(await memory.refresh('T2')).toBeUndefined()
  expect(memory.current('T1')).toEqual(named('C1'))
})
