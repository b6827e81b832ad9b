/** No message of the bot is known to stand there; its post may not have been noted yet. */
export class UnknownCard extends Error {
  constructor(channel: string, ts: string) {
    super(`no message of the bot is known at ${channel}/${ts}`)
    this.name = 'UnknownCard'
  }
}
