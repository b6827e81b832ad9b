/** Allows `perMinute` calls a minute under a key, with a burst; otherwise the seconds to wait. */
export type RateLimiter = (key: string, limit: { perMinute: number; burst: number }) => number

/** Token buckets on the workspace's clock. */
export function createRateLimiter(now: () => number): RateLimiter {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return (key, { perMinute, burst }) => {
    const at = now()
    const bucket = buckets.get(key) ?? { tokens: burst, at }
    const tokens = Math.min(burst, bucket.tokens + ((at - bucket.at) * perMinute) / 60_000)
    if (tokens >= 1) {
      buckets.set(key, { tokens: tokens - 1, at })
      return 0
    }
    buckets.set(key, { tokens, at })
    return Math.max(1, Math.ceil(((1 - tokens) * 60) / perMinute))
  }
}
