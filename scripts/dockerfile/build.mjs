import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { basename, dirname, join, matchesGlob, posix } from 'node:path'

/** A path inside the image, as it is in the folder that stands for the image. */
const inside = (stage, path) => join(stage.root, posix.resolve(stage.workdir, path))

/** Who stands for the image's ordinary user: for root another account with a name, otherwise whoever runs this. */
function standIn() {
  if (userInfo().uid !== 0) return { name: userInfo().username }
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'))
  const [name, , uid, gid] = line.split(':')
  return { name, uid: Number(uid), gid: Number(gid) }
}

const isIgnored = (path, patterns) =>
  patterns.reduce((ignored, pattern) => {
    const glob = pattern.replace(/^!/, '')
    return matchesGlob(path, glob) || matchesGlob(path, `${glob}/**`) ? !pattern.startsWith('!') : ignored
  }, false)

/** Copies a file or what is in a folder, without what .dockerignore leaves out of the build. */
function copy(from, to, context) {
  const patterns = context && readPatterns(context)
  const isWanted = (path) =>
    patterns === undefined || statSync(path).isDirectory() || !isIgnored(path.slice(context.length + 1), patterns)
  if (!existsSync(from) || !isWanted(from)) throw new Error(`COPY: ${from} is not part of the build`)
  mkdirSync(dirname(to), { recursive: true })
  cpSync(from, to, { recursive: true, filter: isWanted, verbatimSymlinks: true })
}

const readPatterns = (context) =>
  readFileSync(join(context, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))

/** An image of Node begins with an ordinary user `node`, who has a home. */
function begin({ text }, stages, folder) {
  const [, image, name] = /^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(text) ?? []
  const version = /^node:(\d+)(?:\.\d+)*-slim$/.exec(image)?.[1]
  if (version !== process.versions.node.split('.')[0]) throw new Error(`${image} is not this Node (${process.version})`)
  const root = join(folder, `image-${stages.length}`)
  const home = join(root, 'home/node')
  mkdirSync(home, { recursive: true })
  const { uid, gid } = standIn()
  if (uid !== undefined) chownSync(home, uid, gid)
  for (const path of [root, dirname(home), home]) chmodSync(path, 0o755)
  stages.push({ name, root, workdir: '/', env: {}, user: undefined })
}

/** What a program of the image sees of the machine: this Node and npm, and how to reach the registry. */
export function environment(stage) {
  const pass = ['NODE_EXTRA_CA_CERTS', 'npm_config_registry', 'npm_config_userconfig', 'npm_config_cache'].filter(
    (name) => process.env[name] !== undefined,
  )
  const given = Object.fromEntries(pass.map((name) => [name, process.env[name]]))
  const path = `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`
  return { ...given, PATH: path, HOME: join(stage.root, 'home/node'), ...stage.env }
}

function run({ text }, stage) {
  const { uid, gid } = stage.user ?? {}
  const options = { cwd: inside(stage, '.'), env: environment(stage), stdio: 'inherit', uid, gid }
  const { status, error } = spawnSync('/bin/sh', ['-c', text], options)
  if (status !== 0) throw new Error(`RUN failed (${error?.message ?? status}): ${text}`)
}

function copyInto({ text, options }, stage, stages, context) {
  const words = text.split(/\s+/)
  const to = words.pop()
  const other = options.from && stages.find(({ name }) => name === options.from)
  if (options.from && !other) throw new Error(`COPY --from=${options.from}: there is no such stage`)
  for (const from of words) {
    const source = other ? inside({ ...other, workdir: '/' }, from) : join(context, from)
    const isFolder = existsSync(source) && statSync(source).isDirectory()
    const target = to.endsWith('/') && !isFolder ? join(to, basename(from)) : to
    copy(source, inside(stage, target), other ? undefined : context)
  }
}

/** Absolute paths in variables are paths of the image. */
const set = ({ text }, stage) => {
  for (const pair of text.split(/\s+/)) {
    const [name, value] = pair.split('=')
    stage.env[name] = value.startsWith('/') ? join(stage.root, value) : value
  }
}

function workIn({ text }, stage) {
  stage.workdir = posix.resolve(stage.workdir, text)
  mkdirSync(inside(stage, '.'), { recursive: true })
}

function become({ text }, stage) {
  if (text !== 'node') throw new Error(`USER ${text}: the image has no such user with a name`)
  stage.user = standIn()
}

/** Carries out the steps of a Dockerfile below a folder and answers the last stage, as it would be shipped. */
export function build(instructions, context, folder) {
  const stages = []
  for (const instruction of instructions) {
    process.stdout.write(`  ${instruction.line.slice(0, 110)}\n`)
    const stage = stages.at(-1)
    if (instruction.name === 'FROM') begin(instruction, stages, folder)
    else if (instruction.name === 'WORKDIR') workIn(instruction, stage)
    else if (instruction.name === 'ENV') set(instruction, stage)
    else if (instruction.name === 'USER') become(instruction, stage)
    else if (instruction.name === 'COPY') copyInto(instruction, stage, stages, context)
    else if (instruction.name === 'RUN') run(instruction, stage)
    else if (instruction.name === 'VOLUME') requireFolder(instruction, stage)
  }
  return stages.at(-1)
}

function requireFolder({ text }, stage) {
  const folder = inside(stage, text)
  if (!existsSync(folder) || !Array.isArray(readdirSync(folder))) throw new Error(`VOLUME ${text} is not in the image`)
}
