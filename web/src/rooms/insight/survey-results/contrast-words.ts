import type { Contrast } from '@ronghe/contract/insight/survey-results.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { size } from './numbers.ts'
import { surveyResultWords } from './words/words.ts'

/** Gaps and changes said in words: which way and how far, or that nothing can be told. */
export function useContrastWords(): {
  readonly gapInWords: (gap: Contrast | null) => string
  readonly changeInWords: (group: string, change: Contrast) => string
} {
  const w = useWords(surveyResultWords)
  const name = useGroupName()
  const [newcomers, locals] = [name('newcomer'), name('local')]
  return {
    gapInWords(gap) {
      if (gap?.kind !== 'shown') return w.notEnough
      if (!gap.clear) return w.gapNone(newcomers, locals)
      return (gap.value < 0 ? w.gapLower : w.gapHigher)(newcomers, locals, size(gap.value))
    },
    changeInWords(group, change) {
      if (change.kind !== 'shown') return w.changeFew(group)
      if (!change.clear) return w.changeNone(group)
      return (change.value > 0 ? w.changeUp : w.changeDown)(group, size(change.value))
    },
  }
}
