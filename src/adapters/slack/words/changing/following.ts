import { issueName } from '#domain/issue/issue.ts'

/** Said to somebody who follows an issue from now on. */
export const followed = (number: number): string =>
  `You follow ${issueName(number)} now. I'll tell you when it moves, and when the customer was told.`

/** Said to somebody who follows an issue no more. */
export const unfollowed = (number: number): string =>
  `You don't follow ${issueName(number)} any more, and hear no more of it. If it was flagged from a private place, you may no longer see it either.`
