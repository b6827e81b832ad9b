import type { Intake } from '#adapters/slack/intake/seam.ts'
import type { Ports } from '#application/ports.ts'

/** What whoever composes puts around the parts that have an effect, to watch or to disturb them; nothing by default. */
export type Instruments = {
  readonly ports: (ports: Ports) => Ports
  readonly intake: (intake: Intake) => Intake
  /** Around the work of one queued job: what it resolves counts as done just afterwards. */
  readonly job: (work: () => Promise<void>) => Promise<void>
  /** When the clock's work comes round: cron, seconds in front; every half minute when it is not given. */
  readonly rhythm?: string
}

export const noInstruments: Instruments = {
  ports: (ports) => ports,
  intake: (intake) => intake,
  job: (work) => work(),
}
