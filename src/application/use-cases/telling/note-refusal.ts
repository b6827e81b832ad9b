import type { DomainError } from '#domain/errors.ts'
import type { Act } from '../../act.ts'
import { scopeOf } from '../../act.ts'
import type { Ports } from '../../ports.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'ids'>

/** Tells one person privately, in the channel where they are, why nothing happened; bots and strangers hear nothing. */
export const noteRefusal =
  (deps: Deps) =>
  async (input: Act & { readonly channel: string; readonly error: DomainError }): Promise<void> => {
    const { code, details } = input.error
    if (code === 'silence') return
    const key = `refusal:${input.request ?? deps.ids.next()}`
    await deps.unitOfWork({ ...scopeOf(input), request: key }, async (tx) => {
      await tx.posts.show([
        { key, subject: { kind: 'refusal', person: input.person, code, details }, place: input.channel, live: false },
      ])
      return undefined
    })
  }
