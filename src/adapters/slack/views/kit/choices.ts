import type { Council } from '#domain/council.ts'
import { severities } from '#domain/severity.ts'
import type { Choice } from '../../blocks/kit/inputs.ts'
import { letTheMapDecide } from '../../names.ts'
import { severityLabels, severityMeanings } from '../../words/labels.ts'

export const severityChoices: readonly Choice[] = severities.map((severity) => ({
  value: severity,
  text: severityLabels[severity],
  description: severityMeanings[severity],
}))

export const stageChoices = ({ journey }: Council): readonly Choice[] =>
  journey.map(({ key, name }) => ({ value: key, text: name }))

/** All departments but the one named, which is the wrong answer; all of them when there is no other. */
export const departmentChoices = ({ departments }: Council, without?: string): readonly Choice[] => {
  const all = departments.map(({ key, name }) => ({ value: key, text: name }))
  const others = all.filter(({ value }) => value !== without)
  return others.length === 0 ? all : others
}

/** All departments, and before them the choice to leave it to the journey map. */
export const departmentOrMapChoices = (council: Council): readonly Choice[] => [
  { value: letTheMapDecide, text: 'Let the map decide' },
  ...departmentChoices(council),
]

/** The department chosen; undefined when it is left to the map. */
export const departmentOrMap = (choice: string | undefined): string | undefined =>
  choice === letTheMapDecide ? undefined : choice
