import type { AnswerSheet } from '@ronghe/contract/insight/survey.ts'
import { itemsFor, type QuestionnaireContent } from '@ronghe/contract/insight/survey-scales.ts'

export type Completeness = 'complete' | 'partial' | 'brokenOff'

/**
 * How far somebody came: four fifths of what was put to them answered is complete, half is partial, less is broken off and counts as no interview
 * (AAPOR 2023, Standard Definitions, 10th edition, "Complete and partial questionnaires"). "Prefer not to say" is a reply and no answer.
 */
export function completenessOf(content: QuestionnaireContent, { group, answers }: AnswerSheet): Completeness {
  const asked = itemsFor(content, group)
  const answered = asked.filter(({ id }) => (answers[id] ?? 0) > 0).length
  // In whole numbers: 0.8 is not four fifths.
  return answered * 5 >= asked.length * 4 ? 'complete' : answered * 2 >= asked.length ? 'partial' : 'brokenOff'
}
