import { z } from 'zod'
import { storable } from './storable.ts'

const words = z.string().transform(storable)
const text = words.optional().catch(undefined)

const block = z
  .looseObject({ text: z.union([z.looseObject({ text }), text]).optional() })
  .transform(({ text: said }) => (typeof said === 'string' ? said : said?.text))

const attachment = z
  .looseObject({ pretext: text, title: text, text, fallback: text })
  .transform(({ pretext, title, text: said, fallback }) => {
    const parts = [pretext, title, said].filter((part) => part !== undefined && part !== '')
    return parts.length === 0 ? fallback : parts.join('\n')
  })

const message = z.looseObject({
  text: words.catch(''),
  blocks: z.array(block.catch(undefined)).catch([]),
  attachments: z.array(attachment.catch(undefined)).catch([]),
})

/** What a message says, in Slack's own markup: other apps often say it in blocks or attachments only. */
export const wordsOf = (said: unknown): string => {
  const { data } = message.safeParse(said)
  if (!data) return ''
  if (data.text.trim() !== '') return data.text
  return [...data.blocks, ...data.attachments].filter((part) => part !== undefined && part !== '').join('\n')
}
