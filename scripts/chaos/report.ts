import { isAccepted } from './checks/flags.ts'
import type { Outcome } from './run.ts'

const mostEvidence = 5

const table = (title: string, counts: Record<string, number>): string[] => {
  const rows = Object.entries(counts)
  const total = rows.reduce((sum, [, count]) => sum + count, 0)
  return [`${title}: ${total}`, ...rows.map(([name, count]) => `  ${String(count).padStart(7)}  ${name}`), '']
}

const countBy = <T>(list: readonly T[], name: (one: T) => string): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(list, name)].map(([key, all]) => [key, all.length]))

/** The run as a table for people to read, with every broken promise and what shows it. */
export const report = (outcome: Outcome): string => {
  const { options, restedMs, acts, calls, disasters, faults, flags, history, broken, fleet } = outcome
  const promises = [...Map.groupBy(broken, ({ promise }) => promise)]
  return [
    `Chaos: seed ${options.seed}, ${(options.actMs / 60_000).toFixed(1)} minutes, ${options.bots} bots; at rest ${Math.round(restedMs / 1_000)} s later`,
    '',
    ...table('Acts', acts.counts()),
    ...table('Calls of the bots', calls.counts()),
    ...table('Faults', faults),
    ...table('Disasters', disasters.counts()),
    ...table(
      'Issues',
      countBy(history.issues, ({ state }) => state),
    ),
    ...table(
      'Messages that stand',
      countBy(history.standing, ({ key }) => key.split(':')[0] ?? ''),
    ),
    ...table(
      'Tries to flag',
      countBy(flags, (flag) => (flag.idle ? 'not for them' : isAccepted(flag) ? 'accepted' : 'not accepted')),
    ),
    `Reminders: ${history.reminders.length} in ${history.batches.length} messages, digests: ${history.digests.length}`,
    `Complaints in the bots' logs: ${fleet.complaints.length}`,
    ...fleet.complaints.slice(0, mostEvidence).map((line) => `  ${line.slice(0, 400)}`),
    '',
    broken.length === 0 ? 'Every promise was kept.' : `BROKEN PROMISES: ${broken.length}`,
    ...promises.flatMap(([promise, all]) => [
      `  ${promise}: ${all.length} times`,
      ...all.slice(0, mostEvidence).map(({ evidence }) => `    ${evidence}`),
    ]),
  ].join('\n')
}
