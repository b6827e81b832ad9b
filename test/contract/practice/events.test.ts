import { describe, expect, test } from 'vitest'
import type { Json } from '#adapters/practice/json.ts'
import { stand } from './stand.ts'

const eventOf = (payload: Json | undefined) => payload?.event as Json

describe('which events the app hears', () => {
  test('mentions only where the bot is a member', async () => {
    const { workspace, app } = await stand()
    const anna = workspace.as('U0ANNA')
    await anna.post('#random', 'hello @council')
    expect(app.received).toEqual([])
    await anna.post('#support', '@council flag <!channel> & so on')
    expect(eventOf(app.received[0]?.payload)).toMatchObject({
      type: 'app_mention',
      text: '<@U0COUNCILBOT> flag &lt;!channel&gt; &amp; so on',
      channel: 'C0SUPPORT',
      user: 'U0ANNA',
    })
  })

  test('no reactions from other people’s direct messages', async () => {
    const { workspace, app, call } = await stand()
    const anna = workspace.as('U0ANNA')
    const { channel, ts } = await anna.post('@ben', 'a customer called')
    await anna.react(channel, ts, 'eyes')
    expect(app.received).toEqual([])
    const mine = await call('chat.postMessage', { channel: 'U0ANNA', text: 'can you take it?' })
    await anna.react(String(mine.channel), String(mine.ts), 'eyes')
    expect(app.received).toHaveLength(1)
  })

  test('joining, leaving, renaming, archiving, a changed person', async () => {
    const { workspace, app } = await stand()
    const omar = workspace.as('U0OMAR')
    await omar.invite('#support', 'U0LOU')
    await workspace.as('U0LOU').leave('#support')
    await omar.rename('#support', 'customer-support')
    await omar.archive('#customer-support')
    await workspace.updatePerson('U0ANNA', { deleted: true })
    expect(app.received.map(({ payload }) => eventOf(payload).type)).toEqual([
      'member_joined_channel',
      'member_left_channel',
      'channel_rename',
      'channel_archive',
      'user_change',
    ])
    expect(eventOf(app.received[0]?.payload)).toMatchObject({ user: 'U0LOU', channel_type: 'C', inviter: 'U0OMAR' })
    await expect(workspace.as('U0ANNA').post('#general', 'still here')).rejects.toThrow('deactivated')
  })

  test('only what the manifest subscribes to', async () => {
    const { workspace, app } = await stand({ events: ['app_mention'] })
    await workspace.as('U0ANNA').openHome()
    expect(app.received).toEqual([])
  })

  test('what happens in a shared channel says so', async () => {
    const { workspace, app } = await stand()
    await workspace.as('U0STRANGER').post('#x-nordwind', '@council flag this')
    expect(app.received[0]?.payload).toMatchObject({
      is_ext_shared_channel: true,
      event: { user_team: 'T0NORDWIND', user: 'U0STRANGER' },
    })
    await expect(workspace.as('U0STRANGER').command('/cx', 'flag', '#x-nordwind')).rejects.toThrow('does not exist')
  })
})
