import { numberGroups, numbers, type NumberGroup } from '@ronghe/contract/programme/numbers.ts'
import { settingDefaults, settingShapes, type NumberChange, type Setting, type SettingKey } from '@ronghe/contract/programme/settings.ts'
import { inLanguage } from '@ronghe/contract/values.ts'
import type { Deed } from '../../platform/deed.ts'
import { unfit } from '../../platform/http/problems.ts'
import { parsed } from '../../platform/http/validation.ts'
import { record } from '../../platform/journal/record.ts'
import { checkNumbers, isNumberGroup } from '../../platform/settings/number-rules.ts'
import { allSettings, settingsOf } from '../../platform/settings/settings.ts'
import { actingPost } from './acting-post.ts'
import { findPost, postNames } from './posts.ts'

/** Numbers are no secret: what a street promises and how long it keeps things is told to anybody. */
export const publicSettings = (deed: Deed) => settingsOf(deed, ['texts', 'emergency', 'concernTopics', 'modules', ...numberGroups])

/** Changes one setting in its own shape: a zero or a blank where a number is needed is refused field by field. */
export async function writeSetting(deed: Deed, key: SettingKey, value: unknown) {
  if (isNumberGroup(key)) checkNumbers(key, value, deed.language)
  const next = parsed(settingShapes[key], value, 'value')
  if (key === 'integrity') await checkIntegrity(deed, next as Setting<'integrity'>)
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
  const changes = await changesOf(deed)
  const names = await postNames(
    deed,
    changes.flatMap(({ by_post }) => by_post ?? []),
  )
  const said = changes.map(({ id, key, before, after, by_post, at }) => ({
    id,
    key: key as SettingKey,
    before,
    after,
    by: by_post && names.has(by_post) ? inLanguage(names.get(by_post)!.post, deed.language) : '',
    at: at.toISOString(),
  }))
  return {
    settings: await allSettings(deed),
    changes: said.slice(0, mostShown),
    numberChanges: numberGroups.flatMap((group) => lastChanges(group, said)),
  }
}

const mostShown = 50

/** Newest first; more than the page lists, so that a number changed long ago can still say by whom. */
const changesOf = ({ tx, street }: Deed) =>
  tx
    .selectFrom('setting_change')
    .selectAll()
    .where('street_id', '=', street.id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute()

type Said = { readonly key: SettingKey; readonly before: unknown; readonly after: unknown; readonly by: string; readonly at: string }

/** For every number of the group the latest change in which it really changed. */
function lastChanges(group: NumberGroup, changes: readonly Said[]): NumberChange[] {
  const own = changes.filter(({ key }) => key === group)
  return Object.keys(numbers[group]).flatMap((name) => {
    const last = own.find(({ before, after }) => numberIn(group, name, before) !== numberIn(group, name, after))
    return last ? [{ group, name, by: last.by, at: last.at }] : []
  })
}

/** A change from before the number was added did not touch it: the default stood there. */
const numberIn = (group: NumberGroup, name: string, stored: unknown): unknown =>
  (stored as Readonly<Record<string, unknown>> | null)?.[name] ?? (settingDefaults[group] as Readonly<Record<string, number>>)[name]

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
