import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Sample } from '../../blocks/samples/all-samples.ts'
import { orDeliveryError } from '../slack-failure.ts'

/** What Slack answers when it would not show something. */
const refusals = ['invalid_blocks', 'invalid_message', 'invalid_view']

const told = z.object({
  errors: z.array(z.union([z.string(), z.looseObject({ message: z.string().optional() })])).default([]),
})

const detailsOf = (data: unknown): string =>
  (told.safeParse(data).data?.errors ?? [])
    .map((error) => (typeof error === 'string' ? error : (error.message ?? JSON.stringify(error))))
    .join('; ')

/** Whether Slack would show this: undefined, or what it would refuse. Throws `DeliveryError` when it does not say. */
export const validate = async (client: WebClient, { shown }: Sample): Promise<string | undefined> => {
  try {
    await client.blocks.validate('view' in shown ? { view: shown.view } : { message: { blocks: [...shown.blocks] } })
    return undefined
  } catch (error) {
    if (error instanceof WebAPIPlatformError && refusals.includes(error.data.error))
      return detailsOf(error.data) || error.data.error
    return orDeliveryError(Promise.reject(error))
  }
}
