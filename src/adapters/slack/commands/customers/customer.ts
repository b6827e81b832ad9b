import { renderAnswer } from '../../blocks/answers.ts'
import { renderCustomer } from '../../blocks/customers/customer.ts'
import type { CommandListener } from '../../listener.ts'

/** `/cx customer NAME`: what one customer went through, across departments, for the eyes of the one who asked. */
export const customer: CommandListener = async ({ act, text, answer }, { useCases }) => {
  const said = text.trim()
  if (said === '') return answer(renderAnswer('Which customer? Write the name, like /cx customer Nordwind.'))
  await answer(renderCustomer(await useCases.viewCustomer({ ...act, said }), said))
}
