/** A delivery that is not taken, and the HTTP status that says so. */
export class RefusedDelivery extends Error {
  readonly status: 400 | 403 | 503

  constructor(status: 400 | 403 | 503, reason: string) {
    super(reason)
    this.name = 'RefusedDelivery'
    this.status = status
  }
}
