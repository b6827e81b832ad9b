import { closeSync, openSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createTestDatabase } from '../../support/database.ts'
import { eventually } from '../../support/eventually.ts'
import { command, settingFor, spawnCommand, startMute } from './run-command.ts'

describe('the command line', { timeout: 120_000 }, () => {
  it('tells all its verbs, to whoever asks and to whoever says nothing', async () => {
    const help = await command(['help'], {})
    for (const line of ['apply FILE', 'apply --dry-run FILE', 'export [FILE]', 'doctor'])
      expect(help.out).toContain(line)
    expect([help.err, help.code]).toEqual(['', 0])
    const nothing = await command([], {})
    expect(nothing).toMatchObject({ out: '', err: `What shall be done?\n\n${help.out}`, code: 1 })
  })

  it.each([
    [['aply', 'council.yml'], 'There is no “aply”: did you mean apply?'],
    [['zzz'], 'There is no “zzz”.'],
    [['apply'], 'Which file shall be applied?'],
    [['apply', 'a.yml', 'b.yml'], 'apply takes one file: what is “b.yml” for?'],
    [['doctor', 'a.yml'], 'doctor takes no file: what is “a.yml” for?'],
    [['export', '--dry-run'], '--dry-run belongs to apply: export changes nothing anyway.'],
    [['apply', '--dryrun', 'a.yml'], 'Unknown option'],
  ])('answers %j with a sentence and how it is used', async (args, sentence) => {
    const { out, err, code } = await command(args, {})
    expect(err.split('\n')[0]).toContain(sentence)
    expect(err).toContain('Usage: npm run council')
    expect([out, code]).toEqual(['', 1])
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('ends cleanly and soon on %s, whatever it waits for', async (signal) => {
    const mute = await startMute()
    const { url, drop } = await createTestDatabase()
    const env = settingFor(`http://${mute.place}/api/`, url)
    const { child, ended } = spawnCommand(['apply', `${process.cwd()}/practice/council.yml`], env)
    await eventually(() => mute.heard() > 0)
    child.kill(signal)
    expect(await ended).toEqual({ out: '', err: 'Stopped.\n', code: signal === 'SIGINT' ? 130 : 143 })
    mute.stop()
    await drop()
  })

  it('says so, and ends with 1, when what it says could not be written', async () => {
    const full = openSync('/dev/full', 'w')
    const { ended } = spawnCommand(['help'], {}, undefined, full)
    expect(await ended).toMatchObject({ code: 1, err: expect.stringContaining('could not be written whole: ENOSPC') })
    closeSync(full)
  })

  it('does its work, and does not complain, when nobody reads what it says', async () => {
    const { child, ended } = spawnCommand(['doctor'], settingFor('http://127.0.0.1:1/', 'postgresql://127.0.0.1:1/cx'))
    child.stdout?.destroy()
    expect(await ended).toEqual({ out: '', err: '', code: 1 })
  })
})
