import type { Occasion } from '@ronghe/contract/branch/occasions.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import type { Tone } from '../../../ui/Tag.tsx'
import { clockOf } from './clock.ts'
import { lifeWords } from './words/words.ts'

type Told = Pick<Occasion, 'day' | 'plannedDay' | 'from' | 'to' | 'place' | 'kind' | 'state' | 'cancelledFor' | 'openToAll'>

/** How a date of the branch is said everywhere. */
export function useOccasionLines() {
  const w = useWords(lifeWords)
  const format = useFormat()
  const text = useText()
  const when = ({ day, from, to }: Pick<Told, 'day' | 'from' | 'to'>): string => `${format.day(day)} ${w.time(clockOf(from), clockOf(to))}`
  return {
    when,
    /** What it is, where the title does not say it already. */
    kind: ({ kind, title }: Pick<Occasion, 'kind' | 'title'>): string => (text(title) === w.kinds[kind] ? '' : `${w.kinds[kind]} · `),
    second: (one: Told): string =>
      [
        when(one),
        text(one.place),
        one.day !== one.plannedDay && w.moved(format.day(one.plannedDay)),
        one.state === 'cancelled' && one.cancelledFor && w.cancelledFor[one.cancelledFor],
        one.openToAll && one.state !== 'cancelled' && w.openToAll,
      ]
        .filter(Boolean)
        .join(' · '),
    tone: ({ state }: Pick<Told, 'state'>): Tone => (state === 'planned' ? 'going' : 'quiet'),
  }
}
