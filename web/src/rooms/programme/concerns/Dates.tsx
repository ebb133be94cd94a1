import type { Raised } from '@ronghe/contract/programme/concerns.ts'
import type * as z from 'zod/mini'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Facts } from '../../../ui/Card.tsx'
import { concernWords } from '../words/resident/concerns/words.ts'

/** The number of what was said, who reads it, and the days by which something happens. */
export function Dates({ raised }: { readonly raised: Omit<z.infer<typeof Raised>, 'id'> }) {
  const w = useWords(concernWords)
  const text = useText()
  const format = useFormat()
  return (
    <Facts
      facts={[
        [w.sentNumber, raised.number],
        [w.sentReader, text(raised.readBy)],
        [w.sentScreen, w.before(format.day(raised.screenBy))],
        [w.sentAnswer, w.before(format.day(raised.answerBy))],
      ]}
    />
  )
}
