import { describe, expect, it } from 'vitest'
import { renderMessage } from '#adapters/slack/blocks/render-message.ts'
import { messageAbout } from '#application/messages/compose-message.ts'
import { buttonsIn, wordsIn } from '../../support/slack-limits.ts'
import {
  accept,
  claim,
  close,
  giveBack,
  handTo,
  nextStepSaid,
  notOurs,
  promise,
  promiseThem,
  reopen,
  resolve,
  withdraw,
  withdrawByChair,
} from './samples/steps.ts'
import { aboutOf, type Flag, later, type Step, storyOf } from './samples/stories.ts'

const cardOf = (flag: Flag = {}, ...steps: readonly Step[]) =>
  renderMessage({ kind: 'card', ...aboutOf(storyOf(flag, ...steps)) })

const pickersIn = (blocks: readonly unknown[]) => JSON.stringify(blocks).match(/"type":"datepicker"/g)?.length ?? 0

describe('the live card', () => {
  it('names the issue, its customer, severity and stage, and quotes the customer', () => {
    const { text } = cardOf()
    expect(text).toContain('CX-42 · Nordwind · High · Pay')
    expect(text).toContain('"We were charged twice for March."')
  })

  it('of an unclaimed issue says who was asked, with Claim and Not ours', () => {
    const card = cardOf()
    expect(card.text).toContain('Ben (Billing) was asked on Tuesday, nobody has claimed it yet.')
    expect(buttonsIn(card)).toEqual(['Claim', 'Not ours'])
  })

  it('of a claimed issue says who answers and the next step, with Hand over or consult, Resolve, all of it and a day to choose', () => {
    const card = cardOf({}, claim(), promise)
    expect(card.text).toContain('Ben (Billing) answers for this. Next step by Thursday.')
    expect(buttonsIn(card)).toEqual(['Update', 'Hand over or consult', 'Resolve', 'See all'])
    expect(pickersIn(card.blocks)).toBe(1)
    expect(JSON.stringify(card.blocks)).toContain('"initial_date":"2026-11-19"')
  })

  it('says what the next step is, and what the customer was promised', () => {
    const { text } = cardOf({}, claim(), nextStepSaid('Refund\nsent.'), promiseThem('We call back.'))
    expect(text).toContain('Ben (Billing) answers for this. Next: Refund sent, by Thursday.')
    expect(text).toContain('Promised to the customer by Thursday 14:00: We call back.')
  })

  it('withholds what the next step and the promise are, where the words are withheld', () => {
    const about = aboutOf(storyOf({ audience: 'restricted' }, claim(), nextStepSaid('Refund'), promiseThem('We call.')))
    const card = messageAbout({ kind: 'card', card: about.story.issue.card }, about)
    const text = card && renderMessage(card).text
    expect(text).toContain('Next step by Thursday.')
    expect(text).toContain('Promised to the customer by Thursday 14:00.')
    expect(text).not.toMatch(/Refund|We call/)
  })

  it('keeps the rarer acts behind its dots', () => {
    const choices = (card: { readonly blocks: unknown }) =>
      [...JSON.stringify(card.blocks).matchAll(/"text":"([^"]+)","emoji":\w+\},"value":"42:/g)].map(([, text]) => text)
    expect(choices(cardOf({}, claim()))).toEqual([
      ...['Waiting on…', 'Next step by', 'Promise to the customer', 'Edit', 'Follow'],
    ])
    expect(choices(cardOf({}, withdrawByChair()))).toEqual([])
  })

  it('says how long it is open and which way it went', () => {
    const { issue, ...story } = storyOf({ stage: 'onboard' }, notOurs(), claim())
    const heardOf = { ...story, issue: { ...issue, lastUpdateAt: later(24) } }
    const card = renderMessage({ kind: 'card', ...aboutOf(heardOf, later(30)) })
    expect(wordsIn(card.blocks)).toContain('Claimed · open 1 day · Support → Billing')
  })

  it('says that it is quiet once nobody has said anything for too long', () => {
    const story = storyOf({ stage: 'onboard' }, notOurs(), claim())
    const card = renderMessage({ kind: 'card', ...aboutOf(story, later(54)) })
    expect(wordsIn(card.blocks)).toContain('Claimed, quiet for 2 days · open 2 days · Support → Billing')
  })

  it('says that a handover is pending and who answers meanwhile', () => {
    expect(cardOf({}, claim(), handTo('sales_ops')).text).toContain(
      'Sales Ops was asked on Tuesday 12:00; Ben answers until they accept. Why: it needs their expertise.',
    )
  })

  it('names the receiver once they accepted', () => {
    expect(cardOf({}, claim(), handTo('sales_ops'), accept).text).toContain('Mia (Sales Ops) answers for this.')
    expect(cardOf({}, claim(), handTo('sales_ops'), giveBack()).text).toContain('Ben (Billing) answers for this.')
  })

  it('of a resolved issue asks for the loop to be closed', () => {
    expect(buttonsIn(cardOf({}, claim(), resolve()))).toEqual(['Close the loop', 'Reopen'])
  })

  it('of a closed issue says that the customer was told, and can be reopened', () => {
    const card = cardOf({}, claim(), resolve(), close())
    expect(card.text).toContain('Nordwind was told on Tuesday by Anna.')
    expect(buttonsIn(card)).toEqual(['Reopen'])
  })

  it('of a reopened issue still says what the customer was last told', () => {
    expect(cardOf({}, claim(), resolve(), close('We see both charges.'), reopen()).text).toContain(
      'Last told, Tuesday by Anna: "We see both charges."',
    )
  })

  it('of a withdrawn issue is one line without buttons', () => {
    const card = cardOf({}, withdraw)
    expect(card.text).toBe('CX-42 · Nordwind · High · Pay\nAnna withdrew CX-42.')
    expect(buttonsIn(card)).toEqual([])
  })

  it('links to where it was said', () => {
    const blocks = JSON.stringify(cardOf().blocks)
    expect(blocks).toContain('"Where it was said"')
    expect(blocks).toContain('https://acme.slack.com/archives/C0SALES/p12')
  })

  it('offers the whole words when it shows only their beginning', () => {
    const card = cardOf({ whatHappened: 'Charged twice. '.repeat(300) })
    expect(buttonsIn(card)).toEqual(['Claim', 'Not ours', 'See all'])
    expect(card.text).toContain('…')
  })

  it('never speaks of states, verdicts or reasons by their code names', () => {
    const lives = [[claim(), handTo('sales_ops')], [claim(), resolve()], [claim(), resolve(), close()], [notOurs()]]
    const said = lives.map((steps) => wordsIn(cardOf({}, ...steps).blocks)).join('\n')
    expect(said).not.toMatch(/flagged\b|wrong_department|expertise:|\bclear\b|could_not|not_asked|sales_ops/)
  })
})

describe('an older card', () => {
  it('is one line with a link to where the issue went, without buttons', () => {
    const story = storyOf({ stage: 'onboard' }, notOurs())
    const pointer = renderMessage({ kind: 'pointer', to: 'https://acme.slack.com/x', ...aboutOf(story) })
    expect(pointer.text).toBe('CX-42 went on to Billing. Its card is there now.')
    expect(JSON.stringify(pointer.blocks)).toContain('https://acme.slack.com/x')
    expect(buttonsIn(pointer)).toEqual([])
  })
})
