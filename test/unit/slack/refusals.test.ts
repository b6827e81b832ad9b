import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderMessage } from '#adapters/slack/blocks/render-message.ts'
import {
  handoverValue,
  issueValue,
  nextStepBlock,
  parseDate,
  parseHandoverValue,
  parseIssueValue,
  parseNextStepBlock,
  parseRouteValue,
  routeValue,
} from '#adapters/slack/values.ts'
import { unknownCommand } from '#adapters/slack/words/commands.ts'
import { refusalSentence } from '#adapters/slack/words/refusals.ts'
import type { DomainErrorCode } from '#domain/errors.ts'

const codes: readonly DomainErrorCode[] = [
  'already_claimed',
  'already_closed',
  'already_resolved',
  'already_routed',
  'before_flag',
  'bad_date',
  'bad_number',
  'deactivated',
  'department_unknown',
  'explanation_missing',
  'guest',
  'handover_pending',
  'handover_settled',
  'issue_unknown',
  'no_council',
  'no_department',
  'not_allowed',
  'not_claimed',
  'not_resolved',
  'nobody_reachable',
  'person_unknown',
  'asked_oneself',
  'question_asked',
  'question_settled',
  'reopen_too_late',
  'same_department',
  'stage_unknown',
  'text_missing',
  'text_too_long',
  'told_and_not_told',
  'too_late',
  'what_changed_missing',
  'withdrawn',
]

const acts = [
  'claim',
  'release',
  'accept',
  'return',
  'ask_first',
  'answer_question',
  'take_back',
  'hand_over',
  'not_ours',
  'route',
  'resolve',
  'reopen',
  'close',
  'edit',
  'add_details',
  'share_words',
  'withdraw',
  'next_step',
  'x',
]

describe('a refusal', () => {
  it.each(codes)('%s is a whole sentence that does not speak in codes', (code) => {
    for (const act of acts) {
      const said = refusalSentence({ code, details: { number: 42, act, owner: 'U0BEN', to: 'billing', limit: 3000 } })
      expect(said).toMatch(/^[A-Z].{20,200}\.$/)
      expect(said).not.toMatch(/U0BEN|undefined|NaN|[a-z]_[a-z]/)
    }
  })

  it('of a second claim names the owner', () => {
    const names = { person: (id: string) => ({ U0BEN: 'Ben' })[id] }
    expect(refusalSentence({ code: 'already_claimed', details: { number: 42, owner: 'U0BEN' } }, names)).toContain(
      'Ben has CX-42 already.',
    )
    expect(refusalSentence({ code: 'already_claimed', details: { number: 42, owner: '' } }, names)).toContain(
      'CX-42 has an owner already.',
    )
  })

  it('to a guest says why and what to do', () => {
    expect(refusalSentence({ code: 'guest', details: {} })).toMatch(/^You are a guest here/)
  })

  it('for a field says what belongs there', () => {
    const at = (field: string) => refusalSentence({ code: 'text_missing', details: {}, field })
    expect(at('need')).toContain('what you need from them')
    expect(at('still_wrong')).toContain('still wrong')
    expect(at('department')).toBe('Please write a sentence here first.')
  })

  it('names the department that held it', () => {
    const names = { department: (key: string) => ({ billing: 'Billing' })[key] }
    expect(refusalSentence({ code: 'what_changed_missing', details: { to: 'billing' } }, names)).toBe(
      'Billing held this before. Please say what has changed since.',
    )
  })

  it('is silent towards bots and strangers', () => {
    expect(refusalSentence({ code: 'silence', details: {} })).toBeUndefined()
  })

  it('reads the same as a private message, without buttons', () => {
    const { text, blocks } = renderMessage({ kind: 'refusal', person: 'U1', code: 'guest', details: {}, names: {} })
    expect(text).toMatch(/^You are a guest here/)
    expect(blocks).toHaveLength(1)
  })
})

describe('a word that /cx does not know', () => {
  it('is answered with the nearest command', () => {
    expect(unknownCommand('lsit')).toBe("I don't know “lsit”. Did you mean /cx list?")
    expect(unknownCommand('clam')).toContain('/cx claim CX-42')
    expect(unknownCommand('refrigerator')).toContain('/cx help')
    expect(unknownCommand('x'.repeat(4000)).length).toBeLessThan(100)
  })
})

describe('the value of a button', () => {
  const number = fc.integer({ min: 1, max: 999_999_999 })
  const word = fc.stringMatching(/^[a-z0-9_-]{1,40}$/)

  it('comes back as it went out', () => {
    fc.assert(
      fc.property(number, word, (issue, key) => {
        expect(parseIssueValue(issueValue(issue))).toBe(issue)
        expect(parseNextStepBlock(nextStepBlock(issue))).toBe(issue)
        expect(parseHandoverValue(handoverValue({ issue, handover: key }))).toEqual({ issue, handover: key })
        expect(parseRouteValue(routeValue({ issue, department: key }))).toEqual({ issue, department: key })
      }),
    )
  })

  it('is nothing when somebody else made it', () => {
    const foreign = [
      '',
      '0',
      '-1',
      '042',
      '1e9',
      '42:',
      ':x',
      '42:a:b',
      '42: x',
      'CX-42',
      null,
      undefined,
      42,
      {},
      '9'.repeat(20),
      '42:<!x>',
      'other:42',
      'next_step_by:',
    ]
    for (const value of foreign) {
      expect([
        parseIssueValue(value),
        parseHandoverValue(value),
        parseRouteValue(value),
        parseNextStepBlock(value),
      ]).toEqual([undefined, undefined, undefined, undefined])
    }
    fc.assert(fc.property(fc.anything(), (value) => parseHandoverValue(value) === undefined))
    expect([parseDate('2026-11-19'), parseDate('2026-02-30'), parseDate('soon')]).toEqual([
      '2026-11-19',
      undefined,
      undefined,
    ])
  })
})
