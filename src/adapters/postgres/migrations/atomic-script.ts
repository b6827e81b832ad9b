const standsAlone = /\bCONCURRENTLY\b|\bVACUUM\b|\bCOMMIT\b/i

/** Whether PostgreSQL lets this script run in a transaction with something else. */
export function isAtomic(script: string): boolean {
  return !standsAlone.test(script)
}

// Prisma's engine notes a migration as finished after its script. A kill between the two would leave a migration that
// is applied but unfinished, so the script itself notes it: what is unfinished was surely not applied.
const noteAsFinished = `
;
DO $note$ BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    UPDATE _prisma_migrations SET finished_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL;
  END IF;
END $note$;`

/** The script, noting its own migration as finished in the transaction that it is. */
export function inOneTransaction(script: string): string {
  return isAtomic(script) ? script + noteAsFinished : script
}
