import type { SourceFile } from './source.ts'

type Room = 'domain' | 'application' | 'composition' | `adapters/${string}` | 'elsewhere'

/** The room that a file of the project stands in; undefined for a package. */
const roomOf = (path: string): Room | undefined => {
  if (!path.startsWith('src/')) return undefined
  if (/^src\/(?:main\.ts|cli\.ts|compose\b)/.test(path)) return 'composition'
  const [, room, first = ''] = path.split('/')
  if (room === 'adapters') return `adapters/${first}`
  return room === 'domain' || room === 'application' ? room : 'elsewhere'
}

const mayImport = (from: Room, path: string): boolean => {
  const to = roomOf(path)
  if (from === 'composition' || from === to) return true
  if (from === 'domain') return false
  if (from === 'application') return to === 'domain'
  if (to === undefined) return true
  if (from === 'elsewhere' || from === 'adapters/practice') return false
  return to === 'domain' || to === 'application'
}

/**
 * Imports that go the wrong way. Inwards only: the domain knows itself; use cases know the domain; each adapter knows
 * both and no other adapter; the practice workspace knows none of us; only the composition knows everybody.
 */
export const wrongImports = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap((file) => {
    const room = roomOf(file.path)
    if (room === undefined) return []
    return file.imports.filter((path) => !mayImport(room, path)).map((path) => `${file.path} imports ${path}`)
  })
