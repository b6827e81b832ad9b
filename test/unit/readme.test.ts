import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeVariables } from '#config.ts'

const check = (folder: string) =>
  spawnSync(process.execPath, ['scripts/config-table.mjs', '--check', folder], { encoding: 'utf8' })

describe('the configuration in README.md and .env.example', () => {
  let copy = ''
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'readme-'))
  })
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  it('is what src/config.ts says', () => {
    const { status, stderr } = check('.')
    expect(stderr).toBe('')
    expect(status).toBe(0)
    for (const { name } of describeVariables()) expect(readFileSync('README.md', 'utf8')).toContain(`| \`${name}\` |`)
  })

  it('is missed when a variable is', () => {
    for (const name of ['README.md', '.env.example']) {
      for (const file of ['README.md', '.env.example']) cpSync(file, join(copy, file))
      const lines = readFileSync(name, 'utf8').split('\n')
      writeFileSync(join(copy, name), lines.filter((line) => !/^\| `PORT`|^#PORT=/.test(line)).join('\n'))
      const { status, stderr } = check(copy)
      expect(stderr).toContain(`${name} does not say`)
      expect(status).toBe(1)
    }
  })
})
