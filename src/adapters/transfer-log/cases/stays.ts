import { createSpread, type Spread } from '#domain/transfer-audit/spread.ts'

/** How long cases stayed with each team, by the team's number. */
export const createStays = () => {
  const byTeam: Spread[] = []
  return {
    /** Notes a stay of this many milliseconds, or takes it back with -1; one without length is none. */
    note: (team: number | undefined, length: number, times: 1 | -1 = 1): void => {
      if (team === undefined || !(length > 0)) return
      while (byTeam.length <= team) byTeam.push(createSpread())
      byTeam[team]?.add(length, times)
    },
    byTeam: (): readonly Spread[] => byTeam,
  }
}

export type Stays = ReturnType<typeof createStays>
