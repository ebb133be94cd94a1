import type { Setting } from '@ronghe/contract/programme/settings.ts'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Choices } from '../../../../ui/Choice.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { SaveRow } from './SaveRow.tsx'
import { SettingForm, useSetting } from './use-setting.tsx'
import { settingsWords } from './words/words.ts'

type Module = keyof Setting<'modules'>
const modules: readonly Module[] = ['council', 'corps', 'school', 'branch']

export const ModulesPart = () => (
  <SettingForm setting="modules">{(value) => <Modules key={JSON.stringify(value)} value={value} />}</SettingForm>
)

/** Organs that can be switched off (D10); closing one hides it and loses nothing. */
function Modules({ value }: { readonly value: Setting<'modules'> }) {
  const w = useWords(settingsWords)
  const [open, setOpen] = useState<readonly Module[]>(modules.filter((one) => value[one]))
  const setting = useSetting('modules', value)
  const has = (one: Module): boolean => open.includes(one)
  return (
    <Card>
      <Form
        label={w.parts.modules}
        busy={setting.isPending}
        error={setting.error}
        onSubmit={() => setting.save({ council: has('council'), corps: has('corps'), school: has('school'), branch: has('branch') })}
      >
        <p className="muted">{w.modulesLead}</p>
        <Choices<Module>
          label={w.parts.modules}
          hideLabel
          name="value"
          value={open}
          onChange={setOpen}
          options={modules.map((one) => ({ value: one, label: w.moduleNames[one], hint: has(one) ? w.on : w.off }))}
        />
        <SaveRow busy={setting.isPending} />
      </Form>
    </Card>
  )
}
