import type { AgreementEventKind, AgreementPage, stepAgreement as stepOperation, Today } from '@ronghe/contract/programme/agreements.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { Text } from '@ronghe/contract/values.ts'
import { inLanguage } from '@ronghe/contract/values.ts'
import type { Updateable } from 'kysely'
import { addDays } from '../../platform/calendar/working-days.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { Deed } from '../../platform/deed.ts'
import { toCounts, type WorkOwner } from '../../platform/handover.ts'
import { notFound, refused, unfit } from '../../platform/http/problems.ts'
import { record } from '../../platform/journal/record.ts'
import { actingPost } from './acting-post.ts'
import { stepAgreement } from './agreement-lifecycle.ts'
import { getAgreement, readAgreement, type AgreementRow } from './agreements.ts'
import { getPost, notifyPost, today } from './posts.ts'
import { setting } from '../../platform/settings/settings.ts'

export interface AgreementText {
  readonly title: Text
  readonly counterpart: Text
  readonly subject: string
  readonly terms: AgreementPage['terms']
  readonly today: Today | null
  readonly instead: Text | null
  readonly ownerPostId: string
}

const toColumns = ({ title, counterpart, subject, terms, today: now, instead, ownerPostId }: AgreementText) => ({
  title: JSON.stringify(title),
  counterpart: JSON.stringify(counterpart),
  subject,
  terms: JSON.stringify(terms),
  today: now ? JSON.stringify(now) : null,
  instead: instead ? JSON.stringify(instead) : null,
  owner_post: ownerPostId,
})

export async function addAgreement(
  deed: Deed,
  { key, ...text }: AgreementText & { readonly key?: string | undefined },
): Promise<AgreementPage> {
  await getPost(deed, text.ownerPostId)
  const { tx, street } = deed
  const taken = key
    ? await tx.selectFrom('agreement').select('id').where('street_id', '=', street.id).where('key', '=', key).executeTakeFirst()
    : undefined
  if (taken) throw unfit([{ path: 'key', code: 'agreement-key-taken' }])
  const id = deed.id()
  await tx
    .insertInto('agreement')
    .values({ street_id: street.id, id, key: key ?? null, state: 'proposed', created_at: deed.now, ...toColumns(text) })
    .execute()
  await addEvent(deed, id, 'proposed', '')
  return readAgreement(deed, id)
}

export async function editAgreement(deed: Deed, id: string, text: AgreementText): Promise<AgreementPage> {
  await getAgreement(deed, id, 'lock')
  await getPost(deed, text.ownerPostId)
  await deed.tx.updateTable('agreement').set(toColumns(text)).where('street_id', '=', deed.street.id).where('id', '=', id).execute()
  await addEvent(deed, id, 'edited', '')
  return readAgreement(deed, id)
}

export async function takeStep(deed: Deed, id: string, what: BodyOf<typeof stepOperation>['what']): Promise<AgreementPage> {
  const row = await getAgreement(deed, id, 'lock')
  const next = stepAgreement(row.state, what.act)
  if (next.kind === 'refused') throw refused(next.rule)
  if (what.act === 'sign') {
    if (what.on > today(deed)) throw unfit([{ path: 'what.on', code: 'day-to-come' }])
    const open = await deed.tx
      .selectFrom('agreement_matter')
      .select('id')
      .where('street_id', '=', deed.street.id)
      .where('agreement_id', '=', id)
      .where('settled_on', 'is', null)
      .execute()
    if (open.length > 0) throw refused('matters-still-open', { params: { count: open.length } })
    await set(deed, id, { state: next.state, signed_on: what.on, terms: JSON.stringify({ ...row.terms, document: what.document }) })
  } else if (what.act === 'enterIntoForce') {
    checkTerm(deed, what, row.signed_on)
    await set(deed, id, { state: next.state, starts_on: what.startsOn, ends_on: what.endsOn, warned_at: null })
  } else if (what.act === 'renew') {
    checkTerm(deed, what, null)
    return renew(deed, row, what)
  } else {
    await set(deed, id, {
      state: next.state,
      ...(what.act === 'end' && row.ends_on && row.ends_on > today(deed) ? { ends_on: today(deed) } : {}),
    })
  }
  await addEvent(deed, id, next.state, what.note)
  return readAgreement(deed, id)
}

