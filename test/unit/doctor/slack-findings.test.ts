import { describe, expect, it } from 'vitest'
import { blockFindings } from '#adapters/doctor/blocks.ts'
import { channelFindings } from '#adapters/doctor/channels.ts'
import type { Finding } from '#adapters/doctor/finding.ts'
import { type PersonAnswer, peopleFindings } from '#adapters/doctor/people.ts'
import { scopeFindings, withoutScope } from '#adapters/doctor/scopes.ts'
import { clockFinding, slackFailure, tokenFinding } from '#adapters/doctor/slack.ts'
import { readManifest } from '#adapters/slack/manifest.ts'
import { peopleOf } from '#domain/council.ts'
import type { Person } from '#domain/people.ts'
import { council } from '../slack/samples/stories.ts'

const minute = 60_000
const marks = (findings: readonly Finding[]) => findings.map(({ mark, says }) => `${mark}: ${says}`)

describe('the clock', () => {
  it.each([
    [0, 'ok', 'It is right.'],
    [-30_000, 'ok', 'It is right to 30 s.'],
    [minute, 'ok', 'It is right to 1 min.'],
    [minute + 1, 'look', 'It is 1 min ahead of'],
    [-5 * minute, 'look', 'It is 5 min behind'],
    [5 * minute + 1, 'broken', 'is refused'],
    [-3_600_000, 'broken', 'It is 1 h behind'],
    [undefined, 'look', 'did not say'],
  ] as const)('%s ms ahead of Slack’s is %s', (ahead, mark, says) => {
    const finding = clockFinding(ahead)
    expect(finding.mark).toBe(mark)
    expect(finding.says).toContain(says)
    expect(finding.todo === undefined).toBe(mark === 'ok')
  })
})

describe('the token', () => {
  const real = { apiUrl: 'https://slack.com/api/', practice: false }
  it('that Slack refuses is to be copied again; where nobody answers, the way there is to be looked at', () => {
    expect(slackFailure('token_revoked', real)).toMatchObject({
      mark: 'broken',
      todo: expect.stringContaining('SLACK_BOT_TOKEN'),
    })
    expect(slackFailure('unreachable', real)).toMatchObject({
      mark: 'broken',
      todo: expect.stringContaining('network'),
    })
    expect(slackFailure('unreachable', { ...real, practice: true }).todo).toBe('Start it: npm start.')
    expect(slackFailure('ratelimited', real).mark).toBe('look')
  })
  it('of something that is not Slack is told in a line, however much that said', () => {
    const { says } = slackFailure(`<html>\n${'x'.repeat(5_000)}`, real)
    expect(says.length).toBeLessThan(150)
    expect(says).not.toContain('\n')
  })
  it('of a person is not one to run a bot on', () => {
    const whose = { workspaceName: 'Acme', workspaceId: 'T1', botName: 'mia' }
    expect(tokenFinding({ ...whose, botId: 'B1' }).mark).toBe('ok')
    expect(tokenFinding({ ...whose, botId: '' })).toMatchObject({
      mark: 'broken',
      says: expect.stringContaining('person'),
    })
  })
})

describe('the scopes', () => {
  it('are each known by what stops working without it', async () => {
    const { scopes } = await readManifest('manifest.yml')
    expect(Object.keys(withoutScope).toSorted()).toEqual(scopes.toSorted())
  })
  it('that are missing are named, those that are too many are not minded', () => {
    expect(marks(scopeFindings(['a', 'more'], ['a']))).toEqual(['ok: All 1 scope of manifest.yml are granted.'])
    expect(marks(scopeFindings(['a'], ['a', 'commands', 'users:read']))).toEqual([
      'broken: commands is missing: /cx and the shortcuts do not exist.',
      expect.stringMatching(/^broken: users:read is missing: nobody is known/),
    ])
    expect(scopeFindings(undefined, ['a'])[0]?.mark).toBe('look')
  })
})

