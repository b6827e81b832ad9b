import { broken, counted, type Finding, look, ok } from './finding.ts'

/** Whether Slack would show a sample: `problem` what it refuses, `reason` why it did not say. */
export type Validated = { readonly name: string; readonly problem?: string; readonly reason?: string }

/** Whether Slack shows what the bot draws. */
export const blockFindings = (samples: readonly Validated[]): readonly Finding[] => {
  const refused = samples.filter(({ problem }) => problem !== undefined)
  const unsaid = samples.filter(({ reason }) => reason !== undefined)
  const well = samples.length - refused.length - unsaid.length
  return [
    ...refused.map(({ name, problem }) =>
      broken('blocks', `Slack refuses “${name}”: ${problem}.`, 'The mistake is the bot’s: please report this line.'),
    ),
    ...(unsaid.length === 0
      ? []
      : [
          look(
            'blocks',
            `Slack did not say whether it shows ${unsaid.length} of ${counted(samples.length, 'sample')} (${unsaid[0]?.reason}).`,
            'Try again in a minute.',
          ),
        ]),
    ...(well === 0 ? [] : [ok('blocks', `Slack shows ${counted(well, 'sample')} of what the bot says and asks.`)]),
  ]
}
