import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const rooms = ['src', 'test', 'prisma', 'practice', 'scripts', 'docs']
const files = rooms.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
)
const pages = ['README.md', 'CONTRIBUTING.md', ...files.filter((file) => file.endsWith('.md'))]

/** Files and folders that a text names, as `like/this.ts`. */
const namedIn = (text: string): readonly string[] =>
  [...text.matchAll(/`([\w./-]+?)\/?`/g)]
    .map(([, name = '']) => name)
    .filter((name) => /\.(?:ts|mjs|prisma)$/.test(name) || rooms.includes(name.split('/')[0] ?? ''))

const isThere = (name: string): boolean => existsSync(name) || files.some((file) => file.endsWith(`/${name}`))

describe('the documents', () => {
  it.each(pages)('%s names files that exist', (page) => {
    expect(namedIn(readFileSync(page, 'utf8')).filter((name) => !isThere(name))).toEqual([])
  })

  it('name files at all, and a wrong one would be noticed', () => {
    expect(pages.flatMap((page) => namedIn(readFileSync(page, 'utf8'))).length).toBeGreaterThan(30)
    expect(namedIn('See `src/domain/gone.ts` and `slack/gone.ts`.').filter((name) => !isThere(name))).toHaveLength(2)
  })
})
