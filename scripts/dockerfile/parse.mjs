import { readFileSync } from 'node:fs'

const understood = 'FROM WORKDIR COPY RUN ENV USER VOLUME EXPOSE STOPSIGNAL HEALTHCHECK CMD'.split(' ')

/** The instructions of a Dockerfile in order; throws at one that this check could not carry out faithfully. */
export function parseDockerfile(file) {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => !/^\s*(#|$)/.test(line))
  const whole = lines.join('\n').replace(/\\\n/g, ' ').split('\n')
  return whole.map((line) => {
    const [, name, rest] = /^\s*(\w+)\s+(.*)$/.exec(line) ?? []
    if (!understood.includes(name)) throw new Error(`This check does not know what to do with: ${line}`)
    const options = [...rest.matchAll(/(?:^|\s)--(\S+?)=(\S+)(?=\s)/g)].map(([, key, value]) => [key, value])
    const text = rest.replace(/^(?:--\S+\s+)+/, '')
    return { name, line, text, options: Object.fromEntries(options) }
  })
}

/** The program of an instruction in exec form, which names its words one by one. */
export function execForm({ line, text }) {
  const json = text.replace(/^CMD\s+/, '')
  if (!json.startsWith('[')) throw new Error(`Not in exec form, so signals would not reach the program: ${line}`)
  return JSON.parse(json)
}
