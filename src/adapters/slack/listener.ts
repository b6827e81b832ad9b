import type { ModalView, PlainTextOption } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import type { Act } from '#application/act.ts'
import type { Clock } from '#application/ports.ts'
import type { UseCases } from '#application/use-cases.ts'
import type { DomainError } from '#domain/errors.ts'
import type { HomeMemory } from './blocks/home/memory.ts'
import type { Rendered } from './blocks/kit/shown.ts'
import type { SlackConnection } from './connection.ts'
import type { SlackDirectory } from './directory.ts'
import type { Reactions } from './intake/relevance.ts'
import type { Log } from './web/log.ts'

/** What people and Slack can ask of the product. */
export type SlackUseCases = Omit<
  UseCases,
  'postDigest' | 'sendReminders' | 'lookAfterPeople' | 'eraseOldWords' | 'deliverPost' | 'applyCouncil'
>

/** What a listener can reach: the use cases, and Slack for the answers that live three seconds. */
export type ListenerDeps = {
  readonly useCases: SlackUseCases
  readonly client: WebClient
  readonly directory: SlackDirectory
  readonly connection: SlackConnection
  readonly reactions: () => Reactions | undefined
  readonly clock: Clock
  readonly log: Log
}

/** `/cx` and what was typed behind it; the answer is seen by that person only. */
export type Command = {
  readonly act: Act
  /** The words after the first, as typed. */
  readonly text: string
  readonly word: string
  readonly channel: string
  readonly channelName: string
  readonly answer: (rendered: Rendered) => Promise<void>
  /** Acknowledges, then opens the form. */
  readonly open: (view: ModalView) => Promise<void>
}

export type CommandListener = (command: Command, deps: ListenerDeps) => Promise<void>

/** A press of a button or a choice in a field of a message, home tab or modal. */
export type Click = {
  readonly act: Act
  readonly actionId: string
  readonly value: unknown
  readonly blockId: unknown
  readonly date: unknown
  /** What was chosen in a menu. */
  readonly choice: unknown
}

/** A click that does something at once. */
export type ActListener = (click: Click, deps: ListenerDeps) => Promise<unknown>

/** A click in App Home that only changes what it shows. */
export type TurnListener = (click: Pick<Click, 'value' | 'choice'>, from: HomeMemory) => HomeMemory

/** A click that opens something to read or to fill in. */
export type FormListener = (click: Click, deps: ListenerDeps) => Promise<ModalView>

/** A choice in a modal that shows other fields of it. */
export type Change = Click & { readonly view: unknown }

/** A click that changes the modal in which it is made; undefined where it stays as it is. */
export type ChangeListener = (change: Change, deps: ListenerDeps) => Promise<ModalView | undefined>

export type Shortcut = { readonly act: Act; readonly body: unknown }

export type ShortcutListener = (shortcut: Shortcut, deps: ListenerDeps) => Promise<ModalView>

/** A form that was sent in. */
export type Submission = { readonly act: Act; readonly view: unknown }

/** Answers the view that takes the place of the form, or nothing: the form closes. */
export type SubmissionListener = (form: Submission, deps: ListenerDeps) => Promise<ModalView | undefined>

/** Answers the view that takes the place of a form instead of its refusal; undefined where the sentence does. */
export type Instead = (form: Submission, deps: ListenerDeps, refused: DomainError) => Promise<ModalView | undefined>

/** Somebody types into a menu that is searched by us. */
export type Suggestion = { readonly act: Act; readonly typed: string }

export type SuggestionListener = (asked: Suggestion, deps: ListenerDeps) => Promise<readonly PlainTextOption[]>

export type SlackEvent = { readonly act: Act; readonly event: unknown }

export type EventListener = (delivery: SlackEvent, deps: ListenerDeps) => Promise<unknown>

/** A delivery that is nothing that we ever made or that Slack describes; it gets no better by coming again. */
export class UnreadableDelivery extends Error {
  constructor() {
    super('a delivery that cannot be read')
    this.name = 'UnreadableDelivery'
  }
}

/** What was parsed of a delivery; throws `UnreadableDelivery` when it could not be. */
export const readable = <T>(parsed: T | undefined): T => {
  if (parsed === undefined) throw new UnreadableDelivery()
  return parsed
}
