import type { ModalView } from '@slack/types'
import type { SharedCustomer } from '#application/use-cases/customers/view-customer.ts'
import { modal } from '../blocks/kit/modal.ts'
import { muted } from '../blocks/kit/plain.ts'
import { bullets, line, text } from '../blocks/kit/rich.ts'
import { readOnlyIds } from '../names.ts'
import { customerSideLines, customerSideTitle } from '../words/customers/customer-side.ts'

/** The most steps of one problem that are told: the first ones, and how it ended. */
const mostSteps = 30

const within = (lines: readonly string[]): readonly string[] =>
  lines.length <= mostSteps ? lines : [...lines.slice(0, mostSteps - 6), '…', ...lines.slice(-5)]

/** A customer's story from their side, without names, numbers and words, to be copied from. */
export const shareCustomerView = ({ council, sides }: SharedCustomer): ModalView =>
  modal({
    id: readOnlyIds.shareCustomer,
    title: 'Share anonymised',
    parts: [
      muted(
        sides.length === 0
          ? 'There is nothing here that may be shared: none of the issues is open to everybody.'
          : 'Only you see this. Copy what you want to share; no names, numbers, words or restricted issues are in it.',
      ),
      ...sides.map((side) =>
        text(
          line({ bold: customerSideTitle(side, council) }),
          bullets(...within(customerSideLines(side, council)).map((said) => [said])),
        ),
      ),
    ],
  })
