import { type Field as AskedField, type FieldKind, fieldKinds, type FormDefinition, kindWords, type Known } from '@ronghe/forms'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Tick } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Select } from '../../../../ui/inputs.tsx'
import styles from './catalogue.module.css'
import { ConditionEditor } from './ConditionEditor.tsx'
import type { Standing } from './condition-subjects.ts'
import type { Editing } from './editing.ts'
import { FieldLimits } from './FieldLimits.tsx'
import { FieldOptions } from './FieldOptions.tsx'
import { IdInput } from './IdInput.tsx'
import { PatternEditor } from './PatternEditor.tsx'
import { TextPair } from './TextPair.tsx'
import { TryAnswer } from './TryAnswer.tsx'
import { WayOutEditor } from './WayOutEditor.tsx'
import { catalogueWords } from './words/words.ts'

const knownThings: readonly Known[] = ['name', 'phone', 'address', 'community', 'homeCounty', 'self']

/** One thing to fill in: its kind, its words, its rules, when it is asked, and a box to try an answer in. */
export function FieldEditor({
  editing,
  field,
  path,
  form,
  standing,
}: {
  readonly editing: Editing
  readonly field: AskedField
  readonly path: string
  readonly form: FormDefinition
  readonly standing: Standing
}) {
  const w = useWords(catalogueWords)
  const text = useText()
  const { change, fault } = editing
  const notice = field.kind === 'notice'
  return (
    <>
      <div className={styles.grid}>
        <Field label={w.fieldKind} name={`${path}.kind`} error={fault(`${path}.kind`)}>
          <Select
            value={field.kind}
            onChange={(kind) => editing.restructure({ kind: 'put', path, value: ofKind(field, kind) }, w.kindChanged)}
            options={fieldKinds.map((kind) => ({ value: kind, label: text(kindWords[kind]) }))}
          />
        </Field>
        <IdInput editing={editing} path={`${path}.id`} value={field.id} form={form} />
        {!notice && (
          <Field label={w.known} name={`${path}.known`} error={fault(`${path}.known`)} optional>
            <Select
              value={field.known ?? ''}
              placeholder={w.knownKinds.none}
              onChange={(known) => change(`${path}.known`, known || undefined)}
              options={knownThings.map((known) => ({ value: known, label: w.knownKinds[known] }))}
            />
          </Field>
        )}
      </div>
      <TextPair editing={editing} path={`${path}.label`} label={notice ? w.noticeText : w.fieldLabel} hint={w.fieldLabelHint} optional />
      <TextPair editing={editing} path={`${path}.help`} label={w.fieldHelp} optional />
      {!notice && (
        <div className={styles.grid}>
          <Tick
            checked={field.required === true}
            onChange={(required) => change(`${path}.required`, required || undefined)}
            label={w.required}
          />
          <Tick
            checked={field.sensitive === true}
            onChange={(sensitive) => change(`${path}.sensitive`, sensitive || undefined)}
            label={w.sensitive}
            hint={fault(`${path}.sensitive`)}
          />
        </div>
      )}
      {(fault(`${path}.required`) ?? '') !== '' && <p className={styles.fault}>{fault(`${path}.required`)}</p>}
      <FieldLimits editing={editing} field={field} path={path} />
      {(field.kind === 'text' || field.kind === 'longText') && <PatternEditor editing={editing} field={field} path={path} />}
      {(field.kind === 'choice' || field.kind === 'choices') && <FieldOptions editing={editing} field={field} path={path} />}
      {(field.kind === 'choice' || field.kind === 'choices' || field.kind === 'yesNo') && (
        <WayOutEditor editing={editing} field={field} path={path} />
      )}
      <ConditionEditor editing={editing} path={`${path}.visibleWhen`} label={w.fieldWhen} form={form} standing={standing} />
      {!notice && field.required !== true && (
        <ConditionEditor
          editing={editing}
          without="never"
          path={`${path}.requiredWhen`}
          label={w.requiredWhen}
          form={form}
          standing={standing}
        />
      )}
      {!notice && <TryAnswer key={field.kind} field={field} path={path} />}
    </>
  )
}

/** Another kind keeps the words and leaves behind what only the old one knew. */
function ofKind({ id, label, help, visibleWhen, required, requiredWhen, known, sensitive }: AskedField, kind: FieldKind): AskedField {
  const asked = kind === 'notice' ? {} : { required, requiredWhen, known, sensitive: kind === 'idNumber' ? true : sensitive }
  const kept = Object.entries({ id, label, help, visibleWhen, ...asked }).filter(([, value]) => value !== undefined)
  const own = kind === 'choice' || kind === 'choices' ? { options: [] } : kind === 'file' ? { accept: ['image', 'pdf'], most: 3 } : {}
  return { ...Object.fromEntries(kept), kind, ...own } as unknown as AskedField // each kind is given what it cannot be without
}
