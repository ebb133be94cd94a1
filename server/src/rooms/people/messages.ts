import type { BodyOf, QueryOf, ReplyOf } from '@ronghe/contract/operation.ts'
import type { chooseMessages, listMessages, readMessage } from '@ronghe/contract/people/messages.ts'
import { say, sayIfKnown } from '@ronghe/contract/words.ts'
import type { Selectable } from 'kysely'
import type { MessageTable } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { pageFrom, readCursor, toCursor } from '../../platform/http/cursor.ts'
import { notFound, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'

const mailPlace = (deed: Deed, person: string) => ({ street: deed.street.id, table: 'message_choice', column: 'mail_sealed', row: person })

/** Newest first. What is read is kept per message, never how often somebody comes by (M5). */
export async function messagesOf(
  deed: Deed,
  personId: string,
  { limit, after, unread }: QueryOf<typeof listMessages>,
): Promise<ReplyOf<typeof listMessages>> {
  const own = deed.tx.selectFrom('message').where('street_id', '=', deed.street.id).where('person_id', '=', personId)
  let query = own
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit + 1)
  const [from] = readCursor(after, 1) ?? []
  if (from) query = query.where('id', '<', from)
  if (unread) query = query.where('read_at', 'is', null)
  const { count } = await own
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    ...pageFrom(
      await query.execute(),
      limit,
      ({ id }) => toCursor(id),
      (row) => toMessage(deed, row),
    ),
    unread: Number(count),
  }
}

export async function markRead(deed: Deed, personId: string, messageId: string): Promise<ReplyOf<typeof readMessage>> {
  const row = await deed.tx
    .selectFrom('message')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .where('id', '=', messageId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('message')
  if (row.read_at) return toMessage(deed, row)
  await deed.tx
    .updateTable('message')
    .set({ read_at: deed.now })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', messageId)
    .execute()
  return toMessage(deed, { ...row, read_at: deed.now })
}

export async function messageChoice(deed: Deed, personId: string): Promise<ReplyOf<typeof chooseMessages>> {
  const row = await deed.tx
    .selectFrom('message_choice')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return {
    sms: row?.sms ?? true,
    mail: row?.mail ?? false,
    address: row?.mail_sealed ? deed.platform.sealer.open(mailPlace(deed, personId), row.mail_sealed) : null,
  }
}

export async function chooseChannels(
  deed: Deed,
  personId: string,
  { sms, mail, address }: BodyOf<typeof chooseMessages>,
): Promise<ReplyOf<typeof chooseMessages>> {
  if (mail && !address) throw unfit([{ path: 'address', code: 'mail-address-needed' }])
  const row = {
    sms,
    mail,
    mail_sealed: address ? deed.platform.sealer.seal(mailPlace(deed, personId), address) : null,
    changed_at: deed.now,
  }
  await deed.tx
    .insertInto('message_choice')
    .values({ street_id: deed.street.id, person_id: personId, ...row })
    .onConflict((conflict) => conflict.columns(['street_id', 'person_id']).doUpdateSet(row))
    .execute()
  await record(deed, { kind: 'people.messages.chosen', about: personId })
  return messageChoice(deed, personId)
}

/** The sentence of a template is `message-<template>` in the words of the room that sent it. */
function toMessage(deed: Deed, row: Selectable<MessageTable>): ReplyOf<typeof readMessage> {
  const text =
    sayIfKnown(deed.language, `message-${row.template}`, row.params as Record<string, string | number>) ??
    say(deed.language, 'message-news')
  return {
    id: row.id,
    text,
    link: row.link,
    at: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
    may: row.read_at ? [] : ['people.messages.read'],
  }
}
