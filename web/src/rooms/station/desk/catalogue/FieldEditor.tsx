import type { Field as AskedField, FieldKind, Known, Option } from '@ronghe/forms'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Tick } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { NumberInput, Select, TextInput } from '../../../../ui/inputs.tsx'
import styles from './catalogue.module.css'
import { ConditionEditor } from './ConditionEditor.tsx'
import { freshId } from './edit-at.ts'
import type { Editing } from './editing.ts'
import { ListEditor } from './ListEditor.tsx'
import { TextPair } from './TextPair.tsx'
import { catalogueWords } from './words/words.ts'

const kinds = Object.keys({
  text: 0,
  longText: 0,
  number: 0,
  money: 0,
  date: 0,
  month: 0,
  yesNo: 0,
  choice: 0,
  choices: 0,
  phone: 0,
  idNumber: 0,
  creditCode: 0,
  address: 0,
  person: 0,
  file: 0,
  signature: 0,
  notice: 0,
  confirm: 0,
} satisfies Record<FieldKind, 0>) as FieldKind[]
const knownThings: readonly Known[] = ['name', 'phone', 'address', 'community', 'homeCounty', 'self']
const measured: ReadonlySet<FieldKind> = new Set(['text', 'longText', 'number', 'money'])

/** One thing to fill in: its kind, its words, its limits and when it is asked. */
export function FieldEditor({ editing, field, path }: { readonly editing: Editing; readonly field: AskedField; readonly path: string }) {
  const w = useWords(catalogueWords)
  const { change, fault } = editing
  const limits = field as { readonly least?: number; readonly most?: number }
  return (
    <>
      <div className={styles.grid}>
        <Field label={w.fieldKind} name={`${path}.kind`} error={fault(`${path}.kind`)}>
          <Select
            value={field.kind}
            onChange={(kind) => change(path, ofKind(field, kind))}
            options={kinds.map((kind) => ({ value: kind, label: w.kinds[kind] }))}
          />
        </Field>
        <Field label={w.fieldId} name={`${path}.id`} hint={w.fieldIdHint} error={fault(`${path}.id`)}>
          <TextInput value={field.id} onChange={(id) => change(`${path}.id`, id.trim())} maxLength={60} />
        </Field>
        <Field label={w.known} name={`${path}.known`} error={fault(`${path}.known`)} optional>
          <Select
            value={field.known ?? ''}
            placeholder={w.knownKinds.none}
            onChange={(known) => change(`${path}.known`, known || undefined)}
            options={knownThings.map((known) => ({ value: known, label: w.knownKinds[known] }))}
          />
        </Field>
      </div>
      <TextPair editing={editing} path={`${path}.label`} label={w.fieldLabel} hint={w.fieldLabelHint} optional />
      <TextPair editing={editing} path={`${path}.help`} label={w.fieldHelp} optional />
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
        />
      </div>
      {measured.has(field.kind) && (
        <div className={styles.grid}>
          {(['least', 'most'] as const).map((limit) => (
            <Field key={limit} label={w[limit]} name={`${path}.${limit}`} error={fault(`${path}.${limit}`)} optional>
              <NumberInput
                value={limits[limit] === undefined ? null : field.kind === 'money' ? limits[limit] / 100 : limits[limit]}
                onChange={(value) =>
                  change(`${path}.${limit}`, value === null ? undefined : field.kind === 'money' ? Math.round(value * 100) : value)
                }
                decimals
              />
            </Field>
          ))}
        </div>
      )}
      {(field.kind === 'choice' || field.kind === 'choices') && <Options editing={editing} field={field} path={path} />}
      <ConditionEditor editing={editing} path={`${path}.visibleWhen`} label={w.fieldWhen} />
    </>
  )
}

function Options({
  editing,
  field,
  path,
}: {
  readonly editing: Editing
  readonly field: Extract<AskedField, { options: readonly Option[] }>
  readonly path: string
}) {
  const w = useWords(catalogueWords)
  const text = useText()
  return (
    <>
      <h4>{w.options}</h4>
      <ListEditor<Option>
        editing={editing}
        path={`${path}.options`}
        what={w.option}
        titleOf={(option) => text(option.label)}
        fresh={() => ({
          value: freshId(
            'option',
            field.options.map(({ value }) => value),
          ),
          label: { 'zh-CN': '' },
        })}
      >
        {(option, here) => (
          <>
            <TextPair editing={editing} path={`${here}.label`} label={w.optionLabel} />
            <Field label={w.optionValue} name={`${here}.value`} error={editing.fault(`${here}.value`)}>
              <TextInput value={option.value} onChange={(value) => editing.change(`${here}.value`, value.trim())} maxLength={60} short />
            </Field>
          </>
        )}
      </ListEditor>
      <Tick
        checked={field.complete === true}
        onChange={(complete) =>
          editing.change(path, { ...field, complete: complete || undefined, none: complete ? undefined : field.none })
        }
        label={w.complete}
      />
      {field.complete !== true && (
        <>
          <h4>{w.wayOut}</h4>
          <TextPair editing={editing} path={`${path}.none.label`} label={w.wayOutLabel} />
          <TextPair editing={editing} path={`${path}.none.leadsTo`} label={w.wayOutLeads} long />
        </>
      )}
    </>
  )
}

/** Another kind keeps the words and leaves behind what only the old one knew. */
function ofKind({ id, label, help, visibleWhen, required, known, sensitive }: AskedField, kind: FieldKind): AskedField {
  const kept = { id, label, help, visibleWhen, required, known, sensitive: kind === 'idNumber' ? true : sensitive }
  const clean = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined))
  const own = kind === 'choice' || kind === 'choices' ? { options: [] } : kind === 'file' ? { accept: ['image', 'pdf'], most: 3 } : {}
  return { ...clean, kind, ...own } as unknown as AskedField // each kind is given what it cannot be without
}
