import type { SourceFile } from './source.ts'

type Habit = { readonly name: string; readonly pattern: RegExp }

const findings = (files: readonly SourceFile[], habits: readonly Habit[], said: 'code' | 'text'): readonly string[] =>
  files.flatMap((file) =>
    habits
      .filter(({ pattern }) => pattern.test(file[said]))
      .map(({ name, pattern }) => {
        const before = file[said].slice(0, file[said].search(pattern)).trimEnd()
        return `${file.path} has ${name}, after line ${before.split('\n').length}`
      }),
  )

const ambient: readonly Habit[] = [
  { name: 'new Date() of now', pattern: /\bnew\s+Date\b\s*(?:\(\s*\)|(?!\s*\())/ },
  { name: 'Date() of now', pattern: /(?<!new\s+)\bDate\s*\(/ },
  { name: 'Date.now', pattern: /\bDate\s*\.\s*now\b/ },
  { name: 'Math.random', pattern: /\bMath\s*\.\s*random\b/ },
  { name: 'another clock or source of chance', pattern: /\b(?:performance|crypto|Temporal\s*\.\s*Now)\b/ },
  { name: 'process', pattern: /\bprocess\s*\.\s*\w/ },
  { name: 'a timer', pattern: /\bset(?:Timeout|Interval|Immediate)\b/ },
]

/** Time, chance and environment that did not come in through a port. */
export const ambientThings = (files: readonly SourceFile[]): readonly string[] =>
  findings(
    files.filter(({ path }) => /^src\/(?:domain|application)\//.test(path)),
    ambient,
    'code',
  )

const escapesInCode: readonly Habit[] = [
  { name: 'any', pattern: /(?<![.\w$])any(?![\w$]|\s*:)/ },
  { name: 'an enum', pattern: /\benum\s+\w/ },
  { name: 'a default export', pattern: /\bexport\s+default\b|\bas\s+default\b/ },
]

const escapesInText: readonly Habit[] = [
  { name: 'a silenced type check', pattern: /@ts-(?:ignore|nocheck|expect-error)/ },
  { name: 'a note to do later', pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/ },
]

/** Ways around the types, and work left lying about. */
export const escapes = (files: readonly SourceFile[]): readonly string[] => [
  ...findings(files, escapesInCode, 'code'),
  ...findings(files, escapesInText, 'text'),
]

const shams: readonly Habit[] = [
  { name: 'a module mock', pattern: /\b(?:vi|jest)\s*\.\s*(?:mock|doMock|unmock|doUnmock|hoisted|importMock)\b/ },
  { name: 'a test that does not run', pattern: /\b(?:describe|it|test|suite)(?:\.\w+)*\.(?:skip|todo|skipIf|runIf)\b/ },
  { name: 'a test that runs alone', pattern: /\b(?:describe|it|test|suite)(?:\.\w+)*\.only\b/ },
  { name: 'a test that may skip itself', pattern: /\b(?:ctx|context)\s*\.\s*skip\b/ },
]

const sleep: Habit = { name: 'a sleep', pattern: /\bsetTimeout\b|\bAtomics\s*\.\s*wait\b/ }

/** The one place that waits: in short rounds, for something to become so. */
const waiter = 'test/support/eventually.ts'

/** Tests that prove less than they seem to. */
export const shamTests = (files: readonly SourceFile[]): readonly string[] => {
  const others = files.filter(({ path }) => path !== waiter)
  const timers = others.filter(({ imports }) => imports.some((path) => /^(?:node:)?timers(?:\/promises)?$/.test(path)))
  return [
    ...findings(files, shams, 'code'),
    ...findings(others, [sleep], 'code'),
    ...timers.map(({ path }) => `${path} imports a timer`),
  ]
}
