import type { CaseOnPage } from '@ronghe/contract/station/cases-desk.ts'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Timeline } from '../../../../ui/Timeline.tsx'
import { deskWords } from '../words/words.ts'

/** What happened, in order, as the resident reads it too. */
export function CaseTimeline({ found: { timeline } }: { readonly found: CaseOnPage }) {
  const w = useWords(deskWords)
  const format = useFormat()
  return (
    <Card title={w.timeline}>
      <Timeline
        steps={timeline.map(({ number, sentence, at, by, words }, place) => ({
          key: String(number),
          title: sentence,
          when: by === null ? format.moment(at) : w.byWhom(format.moment(at), by),
          ...(words !== null && { detail: words }),
          state: place === timeline.length - 1 ? ('now' as const) : ('done' as const),
        }))}
      />
      <p className="muted small extra">{w.proof}</p>
    </Card>
  )
}
