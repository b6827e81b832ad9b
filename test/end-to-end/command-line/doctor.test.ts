import { createServer } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPracticeWorkspace, type PracticeWorkspace } from '#adapters/practice/practice-workspace.ts'
import { BOT, CHANNELS, PEOPLE } from '#adapters/practice/seed/ids.ts'
import { practiceSeed } from '#adapters/practice/seed.ts'
import { readManifest } from '#adapters/slack/manifest.ts'
import { createEmptyDatabase } from '../../support/database.ts'
import { type PracticeRun, startPracticeRun } from '../../support/practice-run.ts'
import { command, settingFor, startMute } from './run-command.ts'

let run: PracticeRun
let slack: PracticeWorkspace
const clean: (() => unknown)[] = []

beforeAll(async () => {
  run = await startPracticeRun()
})
afterAll(() => run.stop())

// The bot works in a workspace of its own: in this one, each test may break what it likes.
beforeEach(async () => {
  slack = createPracticeWorkspace({ ...practiceSeed(), ...(await readManifest('manifest.yml')) })
  await slack.start()
  clean.push(slack.stop)
})
afterEach(async () => {
  for (const end of clean.splice(0).reverse()) await end()
})

const nowhere = 'http://127.0.0.1:1/api/'
const noDatabase = 'postgresql://council:sesame@127.0.0.1:1/cx'

const doctor = async (apiUrl = slack.apiUrl, database = run.url) => {
  const { out, err, code } = await command(['doctor'], settingFor(apiUrl, database))
  expect(err).toBe('')
  const lines = out.split('\n').filter((line) => /^(?:ok|look at this|broken) /.test(line))
  const about = (name: string) => lines.filter((line) => line.includes(`  ${name.padEnd(13)}  `))
  return { out, code, lines, about }
}

