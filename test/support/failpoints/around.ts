import type { Intake } from '#adapters/slack/intake/seam.ts'
import type { Ports } from '#application/ports.ts'
import type { Tx } from '#application/repositories.ts'
import type { Instruments } from '../../../src/compose/instruments.ts'
import type { Failpoint } from './names.ts'

/** Never ends where the process is to die. */
type Pass = (name: Failpoint) => Promise<void> | undefined

const after =
  (pass: Pass, name: Failpoint) =>
  <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
  async (...args: A): Promise<R> => {
    const answer = await call(...args)
    await pass(name)
    return answer
  }

/** An answer that was given too early reaches Slack before the process dies. */
const whatWasSaidGoesOut = async (): Promise<void> => {
  for (let turns = 0; turns < 3; turns += 1) await new Promise((resolve) => setImmediate(resolve))
}

const intakeWith =
  (pass: Pass) =>
  (intake: Intake): Intake => ({
    store: async (delivery) => {
      await whatWasSaidGoesOut()
      await pass('delivery before it is stored')
      await intake.store(delivery)
      await pass('delivery stored, not acknowledged')
    },
  })

const txWith = (pass: Pass, tx: Tx): Tx => ({
  ...tx,
  drafts: { ...tx.drafts, keep: after(pass, 'words kept for a form, not committed')(tx.drafts.keep) },
  reminders: {
    ...tx.reminders,
    note: after(pass, 'what is due noted, not committed')(tx.reminders.note),
    send: after(pass, 'reminders noted as sent, message not queued')(tx.reminders.send),
  },
  customers: { ...tx.customers, named: after(pass, 'customer noted, issue not')(tx.customers.named) },
  issues: { ...tx.issues, save: after(pass, 'issue saved, messages not queued')(tx.issues.save) },
  digests: { ...tx.digests, claimSlot: after(pass, 'digest slot claimed, digest not queued')(tx.digests.claimSlot) },
  posts: {
    ...tx.posts,
    show: after(pass, 'new messages queued, live ones not')(tx.posts.show),
    showAnew: after(pass, 'deleted card queued anew, not committed')(tx.posts.showAnew),
    refresh: after(pass, 'live messages queued again, not committed')(tx.posts.refresh),
  },
})

const portsWith =
  (pass: Pass) =>
  (ports: Ports): Ports => ({
    ...ports,
    numbers: { next: after(pass, 'issue number drawn, not used')(ports.numbers.next) },
    unitOfWork: async (scope, work) => {
      const answer = await ports.unitOfWork(scope, async (tx) => {
        await pass('transaction begun, nothing written')
        const written = await work(txWith(pass, tx))
        await pass('all written, not committed')
        return written
      })
      await pass('committed, not answered')
      return answer
    },
    posts: {
      ...ports.posts,
      noteAttempt: after(pass, 'attempt noted, nothing sent')(ports.posts.noteAttempt),
      take: after(pass, 'message taken, nothing looked at')(ports.posts.take),
      noteShown: after(pass, 'noted, job not done')(ports.posts.noteShown),
    },
    messenger: {
      ...ports.messenger,
      post: async (to, key, message, attempt) => {
        const standing = await ports.messenger.post(to, key, message, attempt)
        if (message.kind === 'card') await pass('card sent, not noted')
        else if (to.threadTs !== undefined) await pass('line in a thread sent, not noted')
        else await pass('direct message or digest sent, not noted')
        return standing
      },
      update: after(pass, 'changed in Slack, not noted')(ports.messenger.update),
    },
  })

/** The product's parts with failpoints between their effects. */
export const withFailpoints = (pass: Pass): Instruments => ({
  ports: portsWith(pass),
  intake: intakeWith(pass),
  job: async (work) => {
    await pass('job taken up, nothing done')
    await work()
    await pass('job done, not completed')
  },
  rhythm: '* * * * * *',
})
