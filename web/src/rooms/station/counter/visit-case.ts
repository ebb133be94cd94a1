import { linkTicketCase, listQueueAtCounter, listWindows } from '@ronghe/contract/station/counter.ts'
import { useDeed } from '../../../platform/queries.ts'

/** A case that is entered during a visit is noted on its ticket; without a ticket nothing happens. */
export function useNoteVisit(ticketId: string | undefined): (caseId: string) => void {
  const link = useDeed(linkTicketCase, { refreshes: [listWindows, listQueueAtCounter] })
  return (caseId) => {
    if (ticketId !== undefined) link.mutate({ params: { ticketId }, body: { case: caseId } })
  }
}
