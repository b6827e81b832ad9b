/**
 * Why a message did not reach Slack. `later`: busy or unreachable, try again after `retryAfterMs`; `no_place`: the
 * channel or person is gone or closed to us; `refused`: it will never be taken as it is; `revoked`: the token is no
 * longer good; `missing`: the message to update, or the one whose thread it is, is gone.
 */
export type DeliveryErrorKind = 'later' | 'no_place' | 'refused' | 'revoked' | 'missing'

export class DeliveryError extends Error {
  readonly kind: DeliveryErrorKind
  readonly retryAfterMs: number | undefined
  /** True when messages behind this one at the same place need not wait for it. */
  readonly overtakable: boolean
  /** True when Slack said itself that nothing was done. */
  readonly answered: boolean
  /** The channel or person that takes no message, where it is known. */
  readonly place: string | undefined

  constructor(
    kind: DeliveryErrorKind,
    reason: string,
    options: {
      retryAfterMs?: number | undefined
      overtakable?: boolean
      answered?: boolean
      place?: string
      cause?: unknown
    } = {},
  ) {
    super(reason, { cause: options.cause })
    this.name = 'DeliveryError'
    this.kind = kind
    this.retryAfterMs = options.retryAfterMs
    this.overtakable = options.overtakable ?? false
    this.answered = options.answered ?? false
    this.place = options.place
  }
}
