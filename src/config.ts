import { existsSync } from 'node:fs'
import { z } from 'zod'

/** An empty variable is as good as none. */
const blankIsNone = (value: unknown): unknown => (typeof value === 'string' && value.trim() === '' ? undefined : value)

const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsNone, schema.optional())
const withDefault = <T extends z.ZodType>(schema: T, value: string) =>
  z.preprocess((given) => blankIsNone(given) ?? value, schema)

const secret = (prefix: string, hint: string) =>
  z.string().trim().startsWith(prefix, `should begin with “${prefix}”: ${hint}`)

const variables = z.object({
  SLACK_BOT_TOKEN: optional(secret('xox', 'copy the Bot User OAuth Token of your app')).describe(
    'Bot User OAuth Token of your Slack app; without any Slack variable the practice workspace starts',
  ),
  SLACK_SIGNING_SECRET: optional(z.string().trim().min(8, 'is too short for a signing secret')).describe(
    'Signing Secret of your Slack app: Slack delivers over HTTP',
  ),
  SLACK_APP_TOKEN: optional(secret('xapp-', 'create an app-level token with connections:write')).describe(
    'App-level token, instead of the signing secret: Slack delivers over Socket Mode, no public address needed; with both, Socket Mode is used',
  ),
  SLACK_API_URL: withDefault(
    z.url({ protocol: /^https?$/, error: 'should be an http(s) address' }),
    'https://slack.com/api/',
  ).describe('Address of Slack’s Web API'),
  PORT: withDefault(z.coerce.number('should be a port number').int().min(1).max(65_535), '3000').describe(
    'Port for everything over HTTP: `/slack/events`, `/healthz`, `/readyz`, `/metrics`',
  ),
  DATABASE_URL: optional(
    z.url({ protocol: /^postgres(ql)?$/, error: 'should begin with postgresql:// or postgres://' }),
  ).describe('PostgreSQL 15 or newer; without it an embedded one runs under `DATA_DIR`'),
  DATA_DIR: withDefault(z.string(), '.data').describe('Folder of the embedded database'),
  COUNCIL_FILE: optional(z.string().refine(existsSync, 'names a file that is not there')).describe(
    'Council file that is applied at the start while the workspace has no council',
  ),
  LOG_LEVEL: withDefault(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace'], 'should be fatal, error, warn, info, debug or trace'),
    'info',
  ).describe('How much is logged; what customers said never is'),
  PRACTICE_PORT: withDefault(z.coerce.number('should be a port number').int().min(1).max(65_535), '3001').describe(
    'Port of the practice workspace’s page, when it starts',
  ),
})

type Variables = z.infer<typeof variables>

/**
 * What calls to Slack need; `timeoutMs` is how long one may take, where that is not the usual, and `unpaced` says that
 * there are no limits to keep to, as in the practice workspace.
 */
type SlackAccount = {
  readonly botToken: string
  readonly apiUrl: string
  readonly timeoutMs?: number
  readonly unpaced?: boolean
}

/** How Slack reaches the bot and the bot Slack; `practice` stands for the local workspace without credentials. */
export type SlackConfig =
  | (SlackAccount & { readonly mode: 'http'; readonly signingSecret: string })
  | (SlackAccount & { readonly mode: 'socket'; readonly appToken: string })
  | { readonly mode: 'practice'; readonly port: number }

export type Config = {
  readonly slack: SlackConfig
  readonly port: number
  readonly databaseUrl: string | undefined
  readonly dataDir: string
  readonly councilFile: string | undefined
  readonly logLevel: Variables['LOG_LEVEL']
}

/** Every variable that is wrong, a line each. */
class ConfigError extends Error {
  constructor(mistakes: readonly string[]) {
    super(`The configuration is not right yet:\n${mistakes.map((mistake) => `  ${mistake}`).join('\n')}`)
    this.name = 'ConfigError'
  }
}

const slackMistakes = (env: Partial<Variables>): readonly string[] => {
  const { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: signing, SLACK_APP_TOKEN: app } = env
  if (bot === undefined && (signing !== undefined || app !== undefined))
    return ['SLACK_BOT_TOKEN is missing: the other Slack variables need it beside them']
  if (bot !== undefined && signing === undefined && app === undefined)
    return ['SLACK_SIGNING_SECRET (for HTTP) or SLACK_APP_TOKEN (for Socket Mode) is missing beside SLACK_BOT_TOKEN']
  return []
}

const slackOf = (env: Variables): SlackConfig => {
  const { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken } = env
  const apiUrl = env.SLACK_API_URL.endsWith('/') ? env.SLACK_API_URL : `${env.SLACK_API_URL}/`
  if (botToken !== undefined && appToken !== undefined) return { mode: 'socket', botToken, appToken, apiUrl }
  if (botToken !== undefined && signingSecret !== undefined) return { mode: 'http', botToken, signingSecret, apiUrl }
  return { mode: 'practice', port: env.PRACTICE_PORT }
}

/** The configuration that the environment says, frozen; throws `ConfigError` with every mistake at once. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const parsed = variables.safeParse(env)
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => blankIsNone(value) !== undefined))
  const mistakes = [
    ...(parsed.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? []),
    ...slackMistakes(given as Partial<Variables>),
  ]
  if (!parsed.success || mistakes.length > 0) throw new ConfigError(mistakes)
  return Object.freeze({
    slack: Object.freeze(slackOf(parsed.data)),
    port: parsed.data.PORT,
    databaseUrl: parsed.data.DATABASE_URL,
    dataDir: parsed.data.DATA_DIR,
    councilFile: parsed.data.COUNCIL_FILE,
    logLevel: parsed.data.LOG_LEVEL,
  })
}

/** Every variable with what it is for and its default, for the README. */
export const describeVariables = (): readonly { name: string; purpose: string; fallback: string }[] =>
  Object.entries(variables.shape).map(([name, schema]) => {
    const fallback = schema.safeParse(undefined).data
    return { name, purpose: schema.description ?? '', fallback: fallback === undefined ? '' : String(fallback) }
  })
