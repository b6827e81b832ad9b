import type { Element } from '#adapters/practice/block-kit/types.ts'
import { optionsOf } from '#adapters/practice/people/values.ts'
import type { Chance } from '../chance.ts'
import { brokenAnswer } from '../tally.ts'
import { someIssue } from './numbers.ts'
import type { Actor, Person } from './person.ts'
import { customers, wordsOf } from './words.ts'

type Form = NonNullable<ReturnType<Actor['modal']>>

const day = (chance: Chance): string =>
  new Date(Date.now() + chance.between(-4, 1) * 86_400_000).toISOString().slice(0, 10)

const valueFor = (person: Person, label: string, element: Element): string | number => {
  const { chance, slack } = person
  if (label.startsWith('Which issue') && chance.maybe(0.9)) return someIssue(person)
  if (label === 'Customer') return chance.pick(customers) ?? ''
  const options = optionsOf(element)
  if (options.length > 0) return chance.pick(options)?.text.text ?? ''
  if (element.type === 'datepicker') return day(chance)
  if (element.type === 'timepicker') return `${chance.between(10, 23)}:00`
  if (element.type === 'number_input') return chance.between(0, 4)
  if (element.type === 'users_select') return chance.pick([...slack.world.people.keys()]) ?? ''
  return wordsOf(chance)
}

/** Fields that make no sense beside the others of their form: filled in by mistake only. */
const unlikely = new Set(['Could not be told, because', 'Attempts'])

/** Fields without which nothing comes of their form. */
const needed = new Set(['What was the customer told?', 'Had to explain again?'])

/** How often a field is left as it is. */
const left = ({ label, optional }: Form['fields'][number]): number => {
  if (unlikely.has(label)) return 0.97
  return optional && !needed.has(label) ? 0.4 : 0.05
}

/** Fills what must be filled and some of the rest; words that are there already stay. */
const fill = async (person: Person, form: Form): Promise<void> => {
  for (const field of form.fields) {
    const element = form.blocks.find((block) => block.block_id === field.blockId)?.element
    const given = field.label === 'What happened' && typeof field.state?.value === 'string'
    if (!element || given || person.chance.maybe(left(field))) continue
    await person.actor.fill(field.label, valueFor(person, field.label, element)).catch(() => undefined)
  }
}

/** The form that has opened for a person, if one does within a moment. */
export const opened = async ({ slack, actor }: Person, timeout = 600): Promise<Form | undefined> =>
  (await slack.waitFor(() => actor.modal(), { timeout }).catch(() => undefined)) || undefined

/**
 * Fills a form and sends it in, again when Slack has trouble, differently when it is refused; closes it in the end.
 * Answers whether it was taken.
 */
export const handIn = async (person: Person, title: string): Promise<boolean> => {
  const { actor, chance, tally } = person
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const form = actor.modal()
    if (!form?.submit) break
    await fill(person, form)
    const result = await actor.submit({ unchecked: chance.maybe(0.1) })
    tally.add(`form ${title}: ${result.kind}`)
    if (result.kind === 'closed' || result.kind === 'cleared') return true
    if (result.kind === 'failed' && result.reason.includes(' ')) tally.add(`${brokenAnswer}: ${result.reason}`)
  }
  if (actor.modal()) await actor.close({ all: true }).catch(() => undefined)
  return false
}
