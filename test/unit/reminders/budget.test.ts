import { describe, expect, it } from 'vitest'
import { allowance } from '#domain/reminders/budget.ts'
import { at, council } from './world.ts'

const { calendar } = council
const spent = (count: number, day = '2026-11-17') => [{ day, count }]

describe('the budget of a day', () => {
  it('lets the first message go at once, and each next one after its share of the day', () => {
    expect(allowance(calendar, 3, [], false, at('17T08:00'))).toEqual({ allowed: true, day: '2026-11-17', number: 1 })
    expect(allowance(calendar, 3, spent(1), false, at('17T11:59'))).toEqual({ allowed: false, from: at('17T12:00') })
    expect(allowance(calendar, 3, spent(1), false, at('17T12:00'))).toMatchObject({ allowed: true, number: 2 })
  })

  it('keeps the last message of several for what is urgent, which waits for no share', () => {
    expect(allowance(calendar, 3, spent(2), false, at('17T15:30'))).toEqual({ allowed: false, from: at('19T08:00') })
    expect(allowance(calendar, 3, spent(2), true, at('17T08:01'))).toMatchObject({ allowed: true, number: 3 })
    expect(allowance(calendar, 1, [], false, at('17T08:01'))).toMatchObject({ allowed: true, number: 1 })
  })

  it('is never exceeded, not even by what is urgent', () => {
    expect(allowance(calendar, 3, spent(3), true, at('17T15:30'))).toEqual({ allowed: false, from: at('19T08:00') })
    expect(allowance(calendar, 1, spent(1), true, at('17T15:30'))).toMatchObject({ allowed: false })
  })

  it('begins anew with the person’s day', () => {
    expect(allowance(calendar, 3, spent(3, '2026-11-16'), false, at('17T08:00'))).toMatchObject({ number: 1 })
  })
})
