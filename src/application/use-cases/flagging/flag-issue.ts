import { flagIssue as decideFlag } from '#domain/decisions/flagging/flag.ts'
import { followIssue } from '#domain/decisions/flagging/follow.ts'
import type { FlaggedVia } from '#domain/issue/events.ts'
import type { Source } from '#domain/issue/issue.ts'
import type { Severity } from '#domain/severity.ts'
import type { Act } from '../../act.ts'
import { requireMember, scopeOf } from '../../act.ts'
import { circumstancesOf, record } from '../../change-issue.ts'
import type { CustomerChoice } from '../../customers/customer.ts'
import { customerFor } from '../../customers/customer-for.ts'
import type { Ports } from '../../ports.ts'
import type { Tx } from '../../repositories.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'clock' | 'directory' | 'numbers'>

export type FlagInput = Act & {
  readonly text: string
  readonly via: FlaggedVia
  /** From a private place: the audience is restricted and the words are withheld until they are shared. */
  readonly restricted: boolean
  readonly severity?: Severity
  readonly customer?: string | CustomerChoice
  readonly stage?: string
  readonly department?: string
  readonly source?: Source
  /** The draft the form began with: where the words come from, and all of them. */
  readonly draft?: string
}

export type Flagged = { number: number; already: boolean }

/** How much of a text a form's field can show; the rest waits in the draft. */
const fieldShows = 3_000

/** The field's text with the rest of the draft that it could not show: nothing that was said is lost. */
const wholeText = (typed: string, draft: string): string => {
  if (draft.length <= fieldShows) return typed
  const splitsPair = /[\uD800-\uDBFF]/.test(draft.charAt(fieldShows - 1))
  const shown = draft.slice(0, splitsPair ? fieldShows - 1 : fieldShows)
  return typed.trim() === shown.trim() ? draft : `${typed}${draft.slice(shown.length)}`
}

const follow = async (tx: Tx, deps: Deps, input: FlagInput, number: number): Promise<Flagged> => {
  const issue = await tx.issues.get(number)
  const circumstances = await circumstancesOf(tx, deps.clock.now(), issue)
  await record(tx, circumstances, issue, followIssue(issue, input.person, circumstances))
  return { number, already: true }
}

const withDraft = async (tx: Tx, input: FlagInput): Promise<FlagInput> => {
  const draft = input.draft === undefined ? undefined : await tx.drafts.find(input.draft)
  if (!draft || draft.author !== input.person) return input
  const { source } = draft
  const at = source?.channel !== undefined && source.ts !== undefined
  return {
    ...input,
    text: wholeText(input.text, draft.text),
    restricted: input.restricted || source?.restricted === true,
    ...(at
      ? {
          source: {
            channel: source.channel ?? '',
            ts: source.ts ?? '',
            ...(source.link === undefined ? {} : { link: source.link }),
          },
        }
      : {}),
  }
}

/**
 * A customer issue is flagged: one issue, one live card, one ask, in one transaction. The same message flagged again is
 * the same issue, which the second flagger follows. Throws the refusals of the flag, and `no_council`.
 */
export const flagIssue =
  (deps: Deps) =>
  async (given: FlagInput): Promise<Flagged> => {
    await requireMember(deps.directory, given)
    const number = await deps.numbers.next(given.workspaceId)
    return deps.unitOfWork(scopeOf(given), async (tx) => {
      const circumstances = await circumstancesOf(tx, deps.clock.now())
      const input = await withDraft(tx, given)
      const existing = input.source && (await tx.issues.findBySource(input.source))
      if (existing !== undefined) return follow(tx, deps, input, existing)
      const whose = await customerFor(tx, circumstances.council, input.person, input.customer)
      const decision = decideFlag(
        {
          number,
          by: input.person,
          whatHappened: input.text,
          severity: input.severity ?? 'normal',
          audience: input.restricted ? 'restricted' : 'open',
          via: input.via,
          ...whose,
          ...(input.stage === undefined ? {} : { stage: input.stage }),
          ...(input.department === undefined ? {} : { department: input.department }),
          ...(input.source === undefined ? {} : { source: input.source }),
        },
        circumstances,
      )
      await record(tx, circumstances, undefined, decision)
      return { number, already: false }
    })
  }
