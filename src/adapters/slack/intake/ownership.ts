import { z } from 'zod'
import type { Identity } from '../connection.ts'
import type { Envelope } from './envelope.ts'

/** Whether the installation that an event was sent to is ours; `elsewhere` when it happened in another workspace. */
export const ownerOf = (event: Envelope, ours: Identity): 'ours' | 'foreign' | 'elsewhere' => {
  const { authorizations, team_id: team, enterprise_id: company } = event
  const installed = authorizations?.length ? authorizations.map((one) => one.team_id) : [team]
  if (!installed.includes(ours.teamId)) return 'foreign'
  const sameCompany = ours.enterpriseId !== undefined && company === ours.enterpriseId
  return !team || team === ours.teamId || sameCompany ? 'ours' : 'elsewhere'
}

const named = z.object({ id: z.string() }).nullish().catch(undefined)

const interaction = z.object({
  team: named,
  enterprise: named,
  team_id: z.string().nullish().catch(undefined),
  user: z.object({ team_id: z.string().nullish() }).nullish().catch(undefined),
  view: z.object({ app_installed_team_id: z.string().nullish() }).nullish().catch(undefined),
})

/**
 * Whether a command, click, shortcut or form was sent to our installation; `elsewhere` when it was, by somebody of another
 * company's workspace, whose id may be that of one of us.
 */
export const ownerOfAct = (body: unknown, ours: Identity): 'ours' | 'foreign' | 'elsewhere' => {
  const { data } = interaction.safeParse(body)
  const to = data?.view?.app_installed_team_id ?? data?.team?.id ?? data?.team_id ?? data?.user?.team_id
  if (to !== ours.teamId) return 'foreign'
  const from = data?.user?.team_id ?? ours.teamId
  const sameCompany = ours.enterpriseId !== undefined && data?.enterprise?.id === ours.enterpriseId
  return from === ours.teamId || sameCompany ? 'ours' : 'elsewhere'
}
