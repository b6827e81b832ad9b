import type { Way } from '#application/forms.ts'

/** What *Hand over or consult* offers, in this order, each with a line of what it means. */
export const wayLabels: Readonly<Record<Way, { readonly text: string; readonly description: string }>> = {
  consult: { text: 'Consult', description: 'Ask somebody of another department. You keep it.' },
  hands: { text: 'Ask for hands', description: 'Somebody works along. You keep it.' },
  hand_over: { text: 'Hand over', description: 'Another department answers for it once they accept.' },
  pass: { text: 'Pass to a colleague', description: 'Somebody of your department answers for it once they accept.' },
}
