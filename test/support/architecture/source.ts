import { readdirSync, readFileSync, statSync } from 'node:fs'
import { posix } from 'node:path'
import { only, piecesOf } from './scan.ts'

export type SourceFile = {
  /** From the project's folder, with forward slashes. */
  readonly path: string
  readonly text: string
  /** The text without comments and without what strings say. */
  readonly code: string
  /** What it imports: a path from the project's folder, or the name of a package. */
  readonly imports: readonly string[]
}

/** A folder with the number of things directly in it. */
export type Folder = { readonly path: string; readonly files: number; readonly folders: number }

const generated = 'src/adapters/postgres/generated'

const specifiers =
  /(?:^|[;\n}])\s*(?:import|export)\s+(?:[\w*{][^'"`;]*?\s+from\s+)?['"]([^'"]+)['"]|\b(?:import|require)\s*\(\s*['"`]([^'"`]+)['"`]/g

const resolved = (from: string, specifier: string): string => {
  if (specifier.startsWith('#')) return `src/${specifier.slice(1)}`
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : specifier
}

/** A source file as the checks see it. */
export const sourceFile = (path: string, text: string): SourceFile => {
  if (!/\.m?[jt]s$/.test(path)) return { path, text, code: text, imports: [] }
  const pieces = piecesOf(text)
  const found = [...only(pieces, ['code', 'words']).matchAll(specifiers)]
  const imports = found.map(([, declared, called]) => resolved(path, declared ?? called ?? ''))
  return { path, text, code: only(pieces, ['code']), imports }
}

const pathsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((path) => path !== generated && !path.startsWith(`${generated}/`))
    .sort()

/** Every file below a folder of the project; what is generated is nobody's handwriting. */
export const readSource = (folder: string): readonly SourceFile[] =>
  pathsIn(folder)
    .filter((path) => statSync(path).isFile())
    .map((path) => sourceFile(path, readFileSync(path, 'utf8')))

/** Every folder below a folder of the project, itself included. */
export const foldersOf = (files: readonly SourceFile[]): readonly Folder[] => {
  const parents = (path: string): readonly string[] =>
    path.includes('/') ? [posix.dirname(path), ...parents(posix.dirname(path))] : []
  const folders = [...new Set(files.flatMap(({ path }) => parents(path)))].sort()
  return folders.map((path) => ({
    path,
    files: files.filter((file) => posix.dirname(file.path) === path).length,
    folders: folders.filter((folder) => posix.dirname(folder) === path).length,
  }))
}
