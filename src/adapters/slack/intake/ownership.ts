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

const team = z.object({ id: z.string() }).nullish().catch(undefined)

const interaction = z.object({
  team,
  team_id: z.string().nullish().catch(undefined),
  user: z.object({ team_id: z.string().nullish() }).nullish().catch(undefined),
  view: z.object({ app_installed_team_id: z.string().nullish() }).nullish().catch(undefined),
})

/** Whether a command, click, shortcut or form comes from our workspace. */
export const isOurs = (body: unknown, ours: Identity): boolean => {
  const { data } = interaction.safeParse(body)
  const from = data?.view?.app_installed_team_id ?? data?.team?.id ?? data?.team_id ?? data?.user?.team_id
  return from === ours.teamId
}
