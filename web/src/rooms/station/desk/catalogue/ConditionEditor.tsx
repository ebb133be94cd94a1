import type { Condition } from '@ronghe/forms'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Button, IconButton } from '../../../../ui/Button.tsx'
import { Field, FieldGroup } from '../../../../ui/Field.tsx'
import { Select, TextInput } from '../../../../ui/inputs.tsx'
import styles from './catalogue.module.css'
import { type Comparison, fieldIn, type How, hows, type Lines, toCondition, toLines, valuesOf } from './condition-lines.ts'
import { valueAt } from './edit-at.ts'
import { type Editing, formIn } from './editing.ts'
import { catalogueWords } from './words/words.ts'

/** When something is asked, needed or met: always, or comparisons joined by "all" or "any". */
export function ConditionEditor({
  editing,
  path,
  label,
  needed = false,
}: {
  readonly editing: Editing
  readonly path: string
  readonly label: string
  /** There is no "always" here. */
  readonly needed?: boolean
}) {
  const w = useWords(catalogueWords).when
  const form = formIn(editing.definition)
  const lines = toLines(valueAt(editing.definition, path) as Condition | undefined)
  const put = (next: Lines): void => editing.change(path, toCondition(next, form))
  const firstField = form?.pages.find((page) => !page.repeat)?.fields[0]?.id
  const blank: Comparison | undefined = firstField === undefined ? undefined : { field: firstField, how: 'answered', value: '' }
  const choose = (kind: Lines['kind']): void => {
    if (kind === 'always') editing.change(path, undefined)
    else if (kind !== 'complex' && blank) put({ kind, lines: 'lines' in lines && lines.lines.length > 0 ? lines.lines : [blank] })
  }
  return (
    <FieldGroup label={label} name={path} error={editing.fault(path)} optional={!needed}>
      {lines.kind === 'complex' ? (
        <p>
          {w.complex}{' '}
          <Button kind="plain" onPress={() => blank && put({ kind: 'all', lines: [blank] })}>
            {w.simplify}
          </Button>
        </p>
      ) : (
        <>
          <Field label={<span className="unseen">{w.how_}</span>} name={`${path}.kind`}>
            <Select
              value={lines.kind}
              onChange={choose}
              options={(needed ? (['all', 'any'] as const) : (['always', 'all', 'any'] as const)).map((kind) => ({
                value: kind,
                label: w[kind],
              }))}
            />
          </Field>
          {'lines' in lines &&
            lines.lines.map((line, place) => (
              <Line
                key={place}
                line={line}
                editing={editing}
                path={`${path}.line${place}`}
                onChange={(next) => put({ ...lines, lines: lines.lines.map((one, at) => (at === place ? next : one)) })}
                onRemove={() => put({ ...lines, lines: lines.lines.filter((_, at) => at !== place) })}
              />
            ))}
          {'lines' in lines && blank && (
            <Button kind="plain" onPress={() => put({ ...lines, lines: [...lines.lines, blank] })}>
              {w.add}
            </Button>
          )}
        </>
      )}
    </FieldGroup>
  )
}

function Line({
  line,
  editing,
  path,
  onChange,
  onRemove,
}: {
  readonly line: Comparison
  readonly editing: Editing
  readonly path: string
  readonly onChange: (line: Comparison) => void
  readonly onRemove: () => void
}) {
  const w = useWords(catalogueWords).when
  const text = useText()
  const form = formIn(editing.definition)
  const asked = (form?.pages ?? []).filter((page) => !page.repeat).flatMap((page) => page.fields.map((field) => ({ page, field })))
  const known = asked.some(({ field }) => field.id === line.field)
  const offered = valuesOf(fieldIn(form, line.field))
  const needsValue = line.how !== 'answered' && line.how !== 'notAnswered'
  return (
    <div className={styles.line}>
      <Field label={w.which} name={`${path}.field`}>
        <Select
          value={line.field}
          onChange={(field) => onChange({ ...line, field })}
          options={[
            ...asked.map(({ page, field }) => ({ value: field.id, label: text(field.label ?? page.title) })),
            ...(known ? [] : [{ value: line.field, label: line.field }]),
          ]}
        />
      </Field>
      <Field label={w.how} name={`${path}.how`}>
        <Select
          value={line.how}
          onChange={(how: How) => onChange({ ...line, how })}
          options={hows.map((how) => ({ value: how, label: w.hows[how] }))}
        />
      </Field>
      {needsValue && (
        <Field label={w.value} name={`${path}.value`} {...(line.how === 'in' && { hint: w.valuesHint })}>
          {offered.length > 0 && line.how !== 'in' ? (
            <Select
              value={line.value}
              onChange={(value) => onChange({ ...line, value })}
              options={offered.map(({ value, label }) => ({ value, label: label ? text(label) : value }))}
            />
          ) : (
            <TextInput value={line.value} onChange={(value) => onChange({ ...line, value })} maxLength={200} />
          )}
        </Field>
      )}
      <IconButton icon="close" label={w.remove} onPress={onRemove} />
    </div>
  )
}
