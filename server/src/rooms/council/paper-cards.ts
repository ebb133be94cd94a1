import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { StatementWords } from '@ronghe/contract/council/conversations.ts'
import type {
  enterCards as enterOperation,
  listPrints as listOperation,
  PaperPrint,
  printCards as printOperation,
} from '@ronghe/contract/council/conversation-desk.ts'
import { sql } from 'kysely'
import { dayIn } from '../../platform/calendar/working-days.ts'
import type { Deed } from '../../platform/deed.ts'
import { unfit, type FieldFault } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { pseudonymOf } from '../../platform/privacy/round-keys.ts'
import { publicStatements } from './compass.ts'
import { getConversation, getOpenConversation } from './conversation-rows.ts'
import { asClerk } from './delegates.ts'
import { ownVotes, valueOf } from './opinions.ts'

const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `2-017-K7QX`: print, card, and four signs that only the round's key gives. */
function codeOf(
  deed: Deed,
  conversationId: string,
  { id, number }: { readonly id: string; readonly number: number },
  card: number,
): string {
  const proof = pseudonymOf(deed, conversationId, `proof ${id} ${card}`)
  return `${number}-${String(card).padStart(3, '0')}-${[0, 1, 2, 3].map((place) => signs[proof[place]! & 31]).join('')}`
}

const plain = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]+/gu, '-')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('O', '0')

export async function printCards(
  deed: Deed,
  councilId: string,
  conversationId: string,
  { cards, statementIds }: BodyOf<typeof printOperation>,
): Promise<ReplyOf<typeof printOperation>> {
  const post = asClerk(deed, councilId)
  await getOpenConversation(deed, councilId, conversationId)
  const known = new Map((await publicStatements(deed.tx, deed.street.id, conversationId)).map((one) => [one.id, one]))
  const chosen = [...new Set(statementIds)]
  if (chosen.some((id) => !known.has(id))) throw unfit([{ path: 'statementIds', code: 'field-choice' }])
  // Two clerks who print at once get two numbers.
  await sql`select from conversation where street_id = ${deed.street.id}::uuid and id = ${conversationId}::uuid for update`.execute(deed.tx)
  const { most } = await deed.tx
    .selectFrom('paper_print')
    .select(({ fn }) => fn.max('number').as('most'))
    .where('street_id', '=', deed.street.id)
    .where('conversation_id', '=', conversationId)
    .executeTakeFirstOrThrow()
  const row = { id: deed.id(), number: (most ?? 0) + 1, cards, statement_ids: chosen, printed_at: deed.now }
  await deed.tx
    .insertInto('paper_print')
    .values({ street_id: deed.street.id, conversation_id: conversationId, printed_by_post: post.id, ...row })
    .execute()
  await record(deed, { kind: 'council.paper.printed', plain: { conversation: conversationId, print: row.id, cards } })
  return {
    ...toPrint(deed, row, known),
    codes: Array.from({ length: cards }, (_, place) => codeOf(deed, conversationId, row, place + 1)),
  }
}

export async function listPrints(deed: Deed, councilId: string, conversationId: string): Promise<ReplyOf<typeof listOperation>> {
  asClerk(deed, councilId)
  await getConversation(deed, councilId, conversationId)
  const known = new Map((await publicStatements(deed.tx, deed.street.id, conversationId)).map((one) => [one.id, one]))
  return { items: (await prints(deed, conversationId)).map((row) => toPrint(deed, row, known)) }
}

interface PrintRow {
  readonly id: string
  readonly number: number
  readonly cards: number
  readonly statement_ids: readonly string[]
  readonly printed_at: Date
}

const prints = (deed: Deed, conversationId: string): Promise<PrintRow[]> =>
  deed.tx
    .selectFrom('paper_print')
    .select(['id', 'number', 'cards', 'statement_ids', 'printed_at'])
    .where('street_id', '=', deed.street.id)
    .where('conversation_id', '=', conversationId)
    .orderBy('number')
    .execute()

const toPrint = (deed: Deed, row: PrintRow, known: ReadonlyMap<string, StatementWords>): PaperPrint => ({
  id: row.id,
  number: row.number,
  cards: row.cards,
  statements: row.statement_ids.flatMap((id) => known.get(id) ?? []),
  printedOn: dayIn(deed.street.zone, row.printed_at),
})

/**
 * Takes cards that were filled in on paper. Each is a voter of its own, known by the card's number, and counts like a vote on the phone; which
 * card said what is not kept with the number in the clear.
 */
export async function enterCards(
  deed: Deed,
  councilId: string,
  conversationId: string,
  { cards }: BodyOf<typeof enterOperation>,
): Promise<ReplyOf<typeof enterOperation>> {
  asClerk(deed, councilId)
  await getOpenConversation(deed, councilId, conversationId)
  const printed = new Map((await prints(deed, conversationId)).map((row) => [row.number, row]))
  const open = new Set((await publicStatements(deed.tx, deed.street.id, conversationId)).map(({ id }) => id))
  const faults: FieldFault[] = []
  const entered = new Set<string>()
  let votes = 0
  for (const [place, { code, group, stances }] of cards.entries()) {
    const fault = (what: string) => void faults.push({ path: `cards.${place}.code`, code: what })
    const [print, card] = plain(code)
      .split('-')
      .map((part, index) => (index === 0 ? printed.get(Number(part)) : Number(part))) as [PrintRow | undefined, number]
    if (!print || !(card >= 1 && card <= print.cards) || codeOf(deed, conversationId, print, card) !== plain(code)) {
      fault('card-unknown')
      continue
    }
    const pseudonym = pseudonymOf(deed, conversationId, `card ${print.id} ${card}`)
    if (entered.has(`${print.id} ${card}`) || (await ownVotes(deed, conversationId, pseudonym)).size > 0) {
      fault('card-entered-already')
      continue
    }
    entered.add(`${print.id} ${card}`)
    const said = print.statement_ids.flatMap((id, at) => (open.has(id) && stances[at] ? [{ id, stance: stances[at] }] : []))
    if (said.length === 0) {
      fault('card-empty')
      continue
    }
    for (const { id, stance } of said) {
      await sql`select stance.cast_opinion(${conversationId}::uuid, ${pseudonym}, ${id}::uuid, ${valueOf(stance)}::int,
        ${group === 'unstated' ? null : group}::text, false, true)`.execute(deed.tx)
      votes++
    }
  }
  if (faults.length > 0) throw unfit(faults)
  await record(deed, { kind: 'council.paper.entered', plain: { conversation: conversationId, cards: cards.length } })
  return { cards: cards.length, votes }
}
