import type { Setting } from '@ronghe/contract/programme/settings.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { KeyedNames } from './KeyedNames.tsx'
import { SettingForm, useSetting } from './use-setting.tsx'
import { settingsWords } from './words/words.ts'

export const TopicsPart = () => (
  <SettingForm setting="concernTopics">{(value) => <Topics key={JSON.stringify(value)} value={value} />}</SettingForm>
)

/** Concerns are stored by the key of their topic, so a key stays what it is. */
function Topics({ value }: { readonly value: Setting<'concernTopics'> }) {
  const w = useWords(settingsWords)
  const setting = useSetting('concernTopics', value)
  return (
    <KeyedNames
      title={w.parts.topics}
      lead={w.topicsLead}
      keyLabel={w.topicKey}
      keyHint={w.topicKeyHint}
      keyName="key"
      add={w.addTopic}
      most={30}
      rows={value}
      keysStay
      busy={setting.isPending}
      error={setting.error}
      onSave={(rows) => setting.save([...rows])}
    />
  )
}
