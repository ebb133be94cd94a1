import { settingDefaults, settingKeys, type Setting, type SettingKey, type Settings } from '@ronghe/contract/programme/settings.ts'
import type { Tx } from '../database/pool.ts'
import type { Street } from '../database/streets.ts'

/** Enough of a deed to read what its street has set. */
interface InStreet {
  readonly tx: Tx
  readonly street: Pick<Street, 'id'>
}

/** What the street has set, or what holds until it does. Read from the table each time: a change counts from the next deed on. */
export async function setting<Key extends SettingKey>({ tx, street }: InStreet, key: Key): Promise<Setting<Key>> {
  const row = await tx
    .selectFrom('street_setting')
    .select('value')
    .where('street_id', '=', street.id)
    .where('key', '=', key)
    .executeTakeFirst()
  return toSetting(key, row?.value)
}

/** Several at once. */
export async function settingsOf<Key extends SettingKey>({ tx, street }: InStreet, keys: readonly Key[]): Promise<Pick<Settings, Key>> {
  const rows = await tx
    .selectFrom('street_setting')
    .select(['key', 'value'])
    .where('street_id', '=', street.id)
    .where('key', 'in', [...keys])
    .execute()
  const stored = new Map(rows.map(({ key, value }) => [key, value]))
  return Object.fromEntries(keys.map((key) => [key, toSetting(key, stored.get(key))])) as unknown as Pick<Settings, Key> // one entry per key, each of its own shape
}

export const allSettings = (deed: InStreet): Promise<Settings> => settingsOf(deed, settingKeys)

/** A row of `street_setting` as its setting. A street that set its numbers before one was added still has that one: the default fills the gap. */
export function toSetting<Key extends SettingKey>(key: Key, stored: unknown): Setting<Key> {
  const standard = settingDefaults[key]
  if (stored === undefined || stored === null) return standard
  return (Array.isArray(standard) ? stored : { ...standard, ...(stored as object) }) as Setting<Key>
}
