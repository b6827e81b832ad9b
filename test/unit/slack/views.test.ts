import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { letTheMapDecide } from '#adapters/slack/names.ts'
import { councilAnswerView } from '#adapters/slack/views/answer.ts'
import { closeView, parseClose } from '#adapters/slack/views/close.ts'
import { detailsView, parseDetails } from '#adapters/slack/views/details.ts'
import { flagView, parseFlag } from '#adapters/slack/views/flag.ts'
import { handOverView, parseHandOver } from '#adapters/slack/views/hand-over.ts'
import { notOursView, parseNotOurs } from '#adapters/slack/views/not-ours.ts'
import { parseReopen, reopenView } from '#adapters/slack/views/reopen.ts'
import { parseResolve, resolveView } from '#adapters/slack/views/resolve.ts'
import { parseReturn, returnView } from '#adapters/slack/views/return-it.ts'
import { parseRoute, routeView } from '#adapters/slack/views/route.ts'
import { wordsIn } from '../../support/slack-limits.ts'
import { chosen, initialOf, inputsOf, labelsOf, optionsOf, sent, typed } from './samples/forms.ts'
import { claim } from './samples/steps.ts'
import { aboutOf, council, storyOf } from './samples/stories.ts'

const form = aboutOf(storyOf({}, claim()))
const flagForm = { council, text: '', restricted: false }
const closeForm = { ...form, person: 'U0BEN', today: '2026-11-17' }

describe('the form that flags an issue', () => {
  const view = flagView(flagForm, 'command')

  it('asks what happened, customer, severity, journey stage and department, and only the first must be filled', () => {
    expect(view.title.text).toBe('Flag a customer issue')
    expect(labelsOf(view)).toEqual(['What happened', '(Customer)', 'Severity', '(Journey stage)', '(Department)'])
  })

  it('says in one line what each severity means, and begins with Normal', () => {
    expect(optionsOf(view, 'severity')).toEqual(['Low', 'Normal', 'High', 'Urgent'])
    expect(initialOf(view, 'severity')).toBe('Normal')
    expect(JSON.stringify(view).match(/"description":/g)?.length).toBeGreaterThanOrEqual(4)
  })

  it('leaves the department to the map unless one is chosen', () => {
    expect(optionsOf(view, 'department')).toEqual(['Let the map decide', 'Support', 'Billing', 'Sales Ops'])
    expect(initialOf(view, 'department')).toBe('Let the map decide')
    expect(parseFlag(sent(view, { what_happened: typed('Charged twice') }))).toEqual({
      via: 'command',
      restricted: false,
      text: 'Charged twice',
      severity: 'normal',
    })
  })

  it('gives everything that was filled', () => {
    const filled = flagView({ ...flagForm, draft: 'd1', restricted: true }, 'message_shortcut')
    const input = parseFlag(
      sent(filled, {
        what_happened: typed(' Charged <!channel> twice '),
        customer: chosen('n:Nordwind'),
        severity: chosen('urgent'),
        stage: chosen('pay'),
        department: chosen('billing'),
      }),
    )
    expect(input).toEqual({
      via: 'message_shortcut',
      restricted: true,
      draft: 'd1',
      text: 'Charged <!channel> twice',
      customer: { name: 'Nordwind' },
      severity: 'urgent',
      stage: 'pay',
      department: 'billing',
    })
  })

  it('begins with as much of a long message as fits, says that the rest is kept, and remembers the draft by its id', () => {
    const long = flagView({ ...flagForm, text: 'a'.repeat(9000), draft: 'd1' }, 'message_shortcut')
    expect(initialOf(long, 'what_happened')).toHaveLength(3000)
    expect(JSON.stringify(long)).toContain('The rest is kept')
    expect(long.private_metadata).toBe('{"via":"message_shortcut","restricted":false,"draft":"d1"}')
  })

  it('gives an empty text rather than nothing when nothing was written, so that the field can say so', () => {
    expect(parseFlag(sent(view))?.text).toBe('')
  })
})

describe('the other forms ask, to the letter', () => {
  const forms = [
    [detailsView(form), 'Add details', ['(Customer)', 'Severity', '(Journey stage)', '(Department)']],
    [notOursView(form), 'Not ours', ['Department', 'Reason']],
    [
      handOverView(form),
      'Hand over or consult',
      [
        'What would help?',
        'Department',
        'Reason',
        'What do you need from them?',
        '(Brief)',
        "(Please don't ask again)",
      ],
    ],
    [returnView({ ...form, handover: 'h1' }), 'Return it', ['Reason']],
    [resolveView(form), 'Resolve', ['What was done', '(Where did it start?)', '(Where did it start? (journey stage))']],
    [
      closeView(closeForm),
      'Close the loop',
      [
        '(What was the customer told?)',
        '(Could not be told, because)',
        '(Attempts)',
        'When',
        'By whom',
        'Had to explain again?',
        '(Satisfaction (1-5))',
      ],
    ],
    [reopenView(form), 'Reopen', ['What is still wrong?']],
    [routeView({ ...form, suggestions: ['billing'] }), 'Route', ['Department']],
  ] as const

  it.each(forms)('%#: title and labels', (view, title, labels) => {
    expect(view.title.text).toBe(title)
    expect(labelsOf(view)).toEqual(labels)
  })

  it('for words of up to 3,000 characters, and what must not be asked again in a line', () => {
    const elements = forms.flatMap(([view]) => inputsOf(view).map((input) => input.element))
    const limits = elements.filter(({ type }) => type === 'plain_text_input').map((element) => element.max_length)
    expect([...new Set(limits)].toSorted()).toEqual([300, 3000])
  })

  it('the five reasons for a handover', () => {
    expect(optionsOf(handOverView(form), 'reason')).toEqual([
      'Wrong department',
      'Needs their expertise',
      'Capacity',
      'Away',
      'Customer asked',
    ])
  })

  it('whether they had to explain again, beginning with Not asked', () => {
    expect(optionsOf(closeView(closeForm), 'explained_again')).toEqual(['Yes', 'No', 'Not asked'])
    expect(initialOf(closeView(closeForm), 'explained_again')).toBe('Not asked')
    expect(optionsOf(closeView(closeForm), 'satisfaction')).toEqual(['1', '2', '3', '4', '5'])
  })
})

