import type { Setting } from '@ronghe/contract/programme/settings.ts'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { BothLanguages, sentText, typedText } from '../BothLanguages.tsx'
import { SaveRow } from './SaveRow.tsx'
import { SettingForm, useSetting } from './use-setting.tsx'
import { settingsWords } from './words/words.ts'

export const NamesPart = () => (
  <SettingForm setting="groupNames">{(value) => <Names key={JSON.stringify(value)} value={value} />}</SettingForm>
)

/** The street's own words for the two groups (02 §1). */
function Names({ value }: { readonly value: Setting<'groupNames'> }) {
  const w = useWords(settingsWords)
  const [newcomer, setNewcomer] = useState(typedText(value.newcomer))
  const [local, setLocal] = useState(typedText(value.local))
  const [faults, setFaults] = useState<FieldErrors>({})
  const setting = useSetting('groupNames', value)
  const errors = { ...fieldErrorsOf(setting.error), ...faults }
  const save = (): void => {
    const blanks: FieldErrors = {
      ...(newcomer['zh-CN'].trim() === '' && { 'value.newcomer': w.missing }),
      ...(local['zh-CN'].trim() === '' && { 'value.local': w.missing }),
    }
    setFaults(blanks)
    if (Object.keys(blanks).length === 0) setting.save({ newcomer: sentText(newcomer), local: sentText(local) })
  }
  return (
    <Card>
      <Form onSubmit={save} busy={setting.isPending} errors={faults} error={setting.error} label={w.parts.names}>
        <p className="muted">{w.namesLead}</p>
        <BothLanguages label={w.newcomer} name="value.newcomer" value={newcomer} onChange={setNewcomer} errors={errors} />
        <BothLanguages label={w.local} name="value.local" value={local} onChange={setLocal} errors={errors} />
        <SaveRow busy={setting.isPending} />
      </Form>
    </Card>
  )
}
