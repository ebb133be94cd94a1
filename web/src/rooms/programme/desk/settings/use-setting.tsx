import { listRetention } from '@ronghe/contract/programme/retention.ts'
import {
  readPublicSettings,
  readSettings,
  type Setting,
  type SettingKey,
  type Settings,
  writeSetting,
  writeTexts,
} from '@ronghe/contract/programme/settings.ts'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { sessionQuery, usePermission } from '../../../../platform/session/session.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { settingsWords } from './words/words.ts'

type TextKey = 'texts' | 'emergency' | 'concernTopics'
const isText = (key: SettingKey): key is TextKey => key === 'texts' || key === 'emergency' || key === 'concernTopics'

/** What a change of a setting shows elsewhere: the settings, how long data is kept, and the names and switches that come with the session. */
export const refreshes = [readSettings, readPublicSettings, listRetention, { id: String(sessionQuery.queryKey[0]) }]

/** Reads one setting and hands it to its form. A keeper of the texts reads them where everybody does. */
export function SettingForm<Key extends SettingKey>({
  setting,
  children,
}: {
  readonly setting: Key
  readonly children: (value: Setting<Key>) => ReactNode
}) {
  const configures = usePermission('street.configure')
  const all = useQuery({ ...reading(readSettings), enabled: configures })
  const open = useQuery({ ...reading(readPublicSettings), enabled: !configures })
  const values: Partial<Settings> | undefined = configures ? all.data?.settings : open.data
  const error = configures ? all.error : open.error
  const value = values?.[setting] as Setting<Key> | undefined // a partial of the settings by the same key
  return (
    <Shown read={{ data: value === undefined ? undefined : { value }, error, refetch: configures ? all.refetch : open.refetch }}>
      {(found) => children(found.value)}
    </Shown>
  )
}

/** Saves one setting; the message that says so can put back what it was. */
export function useSetting<Key extends SettingKey>(key: Key, before: Setting<Key>) {
  const w = useWords(settingsWords)
  const configures = usePermission('street.configure')
  const whole = useDeed(writeSetting, { refreshes })
  const texts = useDeed(writeTexts, { refreshes })
  const write = (value: Setting<Key>, onSuccess: () => void): void => {
    if (!configures && isText(key)) texts.mutate({ params: { key }, body: { value } }, { onSuccess })
    else whole.mutate({ params: { key }, body: { value } }, { onSuccess })
  }
  return {
    isPending: whole.isPending || texts.isPending,
    error: whole.error ?? texts.error,
    save: (value: Setting<Key>): void => write(value, () => toast(w.saved, () => write(before, () => toast(w.undone)))),
  }
}
