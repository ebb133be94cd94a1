import { createHash, timingSafeEqual } from 'node:crypto'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { setUp } from '@ronghe/contract/people/set-up.ts'
import { countFailure, refuseLocked } from '../../platform/auth/failures.ts'
import { queryCode } from '../../platform/codes.ts'
import { dayIn } from '../../platform/calendar/working-days.ts'
import { toStreet } from '../../platform/database/streets.ts'
import type { Deed } from '../../platform/deed.ts'
import { refused, type Refusal } from '../../platform/http/problems.ts'
import { systemDeed } from '../../platform/jobs/jobs.ts'
import { record } from '../../platform/journal/record.ts'
import type { Platform } from '../../platform/platform.ts'
import { phoneForm } from '../../platform/privacy/normalise.ts'
import { createPerson } from './persons.ts'

/**
 * A fresh code for every street without anybody, to be printed where only the operator sees it. There are no default passwords; the code
 * before is worth nothing any more.
 */
export async function offerSetUps(platform: Platform): Promise<readonly { readonly slug: string; readonly code: string }[]> {
  const streets = await platform.database.shared.selectFrom('street').selectAll().execute()
  const offers: { slug: string; code: string }[] = []
  for (const street of streets.map(toStreet)) {
    const code = await platform.database.inStreet(street.id, 'write', (tx) => offerSetUp(systemDeed(platform, street, tx, [])))
    if (code) offers.push({ slug: street.slug, code })
  }
  return offers
}

export async function offerSetUp(deed: Deed): Promise<string | undefined> {
  if (!(await isWaiting(deed))) return undefined
  const code = queryCode()
  const row = { code_hash: deed.platform.sealer.lookup(deed.street.id, 'code', code), created_at: deed.now }
  await deed.tx
    .insertInto('set_up')
    .values({ street_id: deed.street.id, ...row })
    .onConflict((conflict) => conflict.column('street_id').doUpdateSet(row))
    .execute()
  return code
}

/** Nobody has an account yet. */
export async function isWaiting({ tx, street }: Deed): Promise<boolean> {
  return (await tx.selectFrom('person').select('id').where('street_id', '=', street.id).limit(1).executeTakeFirst()) === undefined
}

const kinds = {
  system: { kind: 'systemAdministrator', name: { 'zh-CN': '系统管理员', en: 'System administrator' } },
  security: { kind: 'securityAdministrator', name: { 'zh-CN': '安全管理员', en: 'Security administrator' } },
  audit: { kind: 'auditAdministrator', name: { 'zh-CN': '审计管理员', en: 'Audit administrator' } },
} as const

/** The three administrators, never one person for two (三员). Each signs in with their own phone and sets up their own second factor. */
export async function makeAdministrators(deed: Deed, body: BodyOf<typeof setUp>): Promise<{ created: 3 } | Refusal> {
  const { tx, street, now } = deed
  const subject = createHash('sha256').update(`set-up ${street.id}`).digest()
  await refuseLocked(deed, subject) // one at a time, too
  if (!(await isWaiting(deed))) throw refused('already-set-up')
  const row = await tx
    .selectFrom('set_up')
    .select('code_hash')
    .where('street_id', '=', street.id)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  if (!row || !timingSafeEqual(row.code_hash, deed.platform.sealer.lookup(street.id, 'code', body.code))) {
    await countFailure(deed, subject, 'set-up')
    return refused('set-up-code-wrong')
  }
  const people = [body.system, body.security, body.audit]
  if (new Set(people.map(({ phone }) => phoneForm(phone))).size < 3 || new Set(people.map(({ name }) => name)).size < 3)
    throw refused('administrators-separate')

  const office = await streetOffice(deed)
  for (const [key, { kind, name }] of Object.entries(kinds)) {
    const given = body[key as keyof typeof kinds]
    const personId = await createPerson(deed, { name: given.name, phone: given.phone, origin: 'setup' })
    const postId = deed.id()
    await tx
      .insertInto('post')
      .values({ street_id: street.id, id: postId, organ_id: office, kind, name: JSON.stringify(name) })
      .execute()
    await tx
      .insertInto('appointment')
      .values({
        street_id: street.id,
        id: deed.id(),
        post_id: postId,
        person_id: personId,
        starts_on: dayIn(street.zone, now),
        created_at: now,
      })
      .execute()
    await record(deed, { kind: 'people.administrator.made', about: personId, plain: { post: kind } })
  }
  await tx.updateTable('set_up').set({ used_at: now }).where('street_id', '=', street.id).execute()
  return { created: 3 }
}

async function streetOffice({ tx, street, now, id }: Deed): Promise<string> {
  const known = await tx
    .selectFrom('organ')
    .select('id')
    .where('street_id', '=', street.id)
    .where('kind', '=', 'streetOffice')
    .limit(1)
    .executeTakeFirst()
  if (known) return known.id
  const made = id()
  const name = { 'zh-CN': `${street.name['zh-CN']}街道办事处`, ...(street.name.en ? { en: `${street.name.en} Street Office` } : {}) }
  await tx
    .insertInto('organ')
    .values({
      street_id: street.id,
      id: made,
      key: 'streetOffice',
      kind: 'streetOffice',
      party: 'government',
      name: JSON.stringify(name),
      started_on: dayIn(street.zone, now),
    })
    .execute()
  return made
}
