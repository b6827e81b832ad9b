import { describe, expect, it } from 'vitest'
import { auditText } from '../../../../support/operations/transfer-logs.ts'

describe('an export that is recognised by itself', () => {
  it.each([
    [
      'Zendesk Explore, updates history',
      [
        'Ticket ID,Update - Timestamp,Changes - Field name,Changes - Previous value,Changes - New value',
        '1,2026-01-01T10:00:00,group_id,,Support',
        '1,2026-01-01T10:00:00,status,,new',
        '1,2026-01-01T11:00:00,group_id,Support,Billing',
        '1,2026-01-01T12:00:00,group_id,Billing,Support',
      ],
    ],
    [
      'Zendesk Explore, updates history',
      [
        'Update ticket ID;Update - Timestamp;Changes - Field name;Changes - New value',
        '1;Jan 1, 2026 10:00 AM;group_id;Support',
        '1;Jan 1, 2026 11:00 AM;group_id;Billing',
        '1;Jan 1, 2026 1:00 PM;group_id;Support',
      ],
    ],
    [
      'Zendesk ticket audits',
      [
        'ticket_id,created_at,type,field_name,previous_value,value',
        '1,2026-01-01T10:00:00Z,Create,group_id,,Support',
        '1,2026-01-01T10:30:00Z,Change,priority,low,high',
        '1,2026-01-01T11:00:00Z,Change,group_id,Support,Billing',
        '1,2026-01-01T12:00:00Z,Change,group_id,Billing,Support',
      ],
    ],
    [
      'Zendesk ticket events',
      [
        'ticket_id,timestamp,group_id',
        '1,1767261600,Support',
        '1,1767265200,Billing',
        '1,1767268800,',
        '1,1767272400,Support',
      ],
    ],
    [
      'ServiceNow audit (sys_audit)',
      [
        'sys_created_on,tablename,fieldname,documentkey,user,oldvalue,newvalue',
        '2026-01-01 12:00:00,incident,assignment_group,9d38,anna,Billing,Support',
        '2026-01-01 11:00:00,incident,assignment_group,9d38,anna,Support,Billing',
        '2026-01-01 10:30:00,incident,urgency,9d38,anna,3,2',
        '2026-01-01 10:00:00,incident,assignment_group,9d38,anna,,Support',
      ],
    ],
    [
      'ServiceNow audit (sys_audit)',
      [
        '"Created","Table name","Field name","Document key","User","Old value","New value"',
        '"01-01-2026 10:00:00","incident","assignment_group","9d38","anna","","Support"',
        '"01-01-2026 11:00:00","incident","assignment_group","9d38","anna","Support","Billing"',
        '"13-01-2026 11:00:00","incident","assignment_group","9d38","anna","Billing","Support"',
      ],
    ],
    [
      'ServiceNow metrics (metric_instance)',
      [
        'ID,Definition,Value,Start,End,Duration',
        'Incident: INC0010001,Assignment Group,Support,2026-01-01 10:00:00,2026-01-01 11:00:00,3600',
        'Incident: INC0010001,Assigned to Duration,Anna,2026-01-01 10:00:00,2026-01-01 11:00:00,3600',
        'Incident: INC0010001,Assignment Group,Billing,2026-01-01 11:00:00,2026-01-01 12:00:00,3600',
        'Incident: INC0010001,Assignment Group,Support,2026-01-01 12:00:00,,',
      ],
    ],
    [
      'ServiceNow metrics (metric_instance)',
      [
        'inc_number,inc_opened_at,mi_definition,mi_value,mi_start,mi_end',
        'INC1,2026-01-01 10:00:00,Assignment Group,Support,2026-01-01 10:00:00,2026-01-01 11:00:00',
        'INC1,2026-01-01 10:00:00,Assignment Group,Billing,2026-01-01 11:00:00,2026-01-01 12:00:00',
        'INC1,2026-01-01 10:00:00,Assignment Group,Support,2026-01-01 12:00:00,',
      ],
    ],
    [
      'ServiceNow history (sys_history_line)',
      [
        'set,field,label,old,new,update_time,user_name',
        'INC1,assignment_group,Assignment group,,Support,2026-01-01 10:00:00,Anna',
        'INC1,assignment_group,Assignment group,Support,Billing,2026-01-01 11:00:00,Anna',
        'INC1,assignment_group,Assignment group,Billing,Support,2026-01-01 12:00:00,Anna',
      ],
    ],
    [
      'ServiceNow incidents, a row per update',
      [
        'number,incident_state,sys_updated_at,opened_at,assignment_group,resolved_at,closed_at',
        'INC1,New,29/2/2026 01:23,13/1/2026 01:16,Support,14/1/2026 11:29,'.replace('29/2', '13/1'),
        'INC1,Active,13/1/2026 02:00,13/1/2026 01:16,Support,14/1/2026 11:29,',
        'INC1,Active,13/1/2026 08:53,13/1/2026 01:16,Billing,14/1/2026 11:29,',
        'INC1,Active,13/1/2026 09:53,13/1/2026 01:16,?,14/1/2026 11:29,',
        'INC1,Resolved,14/1/2026 11:29,13/1/2026 01:16,Support,14/1/2026 11:29,',
      ],
    ],
    [
      'a row per move',
      [
        'Incident Number,Changed At,From Group,To Group',
        '1,2026-01-01 10:00,Support,Billing',
        '1,2026-01-01 11:00,Billing,Support',
      ],
    ],
    [
      'a row per stay',
      [
        'SR Number;Change Date+Time;Status;Involved ST',
        '1;2026-01-01T10:00:00+01:00;x;Support',
        '1;2026-01-01T11:00:00+01:00;x;Billing',
        '1;2026-01-02T10:00:00+01:00;x;Support',
      ],
    ],
  ])('%s', async (shape, lines) => {
    const { figures, source } = await auditText(lines)
    expect(source.shape).toBe(shape)
    expect(figures).toMatchObject({ cases: 1, hops: 2, returns: 1, direct: 1, firstResolvesAfterHop: 1 })
  })

  it('gives way to what somebody says', async () => {
    const lines = [
      'number,sys_updated_on,assignment_group,business_unit',
      '1,2026-01-01,A,X',
      '1,2026-01-02,B,X',
      '1,2026-01-03,C,Y',
    ]
    const { figures } = await auditText(lines, { columns: { team: 'Business Unit' } })
    expect(figures.hops).toBe(1)
  })

  it('says when the teams are ids', async () => {
    const { source } = await auditText([
      'ticket_id,timestamp,group_id',
      '1,2026-01-01,360001234567',
      '1,2026-01-02,360007654321',
    ])
    expect(source.remarks.join()).toContain('The teams are written as ids.')
  })
})

