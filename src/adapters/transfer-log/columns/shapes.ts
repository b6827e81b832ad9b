import type { Role } from './roles.ts'

/** An export of a well-known product: who wrote it, and what its columns are called there, without marks. */
export type Shape = {
  readonly name: string
  readonly needs: Partial<Readonly<Record<Role, readonly string[]>>>
  readonly has?: Partial<Readonly<Record<Role, readonly string[]>>>
}

/** Exports that are recognised by themselves, the most particular first. */
export const shapes: readonly Shape[] = [
  {
    name: 'Zendesk Explore, updates history',
    needs: {
      case: ['ticket id', 'update ticket id'],
      at: ['update timestamp', 'update time', 'update date', 'update timestamp local'],
      field: ['changes field name'],
      team: ['changes new value'],
    },
    has: {
      from: ['changes previous value'],
      opened: ['ticket created timestamp', 'ticket created date'],
      resolved: ['ticket solved timestamp', 'ticket solved date'],
    },
  },
  {
    name: 'Zendesk ticket audits',
    needs: {
      case: ['ticket id', 'audit ticket id'],
      at: ['created at', 'timestamp', 'audit created at', 'updated at'],
      field: ['field name', 'event field name', 'events field name', 'child events field name'],
      team: ['value', 'event value', 'events value', 'child events value'],
    },
    has: { from: ['previous value', 'event previous value', 'events previous value', 'child events previous value'] },
  },
  {
    name: 'Zendesk ticket events',
    needs: {
      case: ['ticket id'],
      at: ['timestamp', 'created at', 'updated at'],
      team: ['group id', 'child events group id', 'group name', 'ticket group'],
    },
  },
  {
    name: 'ServiceNow audit (sys_audit)',
    needs: {
      case: ['documentkey', 'document key'],
      at: ['sys created on', 'created', 'created on'],
      field: ['fieldname', 'field name'],
      team: ['newvalue', 'new value'],
    },
    has: { from: ['oldvalue', 'old value'] },
  },
  {
    name: 'ServiceNow metrics (metric_instance)',
    needs: {
      case: ['inc number', 'number', 'task', 'id'],
      at: ['mi start', 'start'],
      field: ['mi definition', 'definition', 'metric definition', 'mi field', 'field'],
      team: ['mi value', 'value'],
    },
    has: { opened: ['inc opened at', 'opened'], resolved: ['inc resolved at', 'inc closed at'] },
  },
  {
    name: 'ServiceNow history (sys_history_line)',
    needs: {
      case: ['number', 'set id', 'set', 'document key', 'id'],
      at: ['update time'],
      field: ['field', 'label'],
      team: ['new', 'new value'],
    },
    has: { from: ['old', 'old value'] },
  },
  {
    name: 'ServiceNow incidents, a row per update',
    needs: {
      case: ['number'],
      at: ['sys updated on', 'sys updated at', 'updated', 'updated on'],
      team: ['assignment group'],
    },
    has: {
      opened: ['opened at', 'opened'],
      resolved: ['resolved at', 'resolved', 'closed at', 'closed'],
    },
  },
]

/** What a column that names the changed field says when a row is about the team. */
const teamFields =
  /^(?:incident |task |ticket )?(?:assignment group|assigned group|group id|group|assigned team|team|queue|support group|department)(?: duration| id| name)?$/

/** Whether a value of such a column, without marks, is about the team. */
export const isTeamField = (field: string): boolean => teamFields.test(field)
