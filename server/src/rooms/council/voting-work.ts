import { hash } from 'node:crypto'
import type { Ticket } from '@ronghe/contract/council/conversations.ts'
import type { Deed } from '../../platform/deed.ts'
import { Refusal } from '../../platform/http/problems.ts'

/**
 * A little work for the voter's device instead of a captcha: nobody has to read crooked letters, and thousands of votes cost somebody's machine.
 * A ticket is for one person in one conversation and half an hour, made and known again without being kept anywhere.
 */
const ticketMs = 30 * 60_000
const maximum = 14

/** SHA-256 tried a thousand times on average: a cheap phone does it while the sentence is read. Every step up doubles it; at most some 16,000. */
export const usualBits = 10
export const bitsFor = (stepsUp: number): number => Math.min(maximum, usualBits + stepsUp)

type Who = Pick<Deed, 'street' | 'now' | 'platform'>

export function makeTicket(deed: Who, conversationId: string, personId: string, bits: number): Ticket {
  const head = `${bits}.${Math.floor((deed.now.getTime() + ticketMs) / 1000).toString(36)}`
  return { text: `${head}.${seal(deed, conversationId, personId, head)}`, bits }
}

/** Refuses a vote without the work, or with a ticket that ran out or is somebody else's. */
export function checkWork(
  deed: Who,
  conversationId: string,
  personId: string,
  { statementId, ticket, nonce }: { readonly statementId: string; readonly ticket: string; readonly nonce: string },
): void {
  const [bits = '', until = '', mac = ''] = ticket.split('.')
  const fits = mac === seal(deed, conversationId, personId, `${bits}.${until}`)
  if (!fits || Number.parseInt(until, 36) * 1000 < deed.now.getTime()) throw new Refusal(422, 'voting-ticket-old')
  if (leadingZeroBits(hash('sha256', `${ticket}.${statementId}.${nonce}`, 'hex')) < Number(bits))
    throw new Refusal(422, 'voting-work-missing')
}

const seal = ({ street, platform }: Who, conversationId: string, personId: string, head: string): string =>
  platform.sealer.lookup(street.id, 'code', `vote ${conversationId} ${personId} ${head}`).toString('base64url').slice(0, 22)

export function leadingZeroBits(hex: string): number {
  const zeros = /^0*/.exec(hex)![0].length
  const next = hex[zeros]
  return zeros * 4 + (next === undefined ? 0 : Math.clz32(Number.parseInt(next, 16)) - 28)
}
