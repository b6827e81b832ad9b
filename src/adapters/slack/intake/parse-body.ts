import { z } from 'zod'

const anything = z.looseObject({})

const objectIn = (text: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    return anything.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

export const formType = 'application/x-www-form-urlencoded'

export type Parsed = { readonly type: 'application/json' | typeof formType; readonly body: Record<string, unknown> }

/** A delivery's body: a JSON object, a form, or a form with a JSON object as its `payload`; undefined for anything else. */
export const parseBody = (contentType: string | undefined, raw: string): Parsed | undefined => {
  if (contentType?.split(';', 1)[0]?.trim().toLowerCase() !== formType) {
    const body = objectIn(raw)
    return body && { type: 'application/json', body }
  }
  const form = Object.fromEntries(new URLSearchParams(raw))
  const body = form.payload === undefined ? form : objectIn(form.payload)
  return body && Object.keys(body).length > 0 ? { type: formType, body } : undefined
}
