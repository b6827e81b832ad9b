import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import type { Month } from './month.ts'

type Name = keyof typeof PEOPLE
type Values = Readonly<Record<string, string>>
type Block = Readonly<Record<string, unknown>>

const labelOf = (element: unknown): unknown => (element as { text?: { text?: unknown } } | null)?.text?.text

/** The title of an issue, or of a place in the journey map. */
const title = /CX-\d+|\w+: (?:accountable owner|backup)/

/** The how-manieth button of this name belongs to an issue or a place: below its title, above the next. Undefined: none does. */
const occurrenceOf = (blocks: readonly Block[], issue: string, button: string): number | undefined => {
  let about = ''
  let count = 0
  for (const block of blocks) {
    if (block.type !== 'actions') {
      about = title.exec(JSON.stringify(block))?.[0] ?? about
      continue
    }
    for (const element of block.elements as readonly unknown[]) {
      if (labelOf(element) !== button) continue
      count += 1
      if (about === issue) return count
    }
  }
  return undefined
}

/** What people of the practice workspace do in a month, in one line each. */
export const peopleOf = (month: Month) => {
  const named = (name: Name) => month.as(PEOPLE[name])
  const fill = async (name: Name, values: Values) => {
    const actor = named(name)
    await month.form(actor)
    for (const [label, value] of Object.entries(values)) await actor.fill(label, value)
    const answer = await actor.submit()
    if (answer.kind !== 'closed') throw new Error(`the form says: ${JSON.stringify(answer)}`)
  }
  const home = (name: Name): string => month.slack.visibleText((named(name).home() ?? { blocks: [] }) as never)
  const looksHome = async (name: Name): Promise<string> => {
    await month.does(`${name} opens App Home`, () => named(name).openHome())
    month.diary.lines.push(home(name))
    return home(name)
  }
  return {
    looksHome,
    home,
    flags: async (name: Name, words: string, values: Values): Promise<void> =>
      month.does(`${name} flags: ${words} ${JSON.stringify(values)}`, async () => {
        await named(name).command('/cx', `flag ${words}`, CHANNELS.support)
        await fill(name, values)
      }),
    says: async (name: Name, text: string): Promise<string> => {
      let said = ''
      await month.does(`${name}: /cx ${text}`, async () => {
        said = (await named(name).command('/cx', text, CHANNELS.general)).answer?.text ?? ''
      })
      return said
    },
    /** Presses a button of an issue in the newest direct message that has it. */
    presses: async (name: Name, issue: string, button: string, values?: Values): Promise<void> =>
      month.does(`${name} presses ${button} about ${issue} ${JSON.stringify(values ?? {})}`, async () => {
        const found = named(name)
          .dms()
          .findLast(({ blocks }) => occurrenceOf(blocks as never, issue, button) !== undefined)
        if (!found) throw new Error(`${name} has no message about ${issue} with ${button}`)
        await named(name).press(found, button, { occurrence: occurrenceOf(found.blocks as never, issue, button) ?? 1 })
        if (values) await fill(name, values)
      }),
    /** Opens App Home and presses a button of an issue there. */
    atHome: async (name: Name, issue: string, button: string, values?: Values): Promise<void> => {
      await looksHome(name)
      await month.does(`${name} presses ${button} about ${issue} at home ${JSON.stringify(values ?? {})}`, async () => {
        const occurrence = occurrenceOf((named(name).home()?.blocks ?? []) as never, issue, button)
        if (occurrence === undefined) throw new Error(`${name} has no ${button} of ${issue} at home`)
        await named(name).press('home', button, { occurrence })
        if (values) await fill(name, values)
      })
      month.diary.lines.push(home(name))
    },
  }
}
