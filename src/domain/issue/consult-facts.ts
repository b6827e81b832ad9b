import type { PersonId } from '../council.ts'

/** What is asked of another department while accountability stays: an answer to a question, or hands that work along. */
export type ConsultKind = 'question' | 'hands'

/** An open consult: nobody answered yet, the asked person wants to know more first, or they work along. */
export type Consult = {
  readonly id: string
  readonly kind: ConsultKind
  readonly state: 'asked' | 'asked_back' | 'helping'
  /** The department of the person asked. */
  readonly department: string
  readonly asked: PersonId
  readonly askedBy: PersonId
  readonly at: Date
  /** Since when it is as it is: asked, asked back or helping. */
  readonly since: Date
  /** By when whoever has to answer now should have. */
  readonly dueAt: Date
}

/** Why a consult ended without an answer: the asker needs none, asked another, help is done, or the issue itself ended. */
export type ConsultEnded =
  | 'not_needed'
  | 'asked_other'
  | 'done'
  /** Whoever was asked answers for the issue themselves now. */
  | 'owns_it'
  | 'resolved'
  | 'withdrawn'
  | 'closed'
  | 'merged'

type About = {
  readonly id: string
  /** Of the person asked, or who helps. */
  readonly department: string
  readonly asked: PersonId
}

/** What happens to a question, or to hands that were asked for. */
export type ConsultFact =
  | ({ kind: 'consult_asked'; of: ConsultKind } & About)
  | ({ kind: 'consult_answered' } & About)
  /** Whoever was asked wants to know something first. */
  | ({ kind: 'consult_asked_back' } & About)
  | ({ kind: 'consult_explained' } & About)
  | ({ kind: 'hands_given' } & About)
  | ({ kind: 'consult_declined' } & About)
  | ({ kind: 'consult_ended'; of: ConsultKind; why: ConsultEnded } & About)
