import type { Council, PersonId } from '#domain/council.ts'
import { customerName } from '#domain/decisions/text.ts'
import { DomainError } from '#domain/errors.ts'
import type { Tx } from '../repositories.ts'
import { viewerOf } from '../use-cases/reading/list-issues.ts'
import type { Customer, CustomerChoice } from './customer.ts'

const unknown = (): DomainError => new DomainError('customer_unknown', {}, { field: 'customer' })

/** The text that somebody typed; undefined for a customer that was picked. */
const typedName = async (tx: Tx, person: PersonId, chosen: string | CustomerChoice): Promise<string | undefined> => {
  if (typeof chosen === 'string') return chosen
  if ('name' in chosen) return chosen.name
  if ('id' in chosen) return undefined
  const draft = await tx.drafts.find(chosen.draft)
  if (!draft || draft.author !== person) throw unknown()
  return draft.text
}

const customerOf = async (
  tx: Tx,
  council: Council,
  person: PersonId,
  chosen: string | CustomerChoice,
): Promise<Customer | undefined> => {
  if (typeof chosen !== 'string' && 'id' in chosen) {
    const found = await tx.customers.find(chosen.id, viewerOf(council, person))
    if (!found) throw unknown()
    return found
  }
  const name = customerName(await typedName(tx, person, chosen))
  return name === undefined ? undefined : tx.customers.named(name)
}

/**
 * The customer whom somebody picked or named, as an issue keeps it: the id, and the region that picks the cell of the
 * map. Throws `customer_unknown` for one that was picked and of whom the person may not know, and `text_too_long`.
 */
export const customerFor = async (
  tx: Tx,
  council: Council,
  person: PersonId,
  chosen: string | CustomerChoice | undefined,
): Promise<{ readonly customer?: string; readonly region?: string }> => {
  const customer = chosen === undefined ? undefined : await customerOf(tx, council, person, chosen)
  if (!customer) return {}
  return { customer: customer.id, ...(customer.region === undefined ? {} : { region: customer.region }) }
}
