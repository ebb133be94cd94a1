import type { MyShift } from '@ronghe/contract/volunteers/sign-ups.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { CardItem, CardList } from '../../../ui/Card.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { useSpan } from '../span.ts'
import { shiftWords } from './words/words.ts'

/** The own coming shifts: a place, a turn, an offer that waits for an answer, or one that is led. */
export function MyShiftLines({ items }: { readonly items: readonly MyShift[] }) {
  const w = useWords(shiftWords)
  const text = useText()
  const span = useSpan()
  return (
    <CardList>
      {items.map((shift) => (
        <CardItem
          key={shift.shiftId}
          title={text(shift.title)}
          second={`${span(shift)} · ${text(shift.place)}`}
          end={
            shift.cancelled ? (
              <Tag tone="attention">{w.cancelledTag}</Tag>
            ) : shift.state === 'left' ? (
              <Tag tone="quiet">{w.leading}</Tag>
            ) : (
              <Tag tone={shift.state === 'offered' ? 'attention' : shift.state === 'placed' ? 'going' : 'quiet'}>
                {w.states[shift.state]}
              </Tag>
            )
          }
          to="/volunteers/shifts/$shiftId"
          params={{ shiftId: shift.shiftId }}
        />
      ))}
    </CardList>
  )
}
