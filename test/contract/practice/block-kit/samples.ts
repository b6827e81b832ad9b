import type { Json } from '#adapters/practice/json.ts'
import { mrkdwn, plain } from '../stand.ts'

export const x = (length: number) => 'x'.repeat(length)
export const many = <T>(length: number, make: (index: number) => T) => Array.from({ length }, (_, index) => make(index))
export const option = (text: string, value = text, more: Json = {}) => ({ text: plain(text), value, ...more })
export const section = (text: string) => ({ type: 'section', text: mrkdwn(text) })
export const actions = (...elements: Json[]) => ({ type: 'actions', elements })
export const select = (more: Json) => ({ type: 'static_select', ...more })
export const raw = (text: string) => ({ type: 'raw_text', text })
