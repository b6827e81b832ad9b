import { Counter, Gauge, Histogram, type Registry } from 'prom-client'
import { boundedLabel } from './bounded-label.ts'

/** Slack hears nothing after 3 s; most answers should be there within a tenth of a second. */
const ackBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5]
const callBuckets = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

const deliveries = (registers: Registry[]) => {
  const count = new Counter({
    name: 'cx_deliveries_total',
    help: 'Deliveries of Slack that have their answer, by kind and by what became of them',
    labelNames: ['kind', 'outcome'],
    registers,
  })
  const time = new Histogram({
    name: 'cx_delivery_ack_seconds',
    help: 'From the arrival of a delivery to its answer',
    labelNames: ['kind'],
    buckets: ackBuckets,
    registers,
  })
  const worked = new Counter({
    name: 'cx_stored_events_total',
    help: 'Rounds of work on stored events, by how they ended; again: it comes back later',
    labelNames: ['outcome'],
    registers,
  })
  return {
    answered: ({ kind, outcome, seconds }: { kind: string; outcome: string; seconds: number }): void => {
      count.inc({ kind, outcome })
      if (outcome !== 'unheard') time.observe({ kind }, seconds)
    },
    worked: (outcome: string): void => worked.inc({ outcome }),
  }
}

const slackCalls = (registers: Registry[]) => {
  const count = new Counter({
    name: 'cx_slack_calls_total',
    help: 'Calls of Slack’s Web API, by method and outcome: ok, Slack’s own word, http_…, timeout or unreachable',
    labelNames: ['method', 'outcome'],
    registers,
  })
  const time = new Histogram({
    name: 'cx_slack_call_seconds',
    help: 'From the call of Slack’s Web API to the end of its answer',
    labelNames: ['method'],
    buckets: callBuckets,
    registers,
  })
  const bounded = boundedLabel()
  return ({ method, outcome, seconds }: { method: string; outcome: string; seconds: number }): void => {
    count.inc({ method, outcome: bounded(outcome) })
    time.observe({ method }, seconds)
  }
}

const ticks = (registers: Registry[]) => {
  const success = new Gauge({
    name: 'cx_tick_last_success_timestamp_seconds',
    help: 'When a tick, which comes every half minute, last ended well, in unix time; at first: when the work began',
    labelNames: ['tick'],
    registers,
  })
  const failures = new Counter({
    name: 'cx_tick_failures_total',
    help: 'Ticks that failed; the next one tries again',
    labelNames: ['tick'],
    registers,
  })
  return {
    /** From now on a tick is expected: an alarm can tell when it never comes. */
    expected: (tick: string): void => {
      failures.inc({ tick }, 0)
      success.setToCurrentTime({ tick })
    },
    ticked: (tick: string, succeeded: boolean): void => {
      if (succeeded) success.setToCurrentTime({ tick })
      else failures.inc({ tick })
    },
  }
}

/** There from the start, so that the first one is seen as a change. */
const toExpect = ['reminder', 'digest']

const messages = (registers: Registry[]) => {
  const sent = new Counter({
    name: 'cx_messages_sent_total',
    help: 'New messages that stand in Slack, by kind: reminders, digests, cards and so on; updates do not count',
    labelNames: ['kind'],
    registers,
  })
  for (const kind of toExpect) sent.inc({ kind }, 0)
  return (kind: string): void => sent.inc({ kind })
}

/** What is counted as it happens. */
export const createCounted = (registry: Registry) => ({
  ...deliveries([registry]),
  ...ticks([registry]),
  called: slackCalls([registry]),
  sent: messages([registry]),
})
