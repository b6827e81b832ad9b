import { type FormListener, readable } from '../../listener.ts'
import { parseCustomerValue } from '../../values.ts'
import { shareCustomerView } from '../../views/share-customer.ts'

/** Shows a customer's story without names, to be copied by hand: the bot itself passes it on to nobody. */
export const shareCustomer: FormListener = async ({ act, value }, { useCases }) =>
  shareCustomerView(await useCases.shareCustomer({ ...act, customer: readable(parseCustomerValue(value)) }))
