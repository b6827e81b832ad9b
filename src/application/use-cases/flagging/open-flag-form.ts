import type { Act } from '../../act.ts'
import { requireMember } from '../../act.ts'
import type { FlagForm } from '../../forms.ts'
import type { Ports } from '../../ports.ts'
import type { DraftSource } from '../../read-models.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'clock' | 'directory' | 'ids'>

export type OpenFlagFormInput = Act & { readonly text: string; readonly source?: DraftSource }

/** The form for a flag; words and their place are kept as a draft, so that nothing the form cannot show is lost. */
export const openFlagForm =
  (deps: Deps) =>
  async (input: OpenFlagFormInput): Promise<FlagForm> => {
    await requireMember(deps.directory, input)
    const { workspaceId, person: author, text, source } = input
    const draft = text === '' && source === undefined ? undefined : deps.ids.next()
    const council = await deps.unitOfWork({ workspaceId }, async (tx) => {
      if (draft !== undefined)
        await tx.drafts.keep({ id: draft, author, text, ...(source === undefined ? {} : { source }) }, deps.clock.now())
      return { council: await tx.councils.current() }
    })
    return { ...council, text, restricted: source?.restricted === true, ...(draft === undefined ? {} : { draft }) }
  }
