import type { Answers } from './answers.ts'
import { weigh } from './evaluate.ts'
import type { EligibilityRule, Instead } from './service.ts'
import type { Day, Text } from './text.ts'

export interface Eligibility {
  readonly verdict: 'yes' | 'no' | 'unsure'
  readonly reasons: readonly Reason[]
  /** What is possible where a rule is not met or not sure: never empty-handed. */
  readonly instead: readonly Instead[]
}

export interface Reason {
  readonly rule: string
  /** Undefined while the answers do not settle it. */
  readonly met: boolean | undefined
  readonly text: Text
  readonly law?: Text | undefined
}

/** "May I, and why not": every rule with its own answer. A help to the reader, never a decision: that is taken by a person on the case. */
export function eligibility(rules: readonly EligibilityRule[], answers: Answers, today: Day): Eligibility {
  const weighed = rules.map((rule) => ({ rule, met: weighRule(rule, answers, today) }))
  const verdict = weighed.some(({ met }) => met === false) ? 'no' : weighed.some(({ met }) => met === undefined) ? 'unsure' : 'yes'
  return {
    verdict,
    reasons: weighed.map(({ rule, met }) => ({ rule: rule.id, met, text: rule.text, ...(rule.law && { law: rule.law }) })),
    instead: weighed.flatMap(({ rule, met }) => (met === true ? [] : (rule.instead ?? []))),
  }
}

const weighRule = (rule: EligibilityRule, answers: Answers, today: Day): boolean | undefined =>
  rule.unsureWhen && weigh(rule.unsureWhen, answers, today) === true ? undefined : weigh(rule.when, answers, today)
