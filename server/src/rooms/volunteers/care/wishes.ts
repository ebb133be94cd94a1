import type { BodyOf } from '@ronghe/contract/operation.ts'
import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import type {
  askForFamily as askForFamilyOperation,
  askForVisits as askOperation,
  CareRecipientLine,
  CareWish,
  enterAgreement as agreeOperation,
  enterRecipient as enterOperation,
} from '@ronghe/contract/volunteers/care.ts'
import { personOf, type PersonActor } from '../../../platform/auth/actor.ts'
import type { Deed } from '../../../platform/deed.ts'
import { forbidden, notFound, refused } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { agreeTo, agrees } from '../../people/consenting.ts'
import { enterPaper, withdraw } from '../../people/consents.ts'
import { createPerson, findByPhone } from '../../people/persons.ts'
import { actingPost } from '../../programme/acting-post.ts'
import { checkPlace } from '../../programme/places.ts'
import { notifyPost, today } from '../../programme/posts.ts'
import { careCoordinators } from './care-posts.ts'
import { deleteRecipient, getRecipient, recipientRows, sealIn, whoAndWhere, type RecipientRow } from './recipient-rows.ts'
import { describeRecipient } from './recipients.ts'
import { nextVisitOf } from './visit-rows.ts'

interface Wish {
  readonly address: string
  readonly communityId: string
  readonly rhythm: RecipientRow['rhythm']
}

export async function myWishes(deed: Deed, personId: string) {
  const rows = await recipientRows(deed)
    .where(({ or, eb }) => or([eb('person_id', '=', personId), eb('asked_by', '=', personId)]))
    .orderBy('care_recipient.number')
    .execute()
  const items: CareWish[] = []
  for (const row of rows) items.push(await toWish(deed, row, personId))
  const { version, text } = consentTexts.careVisits
  return { items, consent: { version, text } }
}

/** Whoever asked for somebody else sees that they asked, and, once that person agreed, no more of it. */
async function toWish(deed: Deed, row: RecipientRow, personId: string): Promise<CareWish> {
  const mine = row.person_id === personId
  const own = mine || row.state === 'asked'
  return {
    id: row.id,
    mine,
    state: row.state,
    rhythm: row.rhythm,
    address: own ? (await whoAndWhere(deed, row)).address : '',
    askedOn: row.asked_on,
    nextVisit: mine ? ((await nextVisitOf(deed, row.id))?.starts_at.toISOString() ?? null) : null,
  }
}

export async function askForVisits(
  deed: Deed,
  personId: string,
  { consentVersion, ...wish }: BodyOf<typeof askOperation>,
): Promise<CareWish> {
  if (await existing(deed, personId)) throw refused('volunteers-care-already')
  await agreeTo(deed, personId, 'careVisits', consentVersion)
  const row = await insert(deed, { ...wish, channel: 'phone', state: 'agreed', person_id: personId })
  await tellCoordinators(deed, row.id)
  return toWish(deed, row, personId)
}

/** The family may ask; only the person can agree, and until they did nobody visits. */
export async function askForFamily(
  deed: Deed,
  personId: string,
  { name, phone, ...wish }: BodyOf<typeof askForFamilyOperation>,
): Promise<CareWish> {
  const row = await insert(deed, { ...wish, channel: 'family', state: 'asked', asked_by: personId, name, phone })
  await tellCoordinators(deed, row.id)
  return toWish(deed, row, personId)
}

/** The person's own, with the consent; or a family's that was asked by the reader and is not agreed to yet. */
export async function takeBackWish(deed: Deed, personId: string, recipientId: string): Promise<{ gone: true }> {
  const row = await getRecipient(deed, recipientId)
  if (row.person_id === personId) {
    if (await agrees(deed, personId, 'careVisits')) await withdraw(deed, personId, 'careVisits')
  } else if (row.asked_by !== personId || row.state !== 'asked') throw notFound('care-recipient')
  await remove(deed, row)
  return { gone: true }
}

/** The form and the consent on one signed sheet; who typed it is kept as a post (D8). */
export async function enterRecipient(
  deed: Deed,
  actor: PersonActor,
  { name, phone, consentVersion, signed: _signed, ...wish }: BodyOf<typeof enterOperation>,
): Promise<CareRecipientLine> {
  const known = (await findByPhone(deed, phone)).find((person) => person.name === name)
  const personId = known?.id ?? (await createPerson(deed, { name, phone, origin: 'desk' }))
  if (personId === actor.personId) throw forbidden('paper-for-yourself')
  if (await existing(deed, personId)) throw refused('volunteers-care-already')
  await enterPaper(deed, actor, personId, 'careVisits', { given: true, version: consentVersion, signed: true, channel: 'desk-paper' })
  const row = await insert(deed, { ...wish, channel: 'paper', state: 'agreed', person_id: personId })
  return describeRecipient(deed, row)
}

