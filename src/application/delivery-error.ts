/**
 * Why a message did not reach Slack. `later`: busy or unreachable, try again after `retryAfterMs`; `no_place`: the
 * channel or person is gone or closed to us; `refused`: it will never be taken as it is; `revoked`: the token is no
 * longer good; `missing`: the message to update is gone.
 */
export type DeliveryErrorKind = 'later' | 'no_place' | 'refused' | 'revoked' | 'missing'

export class DeliveryError extends Error {
  readonly kind: DeliveryErrorKind
  readonly retryAfterMs: number | undefined

  constructor(kind: DeliveryErrorKind, reason: string, options: { retryAfterMs?: number; cause?: unknown } = {}) {
    super(reason, { cause: options.cause })
    this.name = 'DeliveryError'
    this.kind = kind
    this.retryAfterMs = options.retryAfterMs
  }
}
