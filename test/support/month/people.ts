import { CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import type { Month } from './month.ts'

type Values = Readonly<Record<string, string>>

/** What people of the practice workspace do in a month, in one line each. */
export const peopleOf = (month: Month) => {
  const named = (name: keyof typeof PEOPLE) => month.as(PEOPLE[name])
  const fill = async (name: keyof typeof PEOPLE, values: Values) => {
    const actor = named(name)
    await month.form(actor)
    for (const [label, value] of Object.entries(values)) await actor.fill(label, value)
    const answer = await actor.submit()
    if (answer.kind !== 'closed')
      month.diary.note(`the form says: ${JSON.stringify(answer)}`)
  }
  const about = (name: keyof typeof PEOPLE, issue: string, button: string) => {
    const found = named(name)
      .dms()
      .findLast(({ visible, buttons }) => new RegExp(`${issue}\\b`).test(visible) && buttons.includes(button))
    if (!found) throw new Error(`${name} has no message about ${issue} with ${button}`)
    return found
  }
  return {
    flags: async (name: keyof typeof PEOPLE, words: string, values: Values): Promise<void> =>
      month.does(`${name} flags: ${words} ${JSON.stringify(values)}`, async () => {
        await named(name).command('/cx', `flag ${words}`, CHANNELS.support)
        await fill(name, values)
      }),
    says: async (name: keyof typeof PEOPLE, text: string): Promise<void> =>
      month.does(`${name}: /cx ${text}`, async () => {
        const { answer } = await named(name).command('/cx', text, CHANNELS.general)
        if (answer) month.diary.lines.push(`    answer, only for ${name}: ${answer.text}`)
      }),
    commands: async (name: keyof typeof PEOPLE, text: string, values: Values): Promise<void> =>
      month.does(`${name}: /cx ${text} ${JSON.stringify(values)}`, async () => {
        await named(name).command('/cx', text, CHANNELS.general)
        await fill(name, values)
      }),
    presses: async (name: keyof typeof PEOPLE, issue: string, button: string, values?: Values): Promise<void> =>
      month.does(`${name} presses ${button} about ${issue} ${values ? JSON.stringify(values) : ''}`, async () => {
        await named(name).press(about(name, issue, button), button)
        if (values) await fill(name, values)
      }),
    chooses: async (name: keyof typeof PEOPLE, issue: string, menu: string, value: string): Promise<void> =>
      month.does(`${name} chooses ${menu}, ${value} about ${issue}`, () =>
        named(name).choose(about(name, issue, menu), menu, value),
      ),
    looksHome: async (name: keyof typeof PEOPLE): Promise<void> =>
      month.does(`${name} opens App Home`, async () => {
        await named(name).openHome()
        await month.quiet()
        month.diary.lines.push(month.slack.visibleText((named(name).home() ?? { blocks: [] }) as never))
      }),
  }
}
