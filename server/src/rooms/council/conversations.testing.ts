import { hash, randomUUID } from 'node:crypto'
import type { Stance, Ticket } from '@ronghe/contract/council/conversations.ts'
import { castVote, readCard } from '@ronghe/contract/council/conversations.ts'
import { addSeeds, createConversation, openConversation } from '@ronghe/contract/council/conversation-desk.ts'
import type { CastKey } from '@ronghe/demo/cast.ts'
import { leadingZeroBits } from './voting-work.ts'
import type { CouncilTown } from './testing.ts'

/** What a voter's device does before it may send a vote. */
export function solve({ text, bits }: Ticket, statementId: string): string {
  for (let nonce = 0; ; nonce++) if (leadingZeroBits(hash('sha256', `${text}.${statementId}.${nonce}`, 'hex')) >= bits) return String(nonce)
}

export const lampWords = ['巷口的路灯要先修。', '晚上十点后巷子里不要用切纸机。', '楼下作坊应该搬出去。', '巷子里可以摆早点摊。'] as const

/** A conversation with four statements, prepared by the clerk; opened unless told otherwise. */
export async function aConversation(
  town: CouncilTown,
  { laneId = null, open = true, closesOn = null }: { laneId?: string | null; open?: boolean; closesOn?: string | null } = {},
) {
  const { councilId } = town
  const clerk = town.as('jiangWen')
  const { id } = await clerk.call(createConversation, {
    params: { councilId },
    body: { topic: 'safety', title: { 'zh-CN': '三号巷怎么管' }, about: { 'zh-CN': '夜里吵、路灯坏，大家怎么看？' }, laneId, closesOn },
  })
  const at = { councilId, conversationId: id }
  const { ids } = await clerk.call(addSeeds, { params: at, body: { seeds: lampWords.map((words) => ({ words })) } })
  if (open) await clerk.call(openConversation, { params: at })
  return { at, id, ids }
}

/** Votes as a phone does: asks for the card, does the work, sends the vote. */
export async function vote(
  town: CouncilTown,
  who: CastKey,
  at: { councilId: string; conversationId: string },
  statementId: string,
  stance: Stance,
) {
  const { ticket } = await town.as(who).call(readCard, { params: at })
  return town
    .as(who)
    .call(castVote, { params: { ...at, statementId }, body: { stance, ticket: ticket.text, nonce: solve(ticket, statementId) } })
}

export const newId = (): string => randomUUID()
