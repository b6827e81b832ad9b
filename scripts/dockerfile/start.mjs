// Starts what the Dockerfile would start, waits until its health check and /readyz say yes, and stops it as Docker would.
// Usage: node scripts/dockerfile/start.mjs PLAN, a JSON of what `check-dockerfile.mjs` read in the Dockerfile.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'

const { command, health, cwd, env, uid, gid, signal } = JSON.parse(process.argv[2])
const startLimitMs = 60_000
const stopLimitMs = 10_000

const child = spawn(command[0], command.slice(1), { cwd, env, uid, gid, stdio: ['ignore', 'pipe', 'pipe'] })
let said = ''
for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
const ended = once(child, 'exit')

const isWell = () => spawnSync(health[0], health.slice(1), { cwd, env, uid, gid, timeout: 3_000 }).status === 0

const isReady = () =>
  fetch(`http://127.0.0.1:${env.PORT}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )

async function becomesWell() {
  for (const begun = performance.now(); performance.now() - begun < startLimitMs; await pause(500)) {
    if (child.exitCode !== null) return false
    if (isWell() && (await isReady())) return true
  }
  return false
}

const well = await becomesWell()
child.kill(well ? signal : 'SIGKILL')
const [code] = await Promise.race([ended, pause(stopLimitMs, ['not within ten seconds'], { ref: false })])
child.kill('SIGKILL')
if (well && code === 0) process.exit(0)
process.stderr.write(`${said}\n${well ? `It was well, but ended with: ${code}` : 'It did not become well.'}\n`)
process.exit(1)
