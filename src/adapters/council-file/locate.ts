import { readSource } from './yaml/source.ts'

const peoplePaths =
  /^(?:council (?:chair|deputy|sponsor|members \d+)|departments \d+ (?:lead|on_call|members \d+)|journey \d+ owners \d+ (?:owner|backup))$/

const channelPaths = /^(?:council channel|departments \d+ channel)$/

const firstLines = (text: string, paths: RegExp): ReadonlyMap<string, number> => {
  const lines = new Map<string, number>()
  for (const { path, text: id, place } of readSource(text).texts) {
    const known = lines.get(id.trim())
    if (paths.test(path.map(String).join(' ')) && (known === undefined || place.line < known)) {
      lines.set(id.trim(), place.line)
    }
  }
  return lines
}

/** Every person the file names, with the line of the first mention: to say where somebody stands whom Slack does not know. */
export const locatePeople = (text: string): ReadonlyMap<string, number> => firstLines(text, peoplePaths)

/** Every channel the file names, with the line of the first mention. */
export const locateChannels = (text: string): ReadonlyMap<string, number> => firstLines(text, channelPaths)
