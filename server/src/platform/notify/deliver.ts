import { numbers } from '@ronghe/contract/programme/numbers.ts'
import { inLanguage } from '@ronghe/contract/values.ts'
import type { Deed } from '../deed.ts'
import { inStreet, type Job } from '../jobs/jobs.ts'
import { setting } from '../settings/settings.ts'
import { deliveriesOf, unchosen, type Channel } from './channels.ts'
import { deliveryPlace } from './notify.ts'
import { outsideSubject, outsideText, type Outside } from './outside-text.ts'
import { quietHoursOf } from './quiet-hours.ts'
import { nextTry, type Sent } from './sent.ts'

/** Plans how a new message leaves the house: by the channels the person chose, not at night unless it is urgent. */
const plan: Job = {
  name: 'platform.deliver',
  async run(deed, ids) {
    const message = await deed.tx
      .selectFrom('message')
      .selectAll()
      .where('street_id', '=', deed.street.id)
      .where('id', '=', ids['message']!)
      .executeTakeFirst()
    if (!message || message.read_at) return
    const person = await reach(deed, message.person_id)
    const planned = deliveriesOf(person.choice, { phone: person.phone !== null, mailAddress: person.mail !== null }, message, {
      zone: deed.street.zone,
      now: deed.now,
      quiet: quietHoursOf(await setting(deed, 'messages')),
    })
    const already = await deed.tx
      .selectFrom('delivery')
      .select('channel')
      .where('street_id', '=', deed.street.id)
      .where('message_id', '=', message.id)
      .execute()
    for (const { channel, notBefore } of planned.filter((one) => !already.some(({ channel: known }) => known === one.channel))) {
      const id = deed.id()
      await deed.tx
        .insertInto('delivery')
        .values({ street_id: deed.street.id, id, message_id: message.id, channel, state: 'waiting', not_before: notBefore })
        .execute()
      await deed.platform.jobs.send(deed, 'platform.send', { delivery: id }, { after: notBefore })
    }
  },
}

/**
 * One try at one delivery: claimed in one transaction, sent outside of any, marked in a second. A process that dies in between leaves a
 * job that runs again; the delivery's id keeps a gateway from sending the message twice.
 */
const send: Job = {
  name: 'platform.send',
  async run(deed, ids) {
    const delivery = await deed.tx
      .selectFrom('delivery')
      .innerJoin('message', (join) =>
        join.onRef('message.street_id', '=', 'delivery.street_id').onRef('message.id', '=', 'delivery.message_id'),
      )
      .select([
        'delivery.id',
        'delivery.channel',
        'delivery.attempts',
        'delivery.to_sealed',
        'message.person_id',
        'message.template',
        'message.params',
        'message.urgent',
      ])
      .where('delivery.street_id', '=', deed.street.id)
      .where('delivery.id', '=', ids['delivery']!)
      .where('delivery.state', '=', 'waiting')
      .forUpdate()
      .executeTakeFirst()
    if (!delivery) return
    const attempts = delivery.attempts + 1
    await deed.tx.updateTable('delivery').set({ attempts }).where('street_id', '=', deed.street.id).where('id', '=', delivery.id).execute()
    const account = await reach(deed, delivery.person_id)
    const person = delivery.to_sealed
      ? { ...account, phone: deed.platform.sealer.open(deliveryPlace(deed, delivery.id), delivery.to_sealed) }
      : account
    deed.afterCommit(async () => {
      const outcome = await leave(deed, delivery.id, delivery.channel, person, outside(delivery.template, delivery.params))
      await inStreet(deed.platform, deed.street, (after) => mark(after, { id: delivery.id, urgent: delivery.urgent }, attempts, outcome))
    })
  },
}

async function mark(
  deed: Deed,
  { id, urgent }: { readonly id: string; readonly urgent: boolean },
  attempts: number,
  outcome: Sent,
): Promise<void> {
  const again =
    outcome.kind === 'failed' && outcome.again
      ? nextTry(attempts, deed.now, { zone: deed.street.zone, urgent, quiet: quietHoursOf(await setting(deed, 'messages')) })
      : undefined
  await deed.tx
    .updateTable('delivery')
    .set({
      state: outcome.kind === 'sent' ? 'sent' : again ? 'waiting' : 'failed',
      sent_at: outcome.kind === 'sent' ? deed.now : null,
      // The number has done its work.
      ...(again ? { not_before: again } : { to_sealed: null }),
    })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', id)
    .execute()
  if (again) await deed.platform.jobs.send(deed, 'platform.send', { delivery: id }, { after: again })
  if (outcome.kind === 'failed')
    deed.platform.log.warn({ delivery: id, why: outcome.why, again: again !== undefined }, 'a message could not be sent')
}

export const deliveryJobs: readonly Job[] = [plan, send]

/**
 * Tells somebody that there is a message, by the channels they chose, and keeps no trace of it: for what even its own table must not name.
 * Not at night; the caller sends nothing then and comes again.
 */
export async function tellOfMessage(deed: Deed, personId: string, id: string): Promise<void> {
  const person = await reach(deed, personId)
  const quiet = quietHoursOf(await setting(deed, 'messages'))
  const reachable = { phone: person.phone !== null, mailAddress: person.mail !== null }
  const planned = deliveriesOf(person.choice, reachable, { urgent: false }, { zone: deed.street.zone, now: deed.now, quiet })
  for (const { channel } of planned) deed.afterCommit(async () => void (await leave(deed, id, channel, person, { kind: 'news' })))
}

interface Person {
  readonly phone: string | null
  readonly mail: string | null
  readonly language: 'zh-CN' | 'en'
  readonly choice: { readonly sms: boolean; readonly mail: boolean }
}

async function reach(deed: Deed, personId: string): Promise<Person> {
  const { tx, street, platform } = deed
  const person = await tx
    .selectFrom('person')
    .select(['phone_sealed', 'language'])
    .where('street_id', '=', street.id)
    .where('id', '=', personId)
    .executeTakeFirst()
  const choice = await tx
    .selectFrom('message_choice')
    .select(['sms', 'mail', 'mail_sealed'])
    .where('street_id', '=', street.id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const open = (table: string, column: string, sealed: Buffer | null | undefined) =>
    sealed ? platform.sealer.open({ street: street.id, table, column, row: personId }, sealed) : null
  return {
    phone: open('person', 'phone_sealed', person?.phone_sealed),
    mail: open('message_choice', 'mail_sealed', choice?.mail_sealed),
    language: person?.language === 'en' ? 'en' : 'zh-CN',
    choice: choice ?? unchosen,
  }
}

/** Only these few say more than "you have a message"; everything else is news. */
function outside(template: string, params: Readonly<Record<string, unknown>>): Outside {
  if (template === 'number-change') return { kind: template }
  if (template === 'assisted') return { kind: template, minutes: Number(params['minutes'] ?? numbers.signIn.assistMinutes.standard) }
  if (template === 'unused') return { kind: template, days: Number(params['days'] ?? numbers.keeping.closingDays.standard) }
  return { kind: 'news' }
}

async function leave(deed: Deed, id: string, channel: Channel, person: Person, what: Outside): Promise<Sent> {
  const { platform, street, now } = deed
  const name = inLanguage(street.name, person.language)
  const text = outsideText(what, name, person.language)
  if (channel === 'sms') return person.phone ? platform.sms.send({ id, street: street.id, to: person.phone, text }, now) : gone
  return person.mail ? platform.mail.send({ id, to: person.mail, subject: outsideSubject(name, person.language), text }, now) : gone
}

const gone: Sent = { kind: 'failed', again: false, why: 'the person has no such address any more' }
