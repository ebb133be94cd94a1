import { settingDefaults, settingKeys, type Setting, type SettingKey, type Settings } from '@ronghe/contract/programme/settings.ts'
import type { Tx } from '../database/pool.ts'
import { standing } from '../database/standing.ts'
import type { Street } from '../database/streets.ts'

/** Enough of a deed to read what its street has set. */
interface InStreet {
  readonly tx: Tx
  readonly street: Pick<Street, 'id'>
}

/** What the street has set, or what holds until it does. A change counts from the next deed on. */
export const setting = async <Key extends SettingKey>(deed: InStreet, key: Key): Promise<Setting<Key>> => (await allSettings(deed))[key]

/** Several at once. */
export async function settingsOf<Key extends SettingKey>(deed: InStreet, keys: readonly Key[]): Promise<Pick<Settings, Key>> {
  const all = await allSettings(deed)
  return Object.fromEntries(keys.map((key) => [key, all[key]])) as unknown as Pick<Settings, Key> // one entry per key, each of its own shape
}

export const allSettings = ({ tx, street }: InStreet): Promise<Settings> =>
  standing(tx, 'platform.settings', async () => {
    const rows = await tx.selectFrom('street_setting').select(['key', 'value']).where('street_id', '=', street.id).execute()
    const stored = new Map(rows.map(({ key, value }) => [key, value]))
    return Object.fromEntries(settingKeys.map((key) => [key, toSetting(key, stored.get(key))])) as unknown as Settings // as above
  })

/** A row of `street_setting` as its setting. A street that set its numbers before one was added still has that one: the default fills the gap. */
function toSetting<Key extends SettingKey>(key: Key, stored: unknown): Setting<Key> {
  const standard = settingDefaults[key]
  if (stored === undefined || stored === null) return standard
  return (Array.isArray(standard) ? stored : { ...standard, ...(stored as object) }) as Setting<Key>
}
