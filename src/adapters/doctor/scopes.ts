import { broken, counted, type Finding, look, ok } from './finding.ts'

/** What stops working without a scope. */
export const withoutScope: Readonly<Record<string, string>> = {
  'app_mentions:read': 'the bot does not hear when somebody mentions it',
  'channels:history':
    'flagging by reaction finds no words in public channels, and a card whose answer got lost is posted twice',
  'channels:read': 'public channels are unknown: no council can be applied, and shared ones are not recognised',
  'chat:write': 'the bot cannot say anything',
  commands: '/cx and the shortcuts do not exist',
  'groups:history':
    'flagging by reaction finds no words in private channels, and a card whose answer got lost is posted twice',
  'groups:read': 'private channels are unknown: departments cannot have one',
  'im:history': 'a direct message whose answer got lost is sent twice',
  'im:write': 'nobody can be asked or reminded by direct message',
  'reactions:read': 'flagging and claiming by reaction does nothing',
  'users:read': 'nobody is known: no names, no time zones, no council can be applied',
}

/** The scopes Slack granted against those the manifest asks for. */
export const scopeFindings = (
  granted: readonly string[] | undefined,
  wanted: readonly string[],
): readonly Finding[] => {
  if (granted === undefined)
    return [look('scopes', 'Slack did not say which scopes the token has.', 'Compare them with manifest.yml by hand.')]
  const missing = wanted.filter((scope) => !granted.includes(scope))
  if (missing.length === 0) return [ok('scopes', `All ${counted(wanted.length, 'scope')} of manifest.yml are granted.`)]
  return missing.map((scope) =>
    broken(
      'scopes',
      `${scope} is missing: ${withoutScope[scope] ?? 'something that needs it does not work'}.`,
      'Add it under OAuth & Permissions, then reinstall the app to the workspace.',
    ),
  )
}
