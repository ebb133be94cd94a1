import type { RollCount, RollFigures } from './call-roll.ts'
import type { Condition, Decision } from './decide-motion.ts'

/** The decision as it is read into the minutes: the result, the figures, and what the charter asked for. */
export function printDecision({ total, benches }: RollCount, { kind, conditions, chairVote }: Decision): string {
  const result = {
    carried: 'Carried.',
    rejected: 'Rejected.',
    'no-quorum': 'No quorum: the item is postponed.',
    tied: 'Tied: the chair decides.',
  }[kind]
  return [
    `${result}${chairVote === null ? '' : ` The chair voted ${chairVote}.`}`,
    ...[['total', total] as const, ...Object.entries(benches)].map(([name, figures]) => figuresLine(name, figures)),
    ...conditions.map(conditionLine),
  ].join('\n')
}

function figuresLine(name: string, { inOffice, present, abstain, silent, interest, ...voted }: RollFigures): string {
  const apart = [
    [abstain, 'abstained'],
    [silent, 'silent'],
    [interest, 'with an interest'],
  ] as const
  const rest = apart.flatMap(([many, what]) => (many > 0 ? [`, ${many} ${what}`] : [])).join('')
  return `  ${name}: ${voted.for} for, ${voted.against} against${rest}; ${present} of ${inOffice} present`
}

function conditionLine({ bench, what, has, needs, met }: Condition): string {
  return `  ${what}${bench === null ? '' : ` of ${bench}`}: ${has} of ${needs} needed, ${met ? 'met' : 'not met'}`
}
