import type { GroupFigure, Measure } from '@ronghe/contract/insight/indicators.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { indicatorWords } from './words/words.ts'

/** How many stand behind a figure, in words; nothing where that is hidden. */
export function useCounted(measure: Pick<Measure, 'kind' | 'unit'>): (figure: GroupFigure) => string | undefined {
  const w = useWords(indicatorWords)
  const text = useText()
  const format = useFormat()
  return ({ of, parts, p90 }) => {
    if (of.kind === 'few' || measure.kind === 'count') return undefined
    const yes = parts.find(({ part }) => part === 'yes')?.count
    if (measure.kind === 'share')
      return yes?.kind === 'shown' ? w.ofParts(format.count(yes.count), format.count(of.count), text(measure.unit)) : undefined
    if (measure.kind === 'spread') return p90?.kind === 'shown' ? w.p90(`${format.count(p90.value)} ${text(measure.unit)}`) : undefined
    return undefined
  }
}
