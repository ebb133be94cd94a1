import type { Deed } from '../deed.ts'

/** Templates are neutral: a text on a lock screen names no service, organ or outcome (08, Sign-in). The page behind `link` says what it is. */
export interface Message {
  readonly template: string
  /** Where the person is led after signing in, within the residents' or the desk's pages. */
  readonly link: string
  /** Words shown in the app only, after sign-in. */
  readonly params?: Readonly<Record<string, string | number>>
  /** Goes out at night too: codes, danger. */
  readonly urgent?: boolean
  /** The number that has to hear of it, at once, whatever becomes of the account's number before the text message leaves. */
  readonly toNumber?: string | null
}

/** Puts a message in the person's box within the deed, and sends it on by the channels the person chose once the deed stands. */
export async function notify(
  deed: Deed,
  personId: string,
  { template, link, params = {}, urgent = false, toNumber }: Message,
): Promise<string> {
  const id = deed.id()
  await deed.tx
    .insertInto('message')
    .values({
      street_id: deed.street.id,
      id,
      person_id: personId,
      template,
      link,
      params: JSON.stringify(params),
      urgent,
      created_at: deed.now,
    })
    .execute()
  if (toNumber) await deliverTo(deed, id, toNumber)
  await deed.platform.jobs.send(deed, 'platform.deliver', { message: id })
  return id
}

export const deliveryPlace = (deed: Deed, id: string) => ({ street: deed.street.id, table: 'delivery', column: 'to_sealed', row: id })

/** Written in the deed itself: a second deed that changes the number cannot come before it. */
async function deliverTo(deed: Deed, message: string, number: string): Promise<void> {
  const id = deed.id()
  await deed.tx
    .insertInto('delivery')
    .values({
      street_id: deed.street.id,
      id,
      message_id: message,
      channel: 'sms',
      state: 'waiting',
      not_before: deed.now,
      to_sealed: deed.platform.sealer.seal(deliveryPlace(deed, id), number),
    })
    .execute()
  await deed.platform.jobs.send(deed, 'platform.send', { delivery: id })
}
