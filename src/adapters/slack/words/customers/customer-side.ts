import type { Council } from '#domain/council.ts'
import type { CustomerSide, CustomerStep } from '#domain/customers/customer-side.ts'
import { departmentName, stageName } from '../labels.ts'
import { counted } from '../time/durations.ts'

const days = (count: number): string => counted(count, 'day')

const stepSaid = (step: CustomerStep, council: Council): string => {
  switch (step.what) {
    case 'told_us':
      return 'told us about the problem'
    case 'passed_to':
      return `passed to ${departmentName(council, step.department)}${step.again ? ' once more' : ''}`
    case 'taken_on':
      return `somebody in ${departmentName(council, step.department)} took it on`
    case 'waited':
      return `waited ${days(step.days)}`
    case 'still_waits':
      return `still waiting, for ${days(step.days)}`
    case 'solved':
      return 'the problem was solved'
    case 'not_solved':
      return 'it was not solved after all'
    case 'told':
      return 'was told how it ended'
    case 'not_told':
      return 'could not be reached to be told how it ended'
  }
}

/** “Day 3: passed to Billing”, a line for each step, and how it felt where that was asked. */
export const customerSideLines = ({ steps, explainedAgain, satisfaction }: CustomerSide, council: Council) => [
  ...steps.map(({ day, step }) => `Day ${day}: ${stepSaid(step, council)}`),
  ...(explainedAgain === 'yes' ? ['Had to explain it again.'] : []),
  ...(explainedAgain === 'no' ? ['Did not have to explain it again.'] : []),
  ...(satisfaction === undefined ? [] : [`Satisfaction: ${satisfaction} of 5.`]),
]

/** “A customer at Pay”. */
export const customerSideTitle = ({ stage }: CustomerSide, council: Council): string =>
  stage === undefined ? 'A customer' : `A customer at ${stageName(council, stage)}`
