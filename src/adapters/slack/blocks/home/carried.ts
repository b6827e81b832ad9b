import type { ModalView } from '@slack/types'
import { z } from 'zod'
import { limits } from '../kit/limits.ts'
import { type HomeMemory, recall, remember } from './memory.ts'

const shape = z.looseObject({ home: z.string() })

const objectIn = (text: unknown): Readonly<Record<string, unknown>> => {
  try {
    return z.looseObject({}).safeParse(JSON.parse(String(text))).data ?? {}
  } catch {
    return {}
  }
}

/**
 * A modal that carries along what App Home showed when it was opened there, so that Home can be brought up to date in
 * whichever process it is sent in; the way back through many pages stays behind where there is no room for it.
 */
export const carrying = (view: ModalView, home: HomeMemory | undefined): ModalView => {
  if (home === undefined) return view
  const own = objectIn(view.private_metadata)
  const whole = JSON.stringify({ ...own, home: remember(home) })
  const private_metadata =
    whole.length <= limits.metadata ? whole : JSON.stringify({ ...own, home: remember({ ...home, trail: [] }) })
  return { ...view, private_metadata }
}

/** What App Home showed when a modal was opened there; undefined for one that was opened elsewhere. */
export const carriedBy = (metadata: unknown): HomeMemory | undefined => {
  const { data } = shape.safeParse(objectIn(metadata))
  return data && recall(data.home)
}
