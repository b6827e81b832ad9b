import type { createPracticeWorkspace } from '#adapters/practice/practice-workspace.ts'

type Slack = ReturnType<typeof createPracticeWorkspace>
type Actor = ReturnType<Slack['as']>

/** A field that only the form of this way has. */
const firstFields = {
  Consult: 'Who could answer?',
  'Ask for hands': 'Or which department?',
  'Hand over': 'Reason',
  'Pass to a colleague': 'Colleague',
} as const

/** Chooses a way in *Hand over or consult*, which opens for a person, and waits for its fields. */
export const chooseWay = async (
  { waitFor }: Pick<Slack, 'waitFor'>,
  actor: Pick<Actor, 'fill' | 'modal'>,
  way: keyof typeof firstFields,
  timeout = 20_000,
): Promise<void> => {
  const has = (label: string) => actor.modal()?.fields.some((field) => field.label === label)
  await waitFor(() => has('What would help?'), { timeout, what: 'Hand over or consult' })
  await actor.fill('What would help?', way)
  await waitFor(() => has(firstFields[way]), { timeout, what: `the fields of ${way}` })
}
