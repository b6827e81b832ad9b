import { type FailingBot, loadFailingBot } from '../failpoints/failing-bot.ts'
import { type Needs, openWorkplace } from '../failpoints/workplace.ts'
import { startBalancer } from './balancer.ts'

export type Replica = {
  readonly bot: FailingBot
  readonly address: string
  /** The signal that it died of; undefined while it lives. */
  readonly diedOf: () => NodeJS.Signals | undefined
}

/** A workplace that several processes serve together, one delivery each in turn. */
export const openReplicas = async (needs: Needs = {}) => {
  const workplace = await openWorkplace({ retryDelays: [0, 300, 600, 900, 900], ...needs })
  const balancer = await startBalancer()
  workplace.slack.deliverTo(balancer.address)
  const running = new Set<Replica>()
  const loaded = new Set<FailingBot>()
  const balance = (): void => balancer.sendTo([...running].map(({ address }) => address))
  const start = async (clockAhead = 0): Promise<Replica> => {
    const bot = loadFailingBot(workplace.env(clockAhead))
    loaded.add(bot)
    let signal: NodeJS.Signals | undefined
    void bot.ended.then((by) => {
      signal = by ?? undefined
    })
    const replica = { bot, address: await bot.start(), diedOf: () => signal }
    running.add(replica)
    balance()
    return replica
  }
  return {
    ...workplace,
    start,
    startTogether: (count: number): Promise<Replica[]> => Promise.all(Array.from({ length: count }, () => start())),
    /** Has every delivery go to this one alone. */
    only: ({ address }: Replica): void => balancer.sendTo([address]),
    /** Nothing is sent to it any more. */
    forget: (replica: Replica): void => {
      running.delete(replica)
      balance()
    },
    close: async () => {
      await Promise.all([...loaded].map((bot) => bot.kill()))
      await balancer.stop()
      await workplace.close()
    },
  }
}

export type Replicas = Awaited<ReturnType<typeof openReplicas>>
