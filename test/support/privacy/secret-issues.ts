import { renderMessage } from '#adapters/slack/blocks/render-message.ts'
import { type Erased, erase, type Whose } from '#application/use-cases/privacy/erase.ts'
import { holdFromOutside } from '#application/use-cases/privacy/hold-issue.ts'
import { type Product, workspaceId } from '../product.ts'

/** Issues of customers with names and words of their own, and what an erasure leaves of them. */
export const secretIssues = (product: Product) => {
  const flag = async (text: string, more: object = {}): Promise<number> => {
    const flagged = { ...product.act('U0ANNA'), text, via: 'command' as const, restricted: false, stage: 'pay' }
    return (await product.use.flagIssue({ ...flagged, customer: 'Nordwind', ...more })).number
  }
  const whole = async (text: string, more: object = {}): Promise<number> => {
    const number = await flag(text, more)
    const ben = { ...product.act('U0BEN'), number }
    await product.use.claimIssue({ ...ben, via: 'button' })
    await product.use.handOver({ ...ben, to: 'sales', reason: 'expertise', need: `Need: ${text}` })
    const handover = (await product.issue(number)).handover?.id ?? ''
    await product.use.returnHandover({ ...product.act('U0FELIX'), number, handover, reason: `Returned: ${text}` })
    await product.use.resolveIssue({ ...ben, whatWasDone: `Done: ${text}` })
    await product.use.closeLoop({
      ...ben,
      told: `Told: ${text}`,
      when: '2026-11-17',
      byWhom: 'U0BEN',
      explainedAgain: 'no',
    })
    return number
  }
  const known = {
    person: async (id: string): Promise<Whose> => {
      const person = await product.ports.privacy.person(workspaceId, id)
      if (!person) throw new Error(`nobody is called ${id}`)
      return { person }
    },
    customer: async (name: string): Promise<Whose> => {
      const customer = await product.ports.privacy.customer(workspaceId, name)
      if (!customer) throw new Error(`no customer is called ${name}`)
      return { customer }
    },
  }
  return {
    flag,
    /** Flagged by Anna, claimed by Ben, handed to Felix and back, resolved and closed: each wrote something with the text in it. */
    whole,
    erasePerson: async (id: string, goOn?: () => void): Promise<Erased> =>
      erase(product.ports)(workspaceId, await known.person(id), goOn),
    eraseCustomer: async (name: string, goOn?: () => void): Promise<Erased> =>
      erase(product.ports)(workspaceId, await known.customer(name), goOn),
    hold: (number: number, act: 'hold' | 'lift' = 'hold') =>
      holdFromOutside(product.ports)(workspaceId, { number, act, why: 'A lawyer asked for it.' }),
    /** The messages in Slack in which this can be read, by their keys. */
    shownIn: (words: string): readonly string[] =>
      product.posts
        .filter(({ message }) => JSON.stringify(renderMessage(message)).includes(words))
        .map(({ key }) => key),
    texts: async (number: number): Promise<readonly string[]> => {
      const where = { workspaceId, issueNumber: number }
      return (await product.database.issueWords.findMany({ where, orderBy: { seq: 'asc' } })).map(({ text }) => text)
    },
  }
}

export type SecretIssues = ReturnType<typeof secretIssues>
