import { spawn } from 'node:child_process'
import { once } from 'node:events'

// Waits for the end of its input, which comes when its parent ends, however that happens; then it ends the PostgreSQL
// in the folder and removes the folder, and the other one that root's data may have been moved to.
const script = `
cat >/dev/null
for home in "$(cat "$0/moved-to" 2>/dev/null)" "$0"; do
  [ -n "$home" ] || continue
  pid=$(head -n 1 "$home/cluster/data/postmaster.pid" 2>/dev/null)
  [ -z "$pid" ] || kill -QUIT "$pid" 2>/dev/null
  for attempt in 1 2 3 4 5 6 7 8 9 10; do
    { [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null; } || { rm -rf "$home" 2>/dev/null && break; }
    sleep 0.1
  done
  rm -rf "$home"
done`

/**
 * Sees to it that the folder of an embedded database and its server go when this process ends, also by a kill; the
 * function it gives does the same at once and waits for it.
 */
export function removeWhenWeEnd(dataDir: string): () => Promise<void> {
  const guard = spawn('/bin/sh', ['-c', script, dataDir], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  const gone = once(guard, 'exit')
  guard.unref()
  return async () => {
    guard.ref()
    guard.stdin.end()
    await gone
  }
}
