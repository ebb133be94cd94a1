import { useWords } from '../../../platform/language/language.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import type { ChartGroup, Series } from './scale.ts'
import { chartWords } from './words/words.ts'

/** What a series is called: the part it is of, or the group by the street's own name. */
export function useSeriesName(): (series: Pick<Series, 'group' | 'name'>) => string {
  const name = useChartGroupName()
  return (series) => series.name ?? name(series.group)
}

export function useChartGroupName(): (group: ChartGroup) => string {
  const w = useWords(chartWords)
  const name = useGroupName()
  return (group) => (group === 'all' ? w.everybody : name(group))
}
