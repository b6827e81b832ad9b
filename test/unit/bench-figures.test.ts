import { expect, it } from 'vitest'
import { type Figure, missed } from '../../scripts/bench/figures.ts'

const figure = (name: string, values: readonly number[]): Figure => ({
  name,
  unit: 'ms',
  goal: '<= 50 ms',
  values,
  met: (value) => value <= 50,
})

it('the bench names the goals that the median of the rounds has missed, and those only', () => {
  expect(missed([figure('Starting', [20, 30, 90]), figure('Listing', [20, 60.5, 90])])).toEqual([
    'Listing: 60.5 ms, goal <= 50 ms',
  ])
  expect(missed([])).toEqual([])
})
