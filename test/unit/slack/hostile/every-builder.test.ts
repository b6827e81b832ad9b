import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shownIn } from '../../../support/slack/reading.ts'
import { problemsOf, type Surface } from '../../../support/slack/surfaces.ts'
import { type Hostile, hostile, repeating } from '../samples/hostile.ts'
import { blocks } from './blocks.ts'
import { bounces } from './bounces.ts'
import { consulting } from './consulting.ts'
import { customers } from './customers.ts'
import { kit } from './kit.ts'
import { messages } from './messages.ts'
import { refusedSurfaces } from './refusals.ts'
import type { Builder, Registry } from './registry.ts'
import { views } from './views.ts'

const registry: Registry = { ...kit, ...blocks, ...messages, ...views, ...customers, ...bounces, ...consulting }

/** Files that show nothing by themselves: they read what comes back from a form, or put ids into it. */
const showNothing = [
  ...['blocks/home/carried.ts', 'blocks/home/memory.ts'],
  ...['views/kit/given.ts', 'views/kit/metadata.ts', 'views/kit/submitted.ts'],
]

/** Functions beside the builders that read what a form held. */
const reads = /^parse|^detailsIn$|^departmentOrMap$/

const folder = new URL('../../../../src/adapters/slack/', import.meta.url)

const files = ['blocks', 'views'].flatMap((part) =>
  readdirSync(new URL(`${part}/`, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('samples/'))
    .map((file) => `${part}/${file}`),
)

const buildersIn = async (file: string): Promise<readonly string[]> => {
  const exported: Readonly<Record<string, unknown>> = await import(new URL(file, folder).href)
  return Object.entries(exported)
    .filter(([name, value]) => typeof value === 'function' && !reads.test(name))
    .map(([name]) => `${file} ${name}`)
}

const registered: readonly (readonly [string, Builder])[] = Object.entries(registry).flatMap(([file, builders]) =>
  Object.entries(builders).map(([name, builder]) => [`${file} ${name}`, builder] as const),
)

/** Marked, so that wherever it is shown one can follow what became of each character. */
const marked = '‹<!channel> <@U0BEN|x> & &lt;b&gt; &amp;amp; *b* `c` "›'

/** What follows each mark, where it is neither the text that was typed nor its beginning, cut with “…”. */
const mangled = (shown: string): readonly string[] =>
  [...shown.matchAll(/‹/g)].flatMap(({ index }) => {
    const found = shown.slice(index, index + marked.length)
    if (found === marked) return []
    const same = [...found].findIndex((character, i) => character !== marked[i])
    const cut = same === -1 || found[same] === '…'
    return cut ? [] : [found]
  })

const textsOf = (surface: Surface): readonly string[] => {
  if (surface.as === 'sentence') return [surface.sentence]
  return shownIn(surface.as === 'view' ? surface.view : surface.said)
}

const holds = (builder: (typed: Hostile) => readonly Surface[], numRuns: number): void =>
  fc.assert(
    fc.property(hostile, (typed) => {
      for (const surface of builder(typed)) expect(problemsOf(surface)).toEqual([])
    }),
    { numRuns },
  )

const roundTrips = (builder: (typed: Hostile) => readonly Surface[]): void =>
  fc.assert(
    fc.property(repeating(marked), (typed) => {
      for (const surface of builder(typed)) expect(textsOf(surface).flatMap(mangled)).toEqual([])
    }),
    { numRuns: 12 },
  )

/** Milliseconds; on a busy machine too. */
const timeout = 60_000

describe('every builder of blocks and views', { timeout }, () => {
  it('is known here by the name under which its file exports it', async () => {
    const known = [...registered.map(([name]) => name), ...(await Promise.all(showNothing.map(buildersIn))).flat()]
    expect((await Promise.all(files.map(buildersIn))).flat().filter((name) => !known.includes(name))).toEqual([])
  })

  describe.each(registered)('%s', (_name, builder) => {
    it('stays within what Slack takes and pings nobody, whatever people typed', () => holds(builder, 25))

    it('shows what was typed as it was typed, cut at most', () => roundTrips(builder))
  })
})

describe('every refusal', { timeout }, () => {
  it('stays within what Slack takes and pings nobody, whatever people are called', () => holds(refusedSurfaces, 5))

  it('names people and departments as they are written', () => roundTrips(refusedSurfaces))
})
