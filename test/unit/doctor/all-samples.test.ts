import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkBlocks, checkView } from '#adapters/practice/block-kit/surfaces.ts'
import { allSamples } from '#adapters/slack/blocks/samples/all-samples.ts'
import type { Message } from '#application/messages/message.ts'
import { pingsOf } from '../../support/slack/pings.ts'

const kinds: Readonly<Record<Message['kind'], true>> = {
  card: true,
  pointer: true,
  story: true,
  ask: true,
  receipt: true,
  news: true,
  mine: true,
  handover: true,
  pass: true,
  consult: true,
  consult_news: true,
  ask_first: true,
  first_answer: true,
  departure: true,
  returned: true,
  route: true,
  council_note: true,
  council_ask: true,
  decision: true,
  speak: true,
  refusal: true,
  call: true,
  place_closed: true,
  digest: true,
  reminders: true,
}

/** An issue as one person reads it: its words there or erased, and its history. */
const shows = ['/cx show', '/cx show erased', '/cx show history']

const exported = (folder: string, pattern: RegExp): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(pattern)].map(([, name = '']) => name))

describe('the samples of what the bot shows', () => {
  const samples = allSamples()
  const names = samples.map(({ name }) => name)

  it('have every kind of message, every form and every tab, each once', () => {
    const views = exported('src/adapters/slack/views', /export const (\w+View) =/g)
    const tabs = exported('src/adapters/slack/blocks/home', /export const (render\w*Home) =/g)
    expect(views.length).toBeGreaterThan(10)
    expect(tabs).toHaveLength(2)
    expect(names.toSorted()).toEqual(
      [
        ...Object.keys(kinds),
        ...views,
        ...tabs,
        '/cx list',
        '/cx mine',
        ...shows,
        '/cx customer',
        '/cx bounces',
        '/cx help',
        'answer',
      ].toSorted(),
    )
  })

  it('are what Slack takes, and ping nobody', () => {
    for (const { name, shown } of samples) {
      const problems = 'view' in shown ? checkView(shown.view) : checkBlocks(shown.blocks, 'message')
      expect([name, problems]).toEqual([name, []])
      expect([name, pingsOf('view' in shown ? shown.view : shown)]).toEqual([name, []])
    }
  })

  it('show the buttons of whatever can still be answered', () => {
    const silent = [
      'pointer',
      'story',
      'refusal',
      'call',
      'place_closed',
      ...shows,
      '/cx bounces',
      '/cx help',
      'answer',
      'renderPlainHome',
    ]
    const pressable = ({ shown }: (typeof samples)[number]) => JSON.stringify(shown).includes('action_id')
    const views = samples.filter(({ shown }) => 'view' in shown && shown.view.type === 'modal')
    const rest = samples.filter((sample) => !views.includes(sample) && !silent.includes(sample.name))
    expect(rest.filter((sample) => !pressable(sample)).map(({ name }) => name)).toEqual([])
  })
})
