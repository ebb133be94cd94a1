import type { TicketAtDesk } from '@ronghe/contract/station/counter.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { Facts } from '../../../ui/Card.tsx'
import { counterWords } from './words/words.ts'

/** What there is to know before the person stands here; the name is covered and the look was kept when the number was called. */
export function TicketFacts({ ticket }: { readonly ticket: TicketAtDesk }) {
  const w = useWords(counterWords)
  const format = useFormat()
  return (
    <Facts
      facts={[
        [w.who, ticket.person ?? w.noName],
        ...(ticket.speaks === null ? [] : [[w.speaksWanted, ticket.speaks] as const]),
        [w.waited, w.minutes(ticket.waitedMinutes)],
        [w.appointment, ticket.appointmentAt === null ? w.channels[ticket.channel] : w.appointmentAt(format.time(ticket.appointmentAt))],
      ]}
    />
  )
}
