import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { readService } from '@ronghe/contract/station/services.ts'
import { useFormat } from '../../platform/language/format.ts'
import { useText, useWords } from '../../platform/language/language.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { servicesWords } from './words/services/words.ts'

/** What stands in the way today: an agreement that ran out, a guide nobody has checked. */
export function Standing({ found }: { readonly found: ReplyOf<typeof readService> }) {
  const w = useWords(servicesWords)
  const text = useText()
  const format = useFormat()
  return (
    <>
      {found.notOffered && (
        <Notice tone="attention" title={w.notOfferedTitle}>
          <p>{text(found.notOffered.text)}</p>
          {found.notOffered.instead && <p>{text(found.notOffered.instead)}</p>}
        </Notice>
      )}
      {found.outOfDate && (
        <Notice tone="attention" title={w.outOfDateTitle}>
          {w.outOfDateText(format.day(found.definition.guide.validUntil))}
        </Notice>
      )}
    </>
  )
}
