import type { Clocks, Setting } from '@ronghe/contract/programme/settings.ts'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { NumberInput } from '../../../../ui/inputs.tsx'
import styles from '../desk.module.css'
import { clockGroups, readClocks, unitOf } from './clock-groups.ts'
import { SaveRow } from './SaveRow.tsx'
import { SettingForm, useSetting } from './use-setting.tsx'
import { settingsWords } from './words/words.ts'

export const ClocksPart = () => (
  <SettingForm setting="clocks">{(value) => <ClocksForm key={JSON.stringify(value)} value={value} />}</SettingForm>
)

/** How long things take. A blank or a zero is refused here and by the server. */
function ClocksForm({ value }: { readonly value: Setting<'clocks'> }) {
  const w = useWords(settingsWords)
  const [typed, setTyped] = useState<Readonly<Record<keyof Clocks, number | null>>>(value)
  const [faults, setFaults] = useState<FieldErrors>({})
  const setting = useSetting('clocks', value)
  const errors = { ...fieldErrorsOf(setting.error), ...faults }
  const save = (): void => {
    const read = readClocks(typed)
    setFaults(Object.fromEntries(read.blank.map((name) => [`value.${name}`, w.number])))
    if (read.clocks) setting.save(read.clocks)
  }
  return (
    <Form onSubmit={save} busy={setting.isPending} errors={faults} error={setting.error} label={w.parts.clocks}>
      <p className="muted">{w.clocksLead}</p>
      {clockGroups.map(({ group, clocks }) => (
        <Card key={group} title={w.clockGroups[group]}>
          <div className={styles.pairThree}>
            {clocks.map((name) => (
              <Field key={name} label={w.clocks[name]} name={`value.${name}`} error={errors[`value.${name}`]}>
                <NumberInput
                  value={typed[name]}
                  onChange={(next) => setTyped((now) => ({ ...now, [name]: next }))}
                  unit={w.units[unitOf(name)]}
                />
              </Field>
            ))}
          </div>
        </Card>
      ))}
      <SaveRow busy={setting.isPending} />
    </Form>
  )
}