describe('council doctor', { timeout: 120_000 }, () => {
  it('finds everything in order beside a running bot, each thing on a line', async () => {
    const { out, code, lines } = await doctor()
    expect(lines.filter((line) => !line.startsWith('ok '))).toEqual([])
    const topics = lines.map((line) => line.slice('look at this  '.length).split('  ')[0])
    expect(topics).toEqual([
      'configuration',
      'Slack',
      'scopes',
      'clock',
      'database',
      'migrations',
      'council',
      'channels',
      'people',
      'digest',
      'bot',
      'jobs',
      'blocks',
    ])
    expect(out).toContain('workspace Practice (T0PRACTICE), as @council')
    expect(out).toMatch(/Monday \d+ \w+ at 09:00 \(Europe\/Berlin\), in \d/)
    expect(out.trimEnd()).toMatch(/\n\nEverything is in order\.$/)
    expect(code).toBe(0)
  })

  it('names what is wrong in Slack, and what to do about each', async () => {
    const { world, updatePerson } = slack
    world.options.scopes = world.options.scopes?.filter((scope) => !['commands', 'im:write'].includes(scope)) ?? []
    world.channels.get(CHANNELS.sales)?.members.delete(BOT)
    Object.assign(world.channels.get(CHANNELS.it) ?? {}, { isArchived: true })
    world.channels.get(CHANNELS.product)?.sharedWith.push('T0NORDWIND')
    updatePerson(PEOPLE.ben, { deleted: true })
    updatePerson(PEOPLE.sana, { isRestricted: true })
    const { code, about } = await doctor()
    expect(about('scopes').map((line) => line.slice(0, 90))).toEqual([
      expect.stringMatching(/^broken .*commands is missing: \/cx and the shortcuts/),
      expect.stringMatching(/^broken .*im:write is missing: nobody can be asked/),
    ])
    expect(about('channels')).toEqual([
      expect.stringMatching(/^look at this .*not in #sales \(Sales\).* \/invite @council in #sales\.$/),
      expect.stringMatching(/^broken .*#product \(Product\) is shared with another company/),
      expect.stringMatching(/^look at this .*#it \(IT\) is archived.* Unarchive it/),
      expect.stringMatching(/^ok .*The other 3 channels/),
    ])
    expect(about('people')).toEqual([
      expect.stringMatching(/^broken .*Ben \(U0BEN\), owner of Billing at Buy, .* is deactivated\. Name a full member/),
      expect.stringMatching(/^broken .*Sana Iqbal \(U0SANA\), owner of IT at Onboard, .* is a guest/),
      expect.stringMatching(/^ok .*The other 13 people/),
    ])
    expect(code).toBe(1)
  })

  it('says that the council’s own channel is closed to the bot as something broken', async () => {
    slack.world.channels.get(CHANNELS.council)?.members.delete(BOT)
    const { code, about } = await doctor()
    expect(about('channels')[0]).toMatch(/^broken .*The bot is not in #cx-council \(the council\)/)
    expect(code).toBe(1)
  })

  it('looks at the rest while Slack is unreachable, or refuses the token', async () => {
    const { code, about, out } = await doctor(nowhere)
    expect(about('Slack')[0]).toMatch(/^broken .*Slack does not answer at http:\/\/127\.0\.0\.1:1\/api\//)
    for (const topic of ['database', 'migrations', 'council', 'digest', 'bot', 'jobs'])
      expect([topic, about(topic)[0]?.slice(0, 3)]).toEqual([topic, 'ok '])
    expect(about('people')).toEqual([])
    expect(out).toContain('1 broken')
    expect(code).toBe(1)
    slack.world.options.botToken = 'xoxb-another'
    const refused = await doctor()
    expect(refused.about('Slack')[0]).toMatch(/^broken .*refuses the token \(invalid_auth\)\. Copy the Bot User OAuth/)
    expect(refused.code).toBe(1)
  })

  it('looks at the rest while the database is unreachable, and never says its password', async () => {
    const { code, about, out } = await doctor(slack.apiUrl, noDatabase)
    expect(about('database')).toEqual([
      expect.stringMatching(/^broken .*at 127\.0\.0\.1:1\/cx does not answer \(.*ECONNREFUSED/),
    ])
    for (const topic of ['Slack', 'scopes', 'clock', 'blocks'])
      expect([topic, about(topic)[0]?.slice(0, 3)]).toEqual([topic, 'ok '])
    expect(about('council')[0]).toMatch(/^look at this .*Without the database/)
    expect(out).not.toContain('sesame')
    expect(code).toBe(1)
  })

  it('looks at the configured file while the council in force is not known', async () => {
    const env = { ...settingFor(slack.apiUrl, noDatabase), COUNCIL_FILE: `${process.cwd()}/practice/council.yml` }
    const { out } = await command(['doctor'], env)
    expect(out).toMatch(/What follows is about .*practice\/council\.yml/)
    expect(out).toMatch(/ok .* The 6 channels are there/)
    expect(out).toMatch(/ok .* The 15 people/)
  })

  it('waits for nobody who never answers', async () => {
    const mute = await startMute()
    clean.push(mute.stop)
    const { code, about } = await doctor(`http://${mute.place}/api/`, `postgresql://council:sesame@${mute.place}/cx`)
    expect(about('Slack')[0]).toMatch(/^broken .*no answer within 8 s/)
    expect(about('database')[0]).toMatch(/^broken .*timeout/)
    expect(mute.heard()).toBeGreaterThan(1)
    expect(code).toBe(1)
  })

  it('says that the clock is wrong, by Slack’s', async () => {
    const wrong = createServer((_, response) => {
      response.setHeader('date', new Date(Date.now() - 400_000).toUTCString())
      response.setHeader('content-type', 'application/json')
      response.end(
        JSON.stringify({ ok: true, team: 'Acme', team_id: 'T0ACME', user: 'council', user_id: 'U1', bot_id: 'B1' }),
      )
    })
    await new Promise<void>((resolve) => wrong.listen(0, '127.0.0.1', resolve))
    clean.push(() => wrong.close())
    const address = wrong.address()
    const { code, about } = await doctor(
      `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/api/`,
    )
    expect(about('clock')).toEqual([expect.stringMatching(/^broken .*It is 7 min ahead of Slack’s.*\(NTP\)/)])
    expect(about('scopes')[0]).toMatch(/^look at this .*did not say which scopes/)
    expect(code).toBe(1)
  })

  it('says what is not there yet on a database that is new, and that no bot is at work', async () => {
    const { url, drop } = await createEmptyDatabase()
    clean.push(drop)
    const { code, about, out } = await doctor(slack.apiUrl, url)
    expect(about('migrations')[0]).toMatch(/^look at this .*not applied: \d+_main_job.* its start/)
    expect(about('council')[0]).toMatch(/^look at this .*None is in force yet\. To make one: npm run council/)
    expect(about('bot')[0]).toMatch(/^look at this .*No bot is at work/)
    expect(about('jobs')[0]).toMatch(/^look at this .*no queue posts\.T0PRACTICE/)
    expect(out).toMatch(/Nothing is broken, 4 things to look at\./)
    expect(code).toBe(0)
  })

  it('tries the token of Socket Mode, where that is how Slack delivers', async () => {
    const { botToken, appToken } = practiceSeed()
    const env = { SLACK_BOT_TOKEN: botToken, SLACK_API_URL: slack.apiUrl, DATABASE_URL: run.url }
    const good = await command(['doctor'], { ...env, SLACK_APP_TOKEN: appToken })
    expect(good.out).toMatch(/^ok +Socket Mode +Slack opens connections/m)
    const wrong = await command(['doctor'], { ...env, SLACK_APP_TOKEN: 'xapp-wrong' })
    expect(wrong.out).toMatch(/^broken +Socket Mode +Slack opens no connection \(invalid_auth\).*connections:write/m)
    expect([good.code, wrong.code]).toEqual([0, 1])
  })

  it('says every wrong variable', async () => {
    const { out, code } = await command(['doctor'], { SLACK_BOT_TOKEN: 'nonsense', PORT: 'x' })
    expect(out).toMatch(/^broken +configuration +SLACK_BOT_TOKEN should begin with/m)
    expect(out).toMatch(/^broken +configuration +PORT should be a port number/m)
    expect(code).toBe(1)
  })
})
