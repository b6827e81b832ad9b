import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import { BOT, CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { practiceSeed } from '#adapters/practice/seed.ts'
import { createEmptyDatabase, createTestDatabase } from '../../support/database.ts'
import { type PracticeRun, startPracticeRun } from '../../support/practice-run.ts'
import { execute } from '../../support/test-server.ts'
import { command, settingFor } from './run-command.ts'

let run: PracticeRun
let folder = ''
const practice = readFileSync('practice/council.yml', 'utf8')

beforeAll(async () => {
  run = await startPracticeRun()
})
afterAll(() => run.stop())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cx-council-'))
  return () => rmSync(folder, { recursive: true, force: true })
})

const council = (...args: readonly string[]) => command(args, settingFor(run.slack.apiUrl, run.url), folder)

const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return name
}

const inForce = async (): Promise<string> => (await council('export')).out

describe('council export', { timeout: 120_000 }, () => {
  it('writes a file that changes nothing when it is applied again', async () => {
    const { out, err, code } = await council('export', 'mine.yml')
    expect([out, code]).toEqual(['', 0])
    expect(err).toContain('npm run council -- apply mine.yml')
    const applied = await council('apply', 'mine.yml')
    expect(applied).toMatchObject({ out: 'Nothing to change: the council already says this.\n', err: '', code: 0 })
    const again = await council('apply', '--dry-run', 'mine.yml')
    expect(again).toMatchObject({ out: 'Nothing to change: the council already says this.\n', code: 0 })
  })

  it('writes the same to standard output, and nothing else', async () => {
    await council('export', 'mine.yml')
    expect((await council('export')).out).toBe(readFileSync(join(folder, 'mine.yml'), 'utf8'))
  })

  it('leaves a file that is there as it is', async () => {
    const file = write('mine.yml', 'precious')
    const { err, code } = await council('export', file)
    expect([err, code]).toEqual([expect.stringMatching(/^mine\.yml is there already and was left as it is: /), 1])
    expect(readFileSync(join(folder, file), 'utf8')).toBe('precious')
    expect((await council('export', 'none/mine.yml')).err).toBe(
      'none/mine.yml cannot be made: its folder is not there.\n',
    )
  })

  it('works while Slack is unreachable', async () => {
    const { out, code } = await command(['export'], settingFor('http://127.0.0.1:1/api/', run.url))
    expect([out, code]).toEqual([await inForce(), 0])
  })

  it('does not guess whose council it is while Slack is unreachable and the database serves two workspaces', async () => {
    const { url, drop } = await createTestDatabase()
    const offline = settingFor('http://127.0.0.1:1/api/', url)
    const served = (id: string) => execute(url, `INSERT INTO workspace (id, first_started_at) VALUES ('${id}', now())`)
    await served('T0PRACTICE')
    await served('T0OTHER')
    const { out, err, code } = await command(['export'], offline)
    const doctor = await command(['doctor'], offline)
    await drop()
    expect({ out, code }).toEqual({ out: '', code: 1 })
    expect(err).toMatch(/^Slack does not answer at /)
    expect(doctor.out).toMatch(/^look at this +council +Without Slack nobody knows whose it is\./m)
  })

  it('finds the database also by an address that begins with postgres://', async () => {
    const short = settingFor(run.slack.apiUrl, run.url.replace(/^postgresql:/, 'postgres:'))
    const { out, code } = await command(['export'], short)
    expect(out).toContain('chair: U0CHLOE')
    expect(code).toBe(0)
  })

  it('says in a sentence that there is no council, or no database', async () => {
    const { url, drop } = await createEmptyDatabase()
    const empty = await command(['export'], settingFor(run.slack.apiUrl, url))
    await drop()
    expect(empty).toMatchObject({ out: '', err: expect.stringMatching(/^There is no council yet/), code: 1 })
    const gone = await command(['export'], settingFor(run.slack.apiUrl, 'postgresql://a:sesame@127.0.0.1:1/cx'))
    expect(gone.err).toMatch(/^The database at 127\.0\.0\.1:1\/cx does not answer \(.*\)\. Is PostgreSQL running/)
    expect(gone.code).toBe(1)
  })
})

describe('an embedded database whose folder cannot be there', { timeout: 120_000 }, () => {
  it.each([
    [['export'], 'err'],
    [['apply', 'new.yml'], 'err'],
    [['doctor'], 'out'],
  ] as const)('%j says so, and what to do', async (args, said) => {
    write('new.yml', practice)
    mkdirSync(join(folder, 'no'))
    write('no/postgres', '')
    const env = { ...settingFor(run.slack.apiUrl, ''), DATA_DIR: join(folder, 'no') }
    const outcome = await command(args, env, folder)
    expect(outcome[said]).toMatch(/The folder for the embedded database, .*, cannot be made \(EEXIST\): move what is/)
    expect(outcome[said]).toContain('in its way, or name another in DATA_DIR.')
    if (args[0] === 'doctor') expect(outcome[said]).toContain('in DATA_DIR. Mend that, then look again.')
    expect(outcome.code).toBe(1)
  })
})

