import {
  settingDefaults,
  settingKeys,
  settingShapes,
  type Setting,
  type SettingKey,
  type Settings,
} from '@ronghe/contract/programme/settings.ts'
import { inLanguage } from '@ronghe/contract/values.ts'
import type { Deed } from '../../platform/deed.ts'
import { unfit } from '../../platform/http/problems.ts'
import { parsed } from '../../platform/http/validation.ts'
import { record } from '../../platform/journal/record.ts'
import { findPost, postNames } from './posts.ts'
import { actingPost } from './acting-post.ts'

/** What the street has set, or what holds until it does. */
export async function setting<Key extends SettingKey>(deed: Deed, key: Key): Promise<Setting<Key>> {
  const row = await deed.tx
    .selectFrom('street_setting')
    .select('value')
    .where('street_id', '=', deed.street.id)
    .where('key', '=', key)
    .executeTakeFirst()
  return filled(key, row?.value)
}

export async function allSettings(deed: Deed): Promise<Settings> {
  const rows = await deed.tx.selectFrom('street_setting').select(['key', 'value']).where('street_id', '=', deed.street.id).execute()
  const stored = new Map(rows.map(({ key, value }) => [key, value]))
  return Object.fromEntries(settingKeys.map((key) => [key, filled(key, stored.get(key))])) as unknown as Settings // one entry per key, each of its own shape
}

/** A street that set its clocks before a clock was added still has that clock: the default fills the gap. */
function filled<Key extends SettingKey>(key: Key, stored: unknown): Setting<Key> {
  const standard = settingDefaults[key]
  if (stored === undefined || stored === null) return standard
  return (Array.isArray(standard) ? stored : { ...standard, ...(stored as object) }) as Setting<Key>
}

export async function publicSettings(deed: Deed) {
  const { texts, emergency, concernTopics, clocks, modules } = await allSettings(deed)
  return { texts, emergency, concernTopics, clocks, modules }
}

/** Changes one setting in its own shape: a clock of zero days or a blank where a number is needed is refused field by field. */
export async function writeSetting(deed: Deed, key: SettingKey, value: unknown) {
  const next = parsed(settingShapes[key], value, 'value')
  if (key === 'integrity') await checkIntegrity(deed, next as Setting<'integrity'>)
  if (key === 'clocks') checkClocks(next as Setting<'clocks'>)
  const { tx, street, now } = deed
  const before = await tx
    .selectFrom('street_setting')
    .select('value')
    .where('street_id', '=', street.id)
    .where('key', '=', key)
    .executeTakeFirst()
  const json = JSON.stringify(next)
  await tx
    .insertInto('street_setting')
    .values({ street_id: street.id, key, value: json, changed_at: now })
    .onConflict((conflict) => conflict.columns(['street_id', 'key']).doUpdateSet({ value: json, changed_at: now }))
    .execute()
  const id = deed.id()
  await tx
    .insertInto('setting_change')
    .values({
      street_id: street.id,
      id,
      key,
      before: before ? JSON.stringify(before.value) : null,
      after: json,
      by_post: actingPost(deed, 'street.configure', 'street.texts')?.id ?? null,
      at: now,
    })
    .execute()
  await record(deed, { kind: 'programme.setting.changed', plain: { key, change: id } })
  return { key, value: next }
}

export async function readSettings(deed: Deed) {
  const changes = await deed.tx
    .selectFrom('setting_change')
    .selectAll()
    .where('street_id', '=', deed.street.id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  const names = await postNames(
    deed,
    changes.flatMap(({ by_post }) => by_post ?? []),
  )
  return {
    settings: await allSettings(deed),
    changes: changes.map(({ id, key, before, after, by_post, at }) => ({
      id,
      key: key as SettingKey,
      before,
      after,
      by: by_post && names.has(by_post) ? inLanguage(names.get(by_post)!.post, deed.language) : '',
      at: at.toISOString(),
    })),
  }
}

/** The reader of concerns about staff must be a post made for it, and the second another one: otherwise nobody reads complaints about the first. */
async function checkIntegrity(deed: Deed, { post, second }: Setting<'integrity'>): Promise<void> {
  for (const [path, id] of [
    ['value.post', post],
    ['value.second', second],
  ] as const) {
    if (!id) continue
    const found = await findPost(deed, id)
    if (found?.kind !== 'integrityOfficer') throw unfit([{ path, code: 'not-an-integrity-post' }])
  }
  if (post && post === second) throw unfit([{ path: 'value.second', code: 'same-reader-twice' }])
}

/** A reminder after the time is up reminds nobody. */
function checkClocks(clocks: Setting<'clocks'>): void {
  const order = ['residentReminderFirst', 'residentReminderSecond', 'residentTurn'] as const
  for (const [index, name] of order.entries()) {
    const later = order[index + 1]
    if (later && clocks[name] >= clocks[later]) throw unfit([{ path: `value.${name}`, code: 'reminder-too-late' }])
  }
  if (clocks.escalateOwnerPercent > clocks.escalateSupervisorPercent)
    throw unfit([{ path: 'value.escalateOwnerPercent', code: 'reminder-too-late' }])
}