describe('an export that cannot be read', () => {
  const said = (lines: readonly string[] | string, options = {}) =>
    auditText(lines, options).then(
      () => 'read',
      (error: Error) => error.message,
    )

  it.each([
    ['is empty', '', 'export.csv is empty'],
    ['has only a header', 'case,team\n', 'no row behind it'],
    [
      'lacks the team',
      ['ticket_id,colour,when', '1,red,2026-01-01'],
      'I cannot see which team got it (--team COLUMN, or --path COLUMN for a whole A>B>A). The columns are “ticket_id”, “colour”, “when”.',
    ],
    [
      'lacks the case',
      ['colour,team', 'red,A'],
      'I cannot see which case a row is about (--case COLUMN). The columns are “colour”, “team”.',
    ],
    [
      'has no line that names the columns',
      ['1,2026-01-01,A', '1,2026-01-02,B'],
      'The first line must name the columns; it says “1”, “2026-01-01”, “A”, which looks like a row.',
    ],
    [
      'has two columns of one name',
      ['case,Team,team', '1,A,B'],
      'Two columns are called “team”, and one of them is needed: give one of the two another name in the first line.',
    ],
    ['has one column', ['case', '1'], 'the first line has one column only, “case”'],
    ['lacks a value', ['case,at,team', '1,2026-01-01'], 'line 2: 2 values where the first line names 3 columns.'],
    [
      'has one value too many',
      ['case,at,team', '1,2026-01-01,A', '1,2026-01-01,A,B'],
      'line 3: 4 values where the first line names 3 columns.',
    ],
    ['lacks a time', ['case,at,team', '1,2026-01-01,A', '1,,B'], 'line 3: the time is missing in the column “at”.'],
    ['lacks a case', ['case,at,team', ' ,2026-01-01,A'], 'line 2: the case is missing in the column “case”.'],
    [
      'has an unknown time',
      ['case,at,team', '1,2026-01-01,A', '1,last Monday,B'],
      'line 3: “last Monday” in the column “at” is no time that I can read.',
    ],
    [
      'has dates of two orders',
      ['case,at,team', '1,13/1/2026,A', '1,1/13/2026,B'],
      'line 3: “1/13/2026” in the column “at” is no time with the day first, as other times of this file are read. If all of them are the other way round, say --month-first.',
    ],
    [
      'has dates of no order',
      ['case,at,team', '1,3/4/2026,A', '1,5/4/2026,B'],
      '“3/4/2026” can be the day first or the month first, and no date shows which. Say --day-first or --month-first.',
    ],
    [
      'is not about teams',
      ['ticket_id,created_at,field_name,value', '1,2026-01-01,status,open', '1,2026-01-01,priority,high'],
      'No row of export.csv is about the team. The column “field_name” says “status”, “priority”: say which of them is meant with --field-is.',
    ],
    ['names no team', ['case,at,team', '1,2026-01-01,?'], 'No row of export.csv names a team in the column “team”.'],
    [
      'hides a command for the terminal',
      ['case,at,team', '1,\u001b[31mred\u202e,A'],
      'line 2: “[31mred” in the column',
    ],
  ])('because it %s is refused with a sentence', async (_, lines, sentence) => {
    expect(await said(lines)).toContain(sentence)
  })

  it('says whether the mistake is in the moves or in the list of cases', async () => {
    const moves = ['case,at,from,to', '1,2026-01-01,A,B'].join('\n')
    const list = (opened: string) => auditText(moves, {}, `case,opened,first\n1,2026-01-01,A\n2,${opened},A\n`)
    await expect(list('soon')).rejects.toThrow('cases.csv, line 3: “soon” in the column “opened” is no time')
    await expect(auditText([moves, '1,soon,B,A'])).rejects.toThrow('export.csv, line 3: “soon” in the column “at”')
  })

  it('for a column that is not there names those that are', async () => {
    const sentence = await said(['ticket,when,group name', '1,2026-01-01,A'], { columns: { team: 'grop name' } })
    expect(sentence).toBe(
      'There is no column “grop name” for --team. Did you mean “group name”? The columns are “ticket”, “when”, “group name”.',
    )
  })

  it('for the order of its dates is read when somebody says it', async () => {
    const lines = ['case,at,team', '1,3/4/2026,A', '1,5/3/2026,B']
    expect((await auditText(lines, { order: 'day-first' })).moved).toEqual({
      from: '2026-03-05T00:00:00',
      to: '2026-04-03T00:00:00',
    })
    expect((await auditText(lines, { order: 'month-first' })).moved).toEqual({
      from: '2026-03-04T00:00:00',
      to: '2026-05-03T00:00:00',
    })
  })

  it('for the order of its dates is read when the last line shows it', async () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `${i},3/4/2026 10:00,A`)
    const { moved } = await auditText(['case,at,team', ...many, '1,4/13/2026 10:00,B'])
    expect(moved).toEqual({ from: '2026-03-04T10:00:00', to: '2026-04-13T10:00:00' })
  })
})