export async function enterAgreement(
  deed: Deed,
  actor: PersonActor,
  recipientId: string,
  { consentVersion }: BodyOf<typeof agreeOperation>,
): Promise<CareRecipientLine> {
  const row = await getRecipient(deed, recipientId)
  if (row.state !== 'asked') throw refused('volunteers-care-already')
  const { name, phone } = await whoAndWhere(deed, row)
  const known = (await findByPhone(deed, phone!)).find((person) => person.name === name)
  const personId = known?.id ?? (await createPerson(deed, { name, phone: phone!, origin: 'desk' }))
  if (await existing(deed, personId)) throw refused('volunteers-care-already')
  await enterPaper(deed, actor, personId, 'careVisits', { given: true, version: consentVersion, signed: true, channel: 'home-visit' })
  const next = await deed.tx
    .updateTable('care_recipient')
    .set({
      state: 'agreed',
      person_id: personId,
      name_sealed: null,
      phone_sealed: null,
      entered_by_post: actingPost(deed, 'volunteers.care')!.id,
    })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', recipientId)
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(deed, { kind: 'volunteers.care.agreed', about: personId, plain: { recipient: recipientId } })
  return describeRecipient(deed, next)
}

export async function removeRecipient(deed: Deed, recipientId: string): Promise<{ gone: true }> {
  await remove(deed, await getRecipient(deed, recipientId))
  return { gone: true }
}

/** The consent ended, on a phone or on paper: the entry and its visits go in the same transaction (D5, D11). */
export async function consentEnded(deed: Deed, personId: string): Promise<void> {
  const row = await existing(deed, personId)
  if (row) await remove(deed, row)
}

async function remove(deed: Deed, row: RecipientRow): Promise<void> {
  await deleteRecipient(deed, row.id)
  await record(deed, { kind: 'volunteers.care.removed', about: row.person_id, plain: { recipient: row.id } })
}

const existing = (deed: Deed, personId: string): Promise<RecipientRow | undefined> =>
  deed.tx
    .selectFrom('care_recipient')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('person_id', '=', personId)
    .executeTakeFirst()

type NewRecipient = Wish &
  Pick<RecipientRow, 'channel' | 'state'> & {
    readonly person_id?: string
    readonly asked_by?: string
    readonly name?: string
    readonly phone?: string
  }

async function insert(deed: Deed, { address, communityId, rhythm, channel, state, person_id, asked_by, name, phone }: NewRecipient) {
  await checkPlace(deed, communityId, undefined)
  const id = deed.id()
  const row = await deed.tx
    .insertInto('care_recipient')
    .values({
      street_id: deed.street.id,
      id,
      number: await nextNumber(deed),
      channel,
      state,
      rhythm,
      community_id: communityId,
      person_id: person_id ?? null,
      asked_by: asked_by ?? null,
      name_sealed: name === undefined ? null : sealIn(deed, 'name_sealed', id, name),
      phone_sealed: phone === undefined ? null : sealIn(deed, 'phone_sealed', id, phone),
      address_sealed: sealIn(deed, 'address_sealed', id, address),
      entered_by_post: channel === 'paper' ? actingPost(deed, 'volunteers.care')!.id : null,
      asked_on: today(deed),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(deed, { kind: 'volunteers.care.asked', about: person_id ?? personOf(deed.actor), plain: { recipient: id, channel } })
  return row
}

/** Adding to the counter's row locks it: two who ask at once get two numbers. */
async function nextNumber(deed: Deed): Promise<number> {
  const { value } = await deed.tx
    .insertInto('counter')
    .values({ street_id: deed.street.id, name: 'care-recipient', value: 1 })
    .onConflict((conflict) =>
      conflict.columns(['street_id', 'name']).doUpdateSet(({ ref, eb }) => ({ value: eb(ref('counter.value'), '+', 1) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow()
  return value
}

async function tellCoordinators(deed: Deed, recipientId: string): Promise<void> {
  for (const post of await careCoordinators(deed))
    await notifyPost(deed, post, { template: 'care-asked', link: `/desk/volunteers/care#${recipientId}` })
}
