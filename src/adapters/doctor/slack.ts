import { broken, type Finding, look, ok, span } from './finding.ts'

/** Where Slack is, and whether it is only the practice workspace. */
export type Whereabouts = { readonly apiUrl: string; readonly practice: boolean }

const tokenReasons = ['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired']

const short = (reason: string): string => {
  const line = reason.replaceAll(/\s+/gu, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}

/** Why Slack did not say whose token this is. */
export const slackFailure = (reason: string, { apiUrl, practice }: Whereabouts): Finding => {
  if (tokenReasons.includes(reason)) {
    const again = 'Copy the Bot User OAuth Token (OAuth & Permissions) into SLACK_BOT_TOKEN'
    return practice
      ? broken(
          'Slack',
          `What answers at ${apiUrl} is no practice workspace of ours (${reason}).`,
          'Name a free PRACTICE_PORT.',
        )
      : broken(
          'Slack',
          `Slack refuses the token (${reason}).`,
          `${again}; was the app removed? Then install it again first.`,
        )
  }
  if (reason === 'ratelimited') return look('Slack', 'Slack was asked too much just now.', 'Try again in a minute.')
  const todo = practice
    ? 'Start it: npm start.'
    : 'Does this machine reach that address? Look at network, proxy and SLACK_API_URL.'
  const who = practice ? 'The practice workspace' : 'Slack'
  return broken('Slack', `${who} does not answer at ${apiUrl} (${short(reason)}).`, todo)
}

export type Introduced = {
  readonly workspaceName: string
  readonly workspaceId: string
  readonly botName: string
  readonly botId: string
}

/** Whose token it is. */
export const tokenFinding = ({ workspaceName, workspaceId, botName, botId }: Introduced): Finding =>
  botId === ''
    ? broken(
        'Slack',
        `The token belongs to a person (${botName}), not to a bot.`,
        'Copy the Bot User OAuth Token, which begins with xoxb-, into SLACK_BOT_TOKEN.',
      )
    : ok('Slack', `The token is good: workspace ${workspaceName} (${workspaceId}), as @${botName}.`)

const oddFrom = 60_000
const refusedFrom = 5 * 60_000

/** How our clock stands to Slack's; milliseconds it is ahead. */
export const clockFinding = (aheadMs: number | undefined): Finding => {
  const todo = 'Set this machine’s clock by the network (NTP).'
  if (aheadMs === undefined) return look('clock', 'Slack did not say what time it is.', 'Compare the clock by hand.')
  const off = Math.abs(aheadMs)
  const side = aheadMs > 0 ? 'ahead of' : 'behind'
  if (off > refusedFrom)
    return broken(
      'clock',
      `It is ${span(off)} ${side} Slack’s: what Slack sends is refused as too old or too new.`,
      todo,
    )
  if (off > oddFrom)
    return look('clock', `It is ${span(off)} ${side} Slack’s; from 5 min on, what Slack sends is refused.`, todo)
  return ok('clock', off < 2_000 ? 'It is right.' : `It is right to ${span(off)}.`)
}
