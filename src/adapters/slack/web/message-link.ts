/** The address of a message, made without asking Slack; in a thread it opens there. */
export const messageLink = (
  workspaceUrl: string | undefined,
  channel: string,
  ts: string,
  threadTs?: string,
): string | undefined => {
  if (workspaceUrl === undefined || !URL.canParse(workspaceUrl)) return undefined
  const link = new URL(`archives/${channel}/p${ts.replace('.', '')}`, workspaceUrl)
  if (threadTs !== undefined && threadTs !== ts) link.search = `thread_ts=${threadTs}&cid=${channel}`
  return link.href
}