function checkTerm(
  deed: Deed,
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
  signedOn: string | null,
): void {
  if (signedOn && startsOn < signedOn) throw unfit([{ path: 'what.startsOn', code: 'agreement-starts-early' }])
  if (endsOn <= startsOn || endsOn < today(deed)) throw unfit([{ path: 'what.endsOn', code: 'agreement-ends-early' }])
}

/** The old agreement keeps its days and its counts; the new one takes over its key, so that guides and forms follow without a hole. */
async function renew(
  deed: Deed,
  row: AgreementRow,
  { startsOn, endsOn, note }: { readonly startsOn: string; readonly endsOn: string; readonly note: string },
): Promise<AgreementPage> {
  const { tx, street, now } = deed
  await set(deed, row.id, { state: 'renewed', key: null })
  await addEvent(deed, row.id, 'renewed', note)
  const id = deed.id()
  const { title, counterpart, subject, terms, today: guide, instead, owner_post } = row
  await tx
    .insertInto('agreement')
    .values({
      street_id: street.id,
      id,
      key: row.key,
      state: 'inForce',
      created_at: now,
      ...toColumns({ title, counterpart, subject, terms, today: guide, instead, ownerPostId: owner_post }),
      signed_on: today(deed),
      starts_on: startsOn,
      ends_on: endsOn,
      renews: row.id,
    })
    .execute()
  await addEvent(deed, id, 'inForce', note)
  return readAgreement(deed, id)
}

async function set(deed: Deed, id: string, fields: Updateable<Tables['agreement']>): Promise<void> {
  await deed.tx.updateTable('agreement').set(fields).where('street_id', '=', deed.street.id).where('id', '=', id).execute()
}

