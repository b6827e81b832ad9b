/** What a column of an export can be to the audit; each is also an option of the command line. */
export const roles = ['case', 'at', 'team', 'from', 'field', 'path', 'opened', 'resolved', 'first', 'resolver'] as const

export type Role = (typeof roles)[number]

/** A name of a column as it is compared: `sys_created_on`, `Sys Created-On` and `sys created on` are one. */
export const bareName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Names that a column of a role has in exports whose maker we do not recognise; the first that is there is taken. */
export const commonNames: Readonly<Record<Role, readonly string[]>> = {
  case: [
    ...['case id', 'caseid', 'case', 'case number', 'ticket id', 'ticketid', 'ticket number', 'ticket', 'incident id'],
    ...['incident number', 'incident', 'number', 'issue key', 'issue id', 'issue', 'key', 'request id', 'sr number'],
    ...['reference', 'case concept name', 'id'],
  ],
  at: [
    ...['timestamp', 'at', 'moved at', 'changed at', 'assigned at', 'event time', 'time', 'date time', 'datetime'],
    ...['change date time', 'changed on', 'sys updated on', 'sys updated at', 'updated at', 'updated', 'update time'],
    ...['update timestamp', 'start', 'start time', 'time timestamp', 'date', 'sys created on', 'created at', 'created'],
  ],
  team: [
    ...['to team', 'to group', 'to department', 'to queue', 'to', 'new team', 'new group', 'team', 'group'],
    ...['assignment group', 'assigned group', 'assigned team', 'support group', 'support team', 'ticket group'],
    ...['group name', 'department', 'queue', 'owner group', 'involved st', 'org group', 'org resource', 'new value'],
    ...['newvalue'],
  ],
  from: [
    ...['from team', 'from group', 'from department', 'from queue', 'from', 'old team', 'old group', 'previous team'],
    ...['previous group', 'old value', 'oldvalue', 'previous value'],
  ],
  field: ['field name', 'fieldname', 'field', 'changed field'],
  path: ['team path', 'teampath', 'path', 'group path', 'department path', 'route', 'transfer path'],
  opened: ['opened at', 'opened', 'opened on', 'open time', 'reported at', 'case created', 'ticket created'],
  resolved: [
    ...['resolved at', 'resolved on', 'solved at', 'ticket solved', 'closed at', 'closed on', 'close time', 'resolved'],
    ...['closed'],
  ],
  first: ['first team', 'first group', 'initial team', 'initial group'],
  resolver: ['resolver team', 'resolver group', 'resolving team', 'resolved by team', 'resolved by group', 'resolver'],
}