describe('the channels', () => {
  const well = { name: 'c', archived: false, joined: true, shared: false }
  const all = (id: string, channel: object | undefined) =>
    new Map(
      ['C0COUNCIL', 'C0SUPPORT', 'C0BILLING'].map((one) => [
        one,
        one === id ? { channel: channel as typeof well | undefined } : { channel: well },
      ]),
    )
  it.each([
    ['C0SUPPORT', { ...well, joined: false }, 'look'],
    ['C0SUPPORT', { ...well, archived: true }, 'look'],
    ['C0SUPPORT', undefined, 'look'],
    ['C0SUPPORT', { ...well, shared: true }, 'broken'],
    ['C0COUNCIL', { ...well, joined: false }, 'broken'],
    ['C0COUNCIL', { ...well, archived: true }, 'broken'],
    ['C0COUNCIL', undefined, 'broken'],
  ] as const)('%s being %j is %s, with what to do', (id, channel, mark) => {
    const [finding, rest] = channelFindings(council, all(id, channel), 'council')
    expect(finding).toMatchObject({ mark, todo: expect.stringMatching(/invite|council file/) })
    expect(rest?.says).toBe('The other 2 channels are there, with the bot in them and nobody from outside.')
  })
  it('are asked about once each, also when departments share one', () => {
    const [support, ...others] = council.departments
    const shared = { ...council, departments: [{ ...support, channel: 'C0COUNCIL' }, ...others] } as typeof council
    const findings = channelFindings(shared, all('C0COUNCIL', { ...well, joined: false }), 'council')
    expect(findings[0]?.says).toContain('#c (the council, Support)')
    expect(findings).toHaveLength(2)
  })
  it('that Slack says nothing of are not called well', () => {
    const findings = channelFindings(council, new Map([['C0COUNCIL', { reason: 'missing_scope' }]]), 'council')
    expect(findings.map(({ mark }) => mark)).toEqual(['look', 'look', 'look'])
    expect(findings[0]?.says).toContain('(missing_scope)')
  })
})

describe('the people', () => {
  const person = (id: string, kind: Person['kind']): Person => ({ id, name: id, kind, admin: false, timeZone: 'UTC' })
  const everybody = (kinds: Readonly<Record<string, Person['kind']>>) =>
    new Map<string, PersonAnswer>(peopleOf(council).map((id) => [id, { person: person(id, kinds[id] ?? 'member') }]))

  it('are counted when they are all full members', () => {
    expect(marks(peopleFindings(council, everybody({})))).toEqual([
      'ok: The 6 people that the council names are full members.',
    ])
  })
  it.each(['guest', 'stranger', 'bot', 'deactivated'] as const)(
    'who answer for something and are %s break it',
    (kind) => {
      const [owner, rest] = peopleFindings(council, everybody({ U0BEN: kind }))
      expect(owner).toMatchObject({
        mark: 'broken',
        says: expect.stringContaining('owner of Billing at Pay, member of Billing,'),
      })
      expect(rest?.says).toBe('The other 5 people that the council names are full members.')
      expect(peopleFindings(council, everybody({ U0LOU: kind }))[0]).toMatchObject({ mark: 'look' })
    },
  )
  it('whom Slack does not know are told apart from those it said nothing of', () => {
    const answers = everybody({})
    const gone = peopleFindings(council, answers.set('U0BEN', { person: undefined }))
    expect(gone[0]?.says).toMatch(/^U0BEN, owner of .* is not in this workspace\.$/)
    const unsaid = peopleFindings(council, answers.set('U0BEN', { reason: 'ratelimited' }))
    expect(marks(unsaid)).toEqual([
      'look: Slack did not say who 1 of the 6 people of the council is (ratelimited).',
      'ok: The other 5 people that the council names are full members.',
    ])
  })
})

describe('what the bot shows', () => {
  it('is broken where Slack refuses it, and not known where Slack does not say', () => {
    expect(marks(blockFindings([{ name: 'card' }, { name: 'ask' }]))).toEqual([
      'ok: Slack shows 2 samples of what the bot says and asks.',
    ])
    expect(
      marks(
        blockFindings([
          { name: 'card', problem: 'too long' },
          { name: 'ask', reason: 'ratelimited' },
        ]),
      ),
    ).toEqual([
      'broken: Slack refuses “card”: too long.',
      'look: Slack did not say whether it shows 1 of 2 samples (ratelimited).',
    ])
  })
})
