import { describe, expect, it } from 'vitest'
import { back, chooseDepartment, chooseSeverity, find, next, show } from '#adapters/slack/actions/turns/turns.ts'
import { type HomeMemory, homeStart, recall, remember } from '#adapters/slack/blocks/home/memory.ts'
import { homeLists } from '#application/home.ts'

const press = (value: unknown, choice?: unknown) => ({ value, choice })

const mine: HomeMemory = { wish: { show: 'mine', severity: 'high' }, trail: [] }

describe('turning App Home', () => {
  it('goes forth and back through pages to where it began', () => {
    const pages = [mine]
    for (const cursor of ['mine:12', 'mine:40', 'mine:77'])
      pages.push(next(press(cursor), recall(remember(pages.at(-1) ?? mine))))
    const [first, second, third, fourth] = pages
    expect(fourth?.wish.after).toEqual({ list: 'mine', number: 77 })
    const steps = [third, second, first]
    steps.reduce((from, expected) => {
      const there = back(press('back'), recall(remember(from ?? homeStart)))
      expect(there).toEqual(expected)
      return there
    }, fourth)
  })

  it('keeps a filter on another list, and leaves it and the pages behind at the start', () => {
    const paged: HomeMemory = { wish: { ...mine.wish, after: { list: 'mine', number: 3 } }, trail: [] }
    expect(show(press(undefined, 'open'), paged)).toEqual({ wish: { show: 'open', severity: 'high' }, trail: [] })
    expect(show(press('start'), paged)).toEqual(homeStart)
    expect(chooseSeverity(press(undefined, '*'), paged)).toEqual({ wish: { show: 'mine' }, trail: [] })
  })

  it('shows all open issues of a severity or department that is chosen on the first page', () => {
    expect(chooseSeverity(press(undefined, 'urgent'), homeStart).wish).toEqual({ show: 'open', severity: 'urgent' })
    expect(chooseDepartment(press(undefined, 'sales'), homeStart).wish).toEqual({ show: 'open', department: 'sales' })
  })

  it('looks for what was typed, and goes back to the start when the field is emptied', () => {
    expect(find(press('  CX-42 '), mine).wish).toEqual({ show: 'open', query: 'CX-42' })
    for (const nothing of ['', '   ', null, undefined]) expect(find(press(nothing), mine)).toEqual(homeStart)
    expect(find(press('😀'.repeat(100)), mine).wish.query?.isWellFormed()).toBe(true)
  })

  it.each([
    ['show', () => show(press('elsewhere'), mine)],
    ['next', () => next(press('mine:-1'), mine)],
    ['next', () => next(press('nowhere:1'), mine)],
    ['next', () => next(press(['mine:1']), mine)],
    ['severity', () => chooseSeverity(press(undefined, 'deadly'), mine)],
    ['department', () => chooseDepartment(press(undefined, ''), mine)],
  ])('a press of %s that we never made is refused', (_what, work) => expect(work).toThrow('cannot be read'))
})

describe('what a home view remembers', () => {
  it.each([
    'nonsense',
    '',
    undefined,
    '{"show":"elsewhere"}',
    '{"show":"mine","after":"mine:99999999999"}',
    '{"show":"mine","trail":[1]}',
    `{"show":"open","query":"${'x'.repeat(500)}"}`,
  ])('is the start when it is %s', (text) => expect(recall(text)).toEqual(homeStart))

  it('fits into what Slack carries along, after however many pages', () => {
    const long = homeLists.toSorted((a, b) => b.length - a.length)[0] ?? 'open'
    const cursor = { list: long, number: 999_999_999 }
    const trail = Array.from({ length: 500 }, () => cursor)
    const query = '"'.repeat(80)
    const text = remember({
      wish: { show: 'open', severity: 'urgent', department: 'd'.repeat(60), query, after: cursor },
      trail,
    })
    expect(text.length).toBeLessThanOrEqual(3000)
    expect(recall(text).trail.length).toBeGreaterThanOrEqual(60)
  })
})
