import type { Council } from './council.ts'

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [])

const mentions = (words: ReadonlySet<string>, name: string): number =>
  [...wordsOf(name)].filter((word) => words.has(word)).length

/**
 * Up to three department keys for an issue that named neither stage nor department: those whose name, or whose stage's
 * name, stands in the words first; then the lead departments in the order of the journey.
 */
export const suggestDepartments = (
  council: Council,
  story: string,
  except: readonly string[] = [],
): readonly string[] => {
  const words = wordsOf(story)
  const score = (key: string, name: string): number =>
    mentions(words, name) * 2 +
    council.journey.filter((stage) => stage.leadDepartment === key && mentions(words, stage.name) > 0).length
  const inOrder = [...council.journey.map((stage) => stage.leadDepartment), ...council.departments.map((d) => d.key)]
  const rank = (key: string): number => inOrder.indexOf(key)
  return council.departments
    .filter((department) => !except.includes(department.key))
    .map((department) => ({ key: department.key, score: score(department.key, department.name) }))
    .sort((a, b) => b.score - a.score || rank(a.key) - rank(b.key))
    .slice(0, 3)
    .map((suggestion) => suggestion.key)
}
