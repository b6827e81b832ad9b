import type { PgBoss } from 'pg-boss'

/**
 * pg-boss’s own statement for putting jobs into a queue, caught instead of carried out; `$1` is the list of jobs as JSON.
 * It is the same for as long as the queue is configured alike, so that it can be prepared, and be part of another one.
 */
export const insertStatements = (boss: PgBoss): ((queue: string) => Promise<string>) => {
  const known = new Map<string, Promise<string>>()
  const ask = async (queue: string): Promise<string> => {
    let caught = ''
    const executeSql = async (text: string) => {
      caught = text
      return { rows: [] }
    }
    await boss.insert(queue, [], { db: { executeSql } })
    return caught
  }
  return (queue) => {
    const statement = known.get(queue) ?? ask(queue)
    known.set(queue, statement)
    statement.catch(() => known.delete(queue))
    return statement
  }
}
