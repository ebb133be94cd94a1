import { type Card, castVote, readMyVotes, type Stance, takeVoteBack, type Ticket } from '@ronghe/contract/council/conversations.ts'
import { useRef } from 'react'
import { call, ProblemError } from '../../../api.ts'
import { useRefresh } from '../../../platform/queries.ts'
import { doWork } from './do-work.ts'

export interface At {
  readonly councilId: string
  readonly conversationId: string
}

/** Votes with the sum done; it is begun while the statement is being read, so that nobody waits for it. */
export function useVoting(at: At) {
  const refresh = useRefresh()
  const begun = useRef<{ readonly key: string; readonly nonce: Promise<string> } | undefined>(undefined)
  const prepare = (ticket: Ticket, statementId: string): Promise<string> => {
    const key = `${ticket.text} ${statementId}`
    if (begun.current?.key !== key) begun.current = { key, nonce: doWork({ ticket: ticket.text, bits: ticket.bits, statementId }) }
    return begun.current.nonce
  }
  const cast = async (ticket: Ticket, statementId: string, stance: Stance, fresh: () => Promise<Ticket>): Promise<Card> => {
    const send = async (given: Ticket) =>
      call(castVote, { params: { ...at, statementId }, body: { stance, ticket: given.text, nonce: await prepare(given, statementId) } })
    try {
      return await send(ticket)
    } catch (error) {
      // The page lay open for half an hour: a new ticket, and nobody notices.
      if (!(error instanceof ProblemError && error.problem.code === 'voting-ticket-old')) throw error
      return await send(await fresh())
    } finally {
      void refresh(readMyVotes)
    }
  }
  const takeBack = async (statementId: string): Promise<Card> => {
    const card = await call(takeVoteBack, { params: { ...at, statementId } })
    void refresh(readMyVotes)
    return card
  }
  return { prepare, cast, takeBack }
}
