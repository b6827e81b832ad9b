import type { PlainTextOption } from '@slack/types'
import { z } from 'zod'
import type { CustomerChoice } from '#application/customers/customer.ts'
import type { Suggestions } from '#application/use-cases/customers/suggest-customers.ts'
import { option } from '../../blocks/kit/inputs.ts'
import { limits } from '../../blocks/kit/limits.ts'

const kinds = { id: 'c:', name: 'n:', draft: 'd:' } as const

/** How many characters of a new name the value of a menu's entry has room for. */
export const mostCarried = limits.optionText - kinds.name.length

const id = z.string().min(1).max(60)
const name = z.string().min(1).max(mostCarried)

/** The entry of a customer that is known. */
export const knownCustomer = (customer: { readonly id: string; readonly name: string }) => ({
  value: `${kinds.id}${customer.id}`,
  text: customer.name,
})

const reference = (pieces: readonly (string | undefined)[]): string =>
  pieces.filter((piece) => piece !== undefined && piece !== '').join(' · ')

/** What the menu of customers shows: first the new name, then those that are known, with what tells them apart. */
export const suggestedCustomers = ({ known, fresh }: Suggestions): readonly PlainTextOption[] => [
  ...(fresh === undefined
    ? []
    : [
        option({
          value: fresh.draft === undefined ? `${kinds.name}${fresh.name}` : `${kinds.draft}${fresh.draft}`,
          text: `Add “${fresh.name}”`,
        }),
      ]),
  ...known.map((customer) => {
    const description = reference([customer.key, customer.tier, customer.region])
    return option({ ...knownCustomer(customer), ...(description === '' ? {} : { description }) })
  }),
]

/** Who was chosen; undefined for nobody, and for an entry we never made. */
export const parseCustomerChoice = (value: string | undefined): CustomerChoice | undefined => {
  const [kind, said] = [value?.slice(0, 2), value?.slice(2)]
  if (kind === kinds.name) return name.safeParse(said).success ? { name: said ?? '' } : undefined
  if (kind !== kinds.id && kind !== kinds.draft) return undefined
  const { data } = id.safeParse(said)
  if (data === undefined) return undefined
  return kind === kinds.id ? { id: data } : { draft: data }
}
