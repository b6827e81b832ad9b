import { renderCustomer } from '#adapters/slack/blocks/customers/customer.ts'
import { searchInput } from '#adapters/slack/blocks/kit/inputs.ts'
import { knownCustomer, suggestedCustomers } from '#adapters/slack/views/kit/customer-choice.ts'
import { shareCustomerView } from '#adapters/slack/views/share-customer.ts'
import { customerSide } from '#domain/customers/customer-side.ts'
import { type Hostile, linesOf } from '../samples/hostile.ts'
import { answered, form, inForm, searched } from './made.ts'
import type { Registry } from './registry.ts'

const field = (choice: { readonly value: string; readonly text: string }) =>
  inForm(searchInput({ field: 'customer', label: 'Customer', initial: choice, placeholder: 'Type' }))

const story = ({ about, name }: Hostile, count: number) => ({
  kind: 'one' as const,
  customer: { id: 'c-1', name, key: name, tier: name, region: name },
  issues: Array.from({ length: count }, () => about.story),
  counts: { open: 7, over: 99 },
  similar: linesOf({ about, name, words: name, said: name }, 3),
  council: about.council,
  now: about.now,
  readerZone: 'Europe/Berlin',
})

const side = ({ about }: Hostile) => {
  const { issue, timeline } = about.story
  return customerSide(issue, timeline, 'Europe/Berlin', about.now)
}

/** What the menu would show, in a form that has it chosen. */
const options = (typed: Hostile) =>
  suggestedCustomers({
    known: [{ id: 'c-1', name: typed.name, key: typed.name, tier: typed.name, region: typed.name }],
    fresh: { name: typed.name, draft: 'd-1' },
  }).flatMap((initial_option) => inForm(searched(initial_option)))

/** What is shown of customers. */
export const customers: Registry = {
  'blocks/customers/customer.ts': {
    renderCustomer: (typed) => [
      ...[0, 1, 9].map((count) => answered(renderCustomer(story(typed, count), typed.name))),
      answered(renderCustomer({ kind: 'none' }, typed.words)),
      answered(
        renderCustomer({ kind: 'several', customers: Array.from({ length: 10 }, () => story(typed, 0).customer) }, 'x'),
      ),
    ],
  },
  'views/kit/customer-choice.ts': {
    knownCustomer: ({ name }) => field(knownCustomer({ id: 'c-1', name })),
    suggestedCustomers: options,
  },
  'views/share-customer.ts': {
    shareCustomerView: (typed) =>
      [[], [side(typed)], Array.from({ length: 9 }, () => side(typed))].flatMap((sides) =>
        form(shareCustomerView({ council: typed.about.council, sides })),
      ),
  },
}
