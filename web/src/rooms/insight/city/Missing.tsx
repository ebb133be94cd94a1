import type { readCity } from '@ronghe/contract/insight/city.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { cityWords } from './words/words.ts'

/** Who is not heard of, since when: a whole cell in one line, single streets by name. */
export function Missing({ city }: { readonly city: Pick<ReplyOf<typeof readCity>, 'cells' | 'streets'> }) {
  const w = useWords(cityWords)
  const text = useText()
  const format = useFormat()
  const cells = city.cells.filter(({ missingSince, streets }) => missingSince !== null && streets > 1)
  const single = city.streets.filter(({ cell, missingSince }) => missingSince !== null && !cells.some(({ name }) => name === cell))
  if (cells.length + single.length === 0) return null
  return (
    <Notice tone="attention" title={w.missingTitle}>
      <ul>
        {cells.map(({ name, streets, missingSince }) => (
          <li key={name}>{w.missingCell(name, format.count(streets), format.moment(missingSince!))}</li>
        ))}
        {single.map(({ id, name, missingSince }) => (
          <li key={id}>{w.missingOne(text(name), format.moment(missingSince!))}</li>
        ))}
      </ul>
      <p>{w.missingMeans}</p>
    </Notice>
  )
}