async function addEvent(deed: Deed, agreementId: string, kind: AgreementEventKind, note: string): Promise<void> {
  await deed.tx
    .insertInto('agreement_event')
    .values({
      street_id: deed.street.id,
      id: deed.id(),
      agreement_id: agreementId,
      kind,
      note,
      by_post: actingPost(deed, 'programme.agreements.edit')?.id ?? null,
      at: deed.now,
    })
    .execute()
  await record(deed, {
    kind: `programme.agreement.${kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    plain: { agreement: agreementId },
  })
}

export async function addMatter(
  deed: Deed,
  agreementId: string,
  { what, ownerPostId, dueOn }: { readonly what: string; readonly ownerPostId: string; readonly dueOn: string },
): Promise<AgreementPage> {
  await getAgreement(deed, agreementId)
  await getPost(deed, ownerPostId)
  if (dueOn < today(deed)) throw unfit([{ path: 'dueOn', code: 'day-is-past' }])
  const id = deed.id()
  await deed.tx
    .insertInto('agreement_matter')
    .values({ street_id: deed.street.id, id, agreement_id: agreementId, what, owner_post: ownerPostId, due_on: dueOn })
    .execute()
  await addEvent(deed, agreementId, 'matterAdded', '')
  await notifyPost(deed, ownerPostId, { template: 'agreement-matter', link: `/desk/agreements/${agreementId}` })
  return readAgreement(deed, agreementId)
}

export async function settleMatter(deed: Deed, matterId: string, outcome: string): Promise<AgreementPage> {
  const row = await deed.tx
    .selectFrom('agreement_matter')
    .select(['agreement_id', 'settled_on'])
    .where('street_id', '=', deed.street.id)
    .where('id', '=', matterId)
    .forUpdate()
    .executeTakeFirst()
  if (!row || row.settled_on) throw notFound('matter')
  await deed.tx
    .updateTable('agreement_matter')
    .set({ settled_on: today(deed), outcome })
    .where('street_id', '=', deed.street.id)
    .where('id', '=', matterId)
    .execute()
  await addEvent(deed, row.agreement_id, 'matterSettled', '')
  return readAgreement(deed, row.agreement_id)
}

/** Every morning: owners are warned 60 days before the end, and what ended yesterday is marked so; offering it stopped by its date already. */
export async function watchAgreements(deed: Deed): Promise<void> {
  const day = today(deed)
  const { agreementWarningCalendarDays } = await setting(deed, 'clocks')
  const rows = await deed.tx
    .selectFrom('agreement')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .where('state', '=', 'inForce')
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const row of rows) {
    if (row.ends_on && row.ends_on < day) {
      await set(deed, row.id, { state: 'expired' })
      await addEvent(deed, row.id, 'expired', '')
      await notifyPost(deed, row.owner_post, { template: 'agreement-expired', link: `/desk/agreements/${row.id}` })
    } else if (row.ends_on && !row.warned_at && row.ends_on <= addDays(day, agreementWarningCalendarDays)) {
      await set(deed, row.id, { warned_at: deed.now })
      await addEvent(deed, row.id, 'warned', '')
      await notifyPost(deed, row.owner_post, { template: 'agreement-ending', link: `/desk/agreements/${row.id}` })
    }
  }
}

/** An agreement and its open matters wait on posts like any other work. */
export const agreementWork: readonly WorkOwner[] = [
  {
    kind: 'agreement',
    async openItems(deed, postId) {
      const rows = await deed.tx
        .selectFrom('agreement')
        .select(['id', 'title', 'ends_on'])
        .where('street_id', '=', deed.street.id)
        .where('owner_post', '=', postId)
        .where('state', 'in', ['proposed', 'negotiating', 'signed', 'inForce'])
        .orderBy('id')
        .execute()
      return rows.map(({ id, title, ends_on }) => ({ kind: 'agreement', id, title: inLanguage(title, deed.language), dueOn: ends_on }))
    },
    openCounts: async ({ tx, street }) =>
      toCounts(
        await tx
          .selectFrom('agreement')
          .select(({ fn }) => ['owner_post as post', fn.countAll<number>().as('count')])
          .where('street_id', '=', street.id)
          .where('state', 'in', ['proposed', 'negotiating', 'signed', 'inForce'])
          .groupBy('owner_post')
          .execute(),
      ),
    async handOver(deed, itemId, toPost, note) {
      await getAgreement(deed, itemId, 'lock')
      await getPost(deed, toPost)
      await set(deed, itemId, { owner_post: toPost })
      await addEvent(deed, itemId, 'handedOver', note)
    },
  },
  {
    kind: 'matter',
    async openItems(deed, postId) {
      const rows = await deed.tx
        .selectFrom('agreement_matter')
        .select(['id', 'what', 'due_on'])
        .where('street_id', '=', deed.street.id)
        .where('owner_post', '=', postId)
        .where('settled_on', 'is', null)
        .orderBy('due_on')
        .orderBy('id')
        .execute()
      return rows.map(({ id, what, due_on }) => ({ kind: 'matter', id, title: what, dueOn: due_on }))
    },
    openCounts: async ({ tx, street }) =>
      toCounts(
        await tx
          .selectFrom('agreement_matter')
          .select(({ fn }) => ['owner_post as post', fn.countAll<number>().as('count')])
          .where('street_id', '=', street.id)
          .where('settled_on', 'is', null)
          .groupBy('owner_post')
          .execute(),
      ),
    async handOver(deed, itemId, toPost, note) {
      const row = await deed.tx
        .selectFrom('agreement_matter')
        .select('agreement_id')
        .where('street_id', '=', deed.street.id)
        .where('id', '=', itemId)
        .forUpdate()
        .executeTakeFirst()
      if (!row) throw notFound('matter')
      await getPost(deed, toPost)
      await deed.tx
        .updateTable('agreement_matter')
        .set({ owner_post: toPost })
        .where('street_id', '=', deed.street.id)
        .where('id', '=', itemId)
        .execute()
      await addEvent(deed, row.agreement_id, 'matterHandedOver', note)
    },
  },
]
