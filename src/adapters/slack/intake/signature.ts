import { createHmac, timingSafeEqual } from 'node:crypto'

export type Signed = {
  readonly secret: string
  readonly timestamp: string | undefined
  readonly signature: string | undefined
  readonly body: Buffer
}

const toleranceMs = 5 * 60_000

const isFresh = (timestamp: string, now: Date): boolean =>
  /^\d{1,12}$/.test(timestamp) && Math.abs(now.getTime() - Number(timestamp) * 1000) <= toleranceMs

/** Whether Slack signed these bytes within five minutes of now, either way. */
export const isSigned = ({ secret, timestamp, signature, body }: Signed, now: Date): boolean => {
  if (timestamp === undefined || signature === undefined || !isFresh(timestamp, now)) return false
  const expected = Buffer.from(
    `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`,
  )
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