describe('a handover back to where it was', () => {
  const held = { department: 'Billing', heldFor: 48 * 3_600_000, leftBecause: 'The contract is wrong.' }
  const before = handOverView(form)
  const after = handOverView(form, held)

  it('says how long it was there and why it left, and must be told what has changed', () => {
    expect(wordsIn(after.blocks)).toContain('Billing held this before: 2 days; it left because:')
    expect(wordsIn(after.blocks)).toContain('The contract is wrong.')
    const asked = labelsOf(before)
    expect(labelsOf(after)).toEqual([...asked.slice(0, 4), 'What has changed?', ...asked.slice(4)])
  })

  it('keeps every field where it was, so that what was typed stays', () => {
    const ids = (view: typeof before) => inputsOf(view).map(({ block_id, element }) => [block_id, element.type])
    expect(ids(after).filter(([id]) => id !== 'what_changed')).toEqual(ids(before))
    const again = handOverView(form, held, { number: 42, to: 'support', reason: 'away', need: 'Help' })
    expect(['department', 'reason', 'need'].map((id) => initialOf(again, id as 'need'))).toEqual([
      'Support',
      'Away',
      'Help',
    ])
  })

  it('that only the council may make is explained without code names', () => {
    const said = wordsIn(councilAnswerView(form, { to: 'support', why: 'second_return', review: false }).blocks)
    expect(said).toContain('because it would go back to a department for the second time')
    expect(said).toContain('The council was told')
    expect(said).not.toContain('second_return')
  })
})

describe('a form that is sent in', () => {
  it('gives the number of its issue and what was filled', () => {
    expect(
      parseDetails(sent(detailsView(form), { department: chosen(letTheMapDecide), customer: chosen('c:c-7') })),
    ).toEqual({ number: 42, customer: { id: 'c-7' }, severity: 'high', stage: 'pay' })
    expect(
      parseNotOurs(sent(notOursView(form), { department: chosen('support'), reason: typed('Not a charge') })),
    ).toEqual({ number: 42, department: 'support', reason: 'Not a charge' })
    expect(
      parseHandOver(
        sent(handOverView(form), { department: chosen('support'), reason: chosen('away'), need: typed('Help') }),
      ),
    ).toMatchObject({ number: 42, to: 'support', reason: 'away', need: 'Help' })
    expect(parseReturn(sent(returnView({ ...form, handover: 'h-1' }), { reason: typed('Not us') }))).toEqual({
      number: 42,
      handover: 'h-1',
      reason: 'Not us',
    })
    expect(
      parseResolve(sent(resolveView(form), { what_was_done: typed('Paid'), origin_stage: chosen('pay') })),
    ).toEqual({ number: 42, whatWasDone: 'Paid', originStage: 'pay' })
    expect(parseReopen(sent(reopenView(form), { still_wrong: typed('All') }))).toEqual({
      number: 42,
      stillWrong: 'All',
    })
    expect(parseRoute(sent(routeView({ ...form, suggestions: ['billing'] })))).toEqual({
      number: 42,
      department: 'billing',
    })
  })

  it('closes the loop as told today by the one who opened it, unless they say otherwise', () => {
    expect(parseClose(sent(closeView(closeForm), { told: typed('We see both.') }))).toEqual({
      number: 42,
      told: 'We see both.',
      when: '2026-11-17',
      byWhom: 'U0BEN',
      explainedAgain: 'not_asked',
    })
    expect(
      parseClose(
        sent(closeView(closeForm), {
          could_not_be_told: typed('No answer'),
          attempts: { type: 'number_input', value: '3' },
          explained_again: chosen('yes'),
          satisfaction: chosen('2'),
        }),
      ),
    ).toMatchObject({ couldNotBeToldBecause: 'No answer', attempts: 3, explainedAgain: 'yes', satisfaction: 2 })
  })

  it('is ignored when it is none of ours', () => {
    const parsers = [
      parseFlag,
      parseDetails,
      parseNotOurs,
      parseHandOver,
      parseReturn,
      parseResolve,
      parseClose,
      parseReopen,
      parseRoute,
    ]
    fc.assert(
      fc.property(fc.anything(), fc.string(), (anything, metadata) => {
        for (const parse of parsers) {
          expect(parse(anything)).toBeUndefined()
          expect(parse({ private_metadata: metadata, state: { values: {} } })).toBeUndefined()
        }
      }),
    )
  })
})
