/** Every place at which a process can be made to die: one between each effect and the next. */
export const failpoints = [
  'delivery before it is stored',
  'delivery stored, not acknowledged',
  'job taken up, nothing done',
  'issue number drawn, not used',
  'transaction begun, nothing written',
  'words kept for a form, not committed',
  'customer noted, issue not',
  'what is due noted, not committed',
  'reminders noted as sent, message not queued',
  'issue saved, messages not queued',
  'new messages queued, live ones not',
  'live messages queued again, not committed',
  'digest slot claimed, digest not queued',
  'all written, not committed',
  'committed, not answered',
  'message taken, nothing looked at',
  'attempt noted, nothing sent',
  'card sent, not noted',
  'line in a thread sent, not noted',
  'direct message or digest sent, not noted',
  'changed in Slack, not noted',
  'noted, job not done',
  'deleted card queued anew, not committed',
  'job done, not completed',
] as const

export type Failpoint = (typeof failpoints)[number]

/** Where a process is to die: at the failpoint's first pass, or a later one, counted from 1. */
export type DieAt = { readonly name: Failpoint; readonly pass: number }
