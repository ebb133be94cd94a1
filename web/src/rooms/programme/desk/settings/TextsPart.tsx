import type { Setting } from '@ronghe/contract/programme/settings.ts'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import { BothLanguages, typedText } from '../BothLanguages.tsx'
import styles from '../desk.module.css'
import { SaveRow } from './SaveRow.tsx'
import { SettingForm, useSetting } from './use-setting.tsx'
import { settingsWords } from './words/words.ts'

const inBothLanguages = ['controllerName', 'controllerContact', 'clerkHours'] as const
const plain = ['clerkPhone', 'icpNumber', 'policeNumber'] as const

export const TextsPart = () => <SettingForm setting="texts">{(value) => <Texts key={JSON.stringify(value)} value={value} />}</SettingForm>

function Texts({ value }: { readonly value: Setting<'texts'> }) {
  const w = useWords(settingsWords)
  const [typed, setTyped] = useState(value)
  const setting = useSetting('texts', value)
  const errors = fieldErrorsOf(setting.error)
  return (
    <Card>
      <Form onSubmit={() => setting.save(typed)} busy={setting.isPending} error={setting.error} label={w.parts.texts}>
        <p className="muted">{w.textsLead}</p>
        {inBothLanguages.map((name) => (
          <BothLanguages
            key={name}
            label={w.texts[name]}
            name={`value.${name}`}
            value={typedText(typed[name])}
            onChange={(next) => setTyped((now) => ({ ...now, [name]: next }))}
            errors={errors}
            optional
          />
        ))}
        <div className={styles.pair}>
          {plain.map((name) => (
            <Field key={name} label={w.texts[name]} name={`value.${name}`} error={errors[`value.${name}`]} optional>
              <TextInput value={typed[name]} onChange={(next) => setTyped((now) => ({ ...now, [name]: next }))} maxLength={100} />
            </Field>
          ))}
        </div>
        <SaveRow busy={setting.isPending} />
      </Form>
    </Card>
  )
}
