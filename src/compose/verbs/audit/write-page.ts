import { open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { pageMark } from '#adapters/transfer-report/html/page.ts'

const refusals: Readonly<Record<string, string>> = {
  ENOENT: 'cannot be made: its folder is not there.',
  EACCES: 'cannot be made: this user may not write there.',
  EPERM: 'cannot be made: this user may not write there.',
  EISDIR: 'is a folder: name a file in it, like report.html.',
  ENOSPC: 'could not be written whole: the disk is full.',
  EDQUOT: 'could not be written whole: the disk is full.',
  EROFS: 'cannot be made: nothing can be written there.',
}

const beginsAsOurs = async (file: string): Promise<boolean> => {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(400), 0, 400, 0)
    return bytesRead === 0 || buffer.toString('utf8', 0, bytesRead).includes(pageMark)
  } finally {
    await handle.close()
  }
}

const kindOf = async (file: string): Promise<'none' | 'file' | 'other'> => {
  const found = await stat(file).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined
    throw cause
  })
  if (!found) return 'none'
  return found.isFile() ? 'file' : 'other'
}

const write = async (file: string, page: string): Promise<void> => {
  const kind = await kindOf(file)
  if (kind === 'other') return writeFile(file, page)
  if (kind === 'file' && !(await beginsAsOurs(file)))
    throw new Error(`${file} is there already, is no page of an audit, and was left as it is: name another file.`)
  const part = `${file}.${process.pid}.part`
  try {
    await writeFile(part, page, { flag: 'wx' })
    await rename(part, file)
  } catch (cause) {
    await rm(part, { force: true })
    throw cause
  }
}

/** Writes the page whole or not at all; a page of an earlier audit is written anew, any other file is left as it is. */
export const writePage = async (file: string, page: string): Promise<void> => {
  try {
    await write(file, page)
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (code === undefined) throw cause
    throw new Error(`${file} ${refusals[code] ?? `cannot be written: ${message}.`}`, { cause })
  }
}
