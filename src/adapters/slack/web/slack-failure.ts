import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api'
import { DeliveryError, type DeliveryErrorKind } from '#application/delivery-error.ts'

/** Something between Slack and us answered in its place: what it said says nothing about the call, and is not repeated. */
export const unreadable = 'unreadable_answer'

/** The word with which Slack says what went wrong. */
export const codeOf = (said: unknown): string =>
  typeof said === 'string' && /^[a-z][\w.:-]{0,79}$/.test(said) ? said : unreadable

const kinds: Readonly<Record<DeliveryErrorKind, readonly string[]>> = {
  later: [
    'ratelimited',
    'rate_limited',
    'message_limit_exceeded',
    'internal_error',
    'fatal_error',
    'service_unavailable',
    'request_timeout',
    'team_added_to_org',
    'external_channel_migrating',
    'update_failed',
    unreadable,
  ],
  no_place: [
    'channel_not_found',
    'not_in_channel',
    'is_archived',
    'is_inactive',
    'user_not_found',
    'users_not_found',
    'user_not_visible',
    'user_not_in_channel',
    'user_disabled',
    'cannot_dm_bot',
    'invalid_user_combination',
    'messages_tab_disabled',
    'channel_is_limited_access',
    'restricted_action',
    'restricted_action_read_only_channel',
    'restricted_action_thread_only_channel',
    'restricted_action_thread_locked',
    'posting_to_channel_denied',
  ],
  revoked: ['token_revoked', 'token_expired', 'account_inactive', 'invalid_auth', 'not_authed'],
  missing: ['message_not_found', 'thread_not_found', 'cannot_reply_to_message'],
  refused: [],
}

/** With these it does not say whether the work was done: "some aspect of the operation" may have been, by its own words. */
const doubtful = [
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'update_failed',
  unreadable,
]

/** Whether Slack's word means that it takes our token no longer. */
export const meansRevoked = (code: string): boolean => kinds.revoked.includes(code)

const kindOf = (code: string): DeliveryErrorKind => {
  const found = Object.entries(kinds).find(([, codes]) => codes.includes(code))
  return (found?.[0] as DeliveryErrorKind | undefined) ?? 'refused'
}

/** Slack's own word for what went wrong, or what kept us from hearing it. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof DeliveryError) return error.message
  if (error instanceof WebAPIPlatformError) return codeOf(error.data.error)
  if (error instanceof WebAPIRateLimitedError) return 'ratelimited'
  if (error instanceof WebAPIHTTPError) return `http_${error.statusCode}`
  if (error instanceof WebAPIRequestError) return 'unreachable'
  return error instanceof Error ? error.name : 'unknown'
}

const platformError = (error: WebAPIPlatformError): DeliveryError => {
  const reason = reasonOf(error)
  return new DeliveryError(kindOf(reason), reason, { answered: !doubtful.includes(reason), cause: error })
}

/** Any failure of a Web API call as a `DeliveryError`; what is not one is a mistake of ours and stays what it is. */
const deliveryErrorOf = (error: unknown): unknown => {
  if (error instanceof WebAPIRateLimitedError)
    return new DeliveryError('later', 'ratelimited', {
      retryAfterMs: error.retryAfter * 1000,
      answered: true,
      cause: error,
    })
  if (error instanceof WebAPIRequestError || error instanceof WebAPIHTTPError)
    return new DeliveryError('later', reasonOf(error), { cause: error })
  if (error instanceof WebAPIPlatformError) return platformError(error)
  return error
}

/** Calls Slack, and throws its failures as `DeliveryError`. */
export const orDeliveryError = async <T>(call: Promise<T>): Promise<T> => {
  try {
    return await call
  } catch (error) {
    throw deliveryErrorOf(error)
  }
}