describe('council apply --dry-run', { timeout: 120_000 }, () => {
  const edited = practice.replace('chair: U0CHLOE', 'chair: U0OMAR').replace('C0SALES', 'C0RANDOM')

  it('says in words what would change, and changes nothing', async () => {
    const before = await inForce()
    const { out, code } = await council('apply', '--dry-run', write('new.yml', edited))
    expect(out.split('\n').slice(0, 7)).toEqual([
      '2 changes in new.yml:',
      '  council',
      '    chair: Chloé Martin (U0CHLOE) → Omar Haddad (U0OMAR)',
      '  departments',
      '    Sales, channel: #sales (C0SALES) → #random (C0RANDOM)',
      '',
      'Nothing was changed. To do it: npm run council -- apply new.yml',
    ])
    expect(code).toBe(0)
    expect(await inForce()).toBe(before)
  })

  it('says nothing that could move the cursor, whatever people call themselves', async () => {
    run.slack.updatePerson(PEOPLE.omar, { displayName: 'Omar\u001b[2J\u202E' })
    const { out } = await council('apply', '--dry-run', write('new.yml', edited))
    run.slack.updatePerson(PEOPLE.omar, { displayName: '' })
    expect(out).toContain('→ Omar [2J  (U0OMAR)')
  })

  it('changes nothing either when npm has kept the flag for itself', async () => {
    const before = await inForce()
    const env = { ...settingFor(run.slack.apiUrl, run.url), npm_config_dry_run: 'true' }
    const { out } = await command(['apply', write('new.yml', edited)], env, folder)
    expect(out).toContain('Nothing was changed.')
    expect(await inForce()).toBe(before)
  })

  it('finds the mistakes that apply finds', async () => {
    const wrong = practice.replaceAll('U0BEN', 'U0GUEST').replace('channel: C0IT', 'channel: C0XNORDWIND')
    const file = write('wrong.yml', wrong)
    const dry = await council('apply', '--dry-run', file)
    expect(dry.err).toMatch(/line \d+: U0GUEST is a guest: name a full member\n.*C0XNORDWIND is shared/)
    expect([dry.out, dry.code]).toEqual(['', 1])
    expect(await council('apply', file)).toEqual(dry)
    const unreadable = await council('apply', '--dry-run', 'none.yml')
    expect(unreadable.err).toContain('the file cannot be read: is the path right?')
  })

  it('touches no database that the bot has not begun yet', async () => {
    const { url, drop } = await createEmptyDatabase()
    const { out } = await command(
      ['apply', '--dry-run', write('new.yml', practice)],
      settingFor(run.slack.apiUrl, url),
      folder,
    )
    expect(out).toMatch(/^There is no council yet; new\.yml would be the first: 5 departments, 8 journey stages\./)
    const doctor = await command(['doctor'], settingFor(run.slack.apiUrl, url))
    await drop()
    expect(doctor.out).toContain('not applied')
  })
})

describe('council apply', { timeout: 120_000 }, () => {
  it('says where the bot is not yet, and that the cards stand elsewhere meanwhile', async () => {
    run.slack.world.channels.get(CHANNELS.billing)?.members.delete(BOT)
    const first = await council('apply', write('new.yml', practice.replace('to: "17:30"', 'to: "18:00"')))
    expect(first.out).toMatch(
      /^Applied: 5 departments, 8 journey stages\.\n.*not in #billing.*\/invite @council in #billing\.\n$/,
    )
    expect(first.code).toBe(0)
    run.slack.world.channels.get(CHANNELS.billing)?.members.add(BOT)
    expect((await council('apply', write('new.yml', practice))).out).toBe('Applied: 5 departments, 8 journey stages.\n')
  })

  it('says in a sentence that the database is not there', async () => {
    const env = settingFor(run.slack.apiUrl, 'postgresql://a:sesame@localhost:1/cx')
    const { out, err, code } = await command(['apply', write('new.yml', practice)], env, folder)
    expect(err).toMatch(/^The database at localhost:1\/cx does not answer \(.*ECONNREFUSED.*\)\. Is PostgreSQL running/)
    expect([out, code]).toEqual(['', 1])
  })

  it('believes Slack, not what was remembered', async () => {
    run.slack.updatePerson(PEOPLE.ivo, { isRestricted: true })
    const { err } = await council('apply', write('new.yml', practice))
    run.slack.updatePerson(PEOPLE.ivo, { isRestricted: false })
    expect(err).toContain('U0IVO is a guest')
  })

  it('says that Slack did not answer rather than that it knows nobody', async () => {
    const { scopes = [] } = run.slack.world.options
    run.slack.world.options.scopes = scopes.filter((scope) => scope !== 'users:read')
    const { err, code } = await council('apply', write('new.yml', practice))
    run.slack.world.options.scopes = scopes
    expect(err).toMatch(/^Slack did not say who or what U0\w+ is \(missing_scope\), so nothing was changed\./)
    expect(code).toBe(1)
  })

  it('waits when Slack says that a large council was too much at once', async () => {
    const seed = practiceSeed()
    const more = Array.from({ length: 90 }, (_, i) => ({ id: `U0MORE${i}`, name: `more${i}`, realName: `More ${i}` }))
    const slack = createPracticeWorkspace({ ...seed, people: [...seed.people, ...more], rateLimits: true })
    await slack.start()
    const { url, drop } = await createTestDatabase()
    const members = more.map(({ id }) => id).join(', ')
    const file = write('large.yml', practice.replace('members: [U0BEN, ', `members: [${members}, U0BEN, `))
    const { out, err, code } = await command(['apply', file], settingFor(slack.apiUrl, url), folder)
    const asked = slack.calls('users.info')
    await slack.stop()
    await drop()
    expect({ out, err, code }).toEqual({ out: 'Applied: 5 departments, 8 journey stages.\n', err: '', code: 0 })
    expect(asked.filter(({ status }) => status === 429).length).toBeGreaterThan(0)
    expect(new Set(asked.map(({ args }) => args.user)).size).toBe(105)
  })
})
