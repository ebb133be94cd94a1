import type { Setting } from '@ronghe/contract/programme/settings.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { KeyedNames } from './KeyedNames.tsx'
import { SettingForm, useSetting } from './use-setting.tsx'
import { settingsWords } from './words/words.ts'

export const EmergencyPart = () => (
  <SettingForm setting="emergency">{(value) => <Emergency key={JSON.stringify(value)} value={value} />}</SettingForm>
)

function Emergency({ value }: { readonly value: Setting<'emergency'> }) {
  const w = useWords(settingsWords)
  const setting = useSetting('emergency', value)
  return (
    <KeyedNames
      title={w.parts.emergency}
      lead={w.emergencyLead}
      keyLabel={w.phoneNumber}
      keyName="number"
      add={w.addNumber}
      most={8}
      rows={value.map(({ number, name }) => ({ key: number, name }))}
      keysStay={false}
      busy={setting.isPending}
      error={setting.error}
      onSave={(rows) => setting.save(rows.map(({ key, name }) => ({ number: key, name })))}
    />
  )
}
