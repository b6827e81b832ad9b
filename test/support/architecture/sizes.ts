import type { Folder, SourceFile } from './source.ts'

const linesOf = (text: string): number => text.replace(/\n$/, '').split('\n').length

/** Files with more lines than that. */
export const longFiles = (files: readonly SourceFile[], most: number): readonly string[] =>
  files
    .map(({ path, text }) => ({ path, lines: linesOf(text) }))
    .filter(({ lines }) => lines > most)
    .map(({ path, lines }) => `${path} has ${lines} lines`)

/** Folders that hold more files, or more folders, than that. */
export const crowdedFolders = (folders: readonly Folder[], most: number): readonly string[] =>
  folders
    .filter((folder) => folder.files > most || folder.folders > most)
    .map(({ path, files, folders: inner }) => `${path} holds ${files} files and ${inner} folders`)
