// Carries out the Dockerfile without Docker: its steps below a fresh folder, then its program, health check and stop.
// Checked: COPY with .dockerignore, RUN, ENV, WORKDIR, USER, that the program starts as an ordinary user (where the
// machine lets us, without any network), becomes well and ready, and ends. Not checked: the base image itself, its system
// libraries and ownership by number, and the limits of a container. Usage: node scripts/check-dockerfile.mjs
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, environment } from './dockerfile/build.mjs'
import { execForm, parseDockerfile } from './dockerfile/parse.mjs'

const starter = new URL('./dockerfile/start.mjs', import.meta.url).pathname
const withoutNetwork = ['--net', '--', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh']
const say = (line) => process.stdout.write(`${line}\n`)

/** Only this machine's own address, where the operating system allows us to have such a network. */
function start(plan) {
  const program = [process.execPath, starter, JSON.stringify(plan)]
  const isolated = spawnSync('unshare', [...withoutNetwork, 'true']).status === 0
  say(isolated ? 'Starting it, without a network:' : 'Starting it (this machine cannot take the network away):')
  const [file, ...args] = isolated ? ['unshare', ...withoutNetwork, ...program] : program
  return spawnSync(file, args, { stdio: 'inherit' }).status === 0
}

const folder = mkdtempSync(join(tmpdir(), 'dockerfile-'))
chmodSync(folder, 0o755)
try {
  const instructions = parseDockerfile('Dockerfile')
  const one = (name) => {
    const found = instructions.filter((instruction) => instruction.name === name)
    if (found.length !== 1) throw new Error(`The Dockerfile says ${name} ${found.length} times`)
    return found[0]
  }
  const [command, health, signal] = [execForm(one('CMD')), execForm(one('HEALTHCHECK')), one('STOPSIGNAL').text]
  say('Carrying out the steps of the Dockerfile:')
  const stage = build(instructions, process.cwd(), folder)
  const { uid, gid, name } = stage.user ?? {}
  if (name === undefined) throw new Error('The image would run as root')
  const env = { ...environment(stage), PORT: '43117', PRACTICE_PORT: '43118' }
  const cwd = join(stage.root, stage.workdir)
  if (!start({ command, health, cwd, env, uid, gid, signal })) throw new Error('The image would not run')
  say(`The Dockerfile is carried out: well and stopped in order, as ${name}.`)
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
