import type { Field as AskedField, Option as AskedOption, WayOut } from '@ronghe/forms'
import { acceptedTypes, boundDay, none } from '@ronghe/forms'
import type { ReactNode } from 'react'
import { useText, useWords } from '../../platform/language/language.tsx'
import { Choice, Choices, Tick } from '../../ui/Choice.tsx'
import { Field, FieldGroup, type FieldProps } from '../../ui/Field.tsx'
import { DateInput, NumberInput, type Option, PhoneInput, TextArea, TextInput } from '../../ui/inputs.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { AddressInput } from './AddressInput.tsx'
import type { KeptFiles } from './kept-files.ts'
import { MonthInput } from './MonthInput.tsx'
import { PersonInput } from './PersonInput.tsx'
import { PicturesInput } from './PicturesInput.tsx'
import { ServiceLink } from './ServiceLink.tsx'
import { SignatureInput } from './SignatureInput.tsx'
import { answerWords } from './words/answer/words.ts'

export interface Answering {
  readonly field: AskedField
  /** As in `FieldError.path`; errors find the field by it. */
  readonly path: string
  readonly value: unknown
  /** `undefined` takes the answer back. */
  readonly onChange: (value: unknown) => void
  readonly errors: Readonly<Record<string, string>>
  /** The page's title already asks it: the label is for screen readers only. */
  readonly asTitle?: boolean
  readonly title: string
  readonly today: string
  readonly files: KeptFiles
}

/** One question of a form as data, on the phone and at the desk alike. */
export function AnswerField(props: Answering) {
  const { field, path, value, onChange, errors, asTitle = false, title, today, files } = props
  const w = useWords(answerWords)
  const text = useText()
  const label = field.label ? text(field.label) : title
  const optional = field.required !== true && field.requiredWhen === undefined
  const asked: FieldProps = {
    label: asTitle ? <span className="unseen">{label}</span> : label,
    name: path,
    hint: field.help && text(field.help),
    error: errors[path],
    optional,
  }
  const typed = typeof value === 'string' ? value : ''
  const keep = (next: string): void => onChange(next === '' ? undefined : next)

  switch (field.kind) {
    case 'notice':
      return <Notice tone="attention">{label}</Notice>
    case 'confirm':
      return (
        <FieldGroup {...asked} hideLabel>
          <Tick checked={value === true} onChange={(next) => onChange(next || undefined)} label={label} />
        </FieldGroup>
      )
    case 'yesNo':
      return (
        <WithWayOut taken={value === none} way={field.none}>
          <Choice
            {...asked}
            hideLabel={asTitle}
            label={label}
            value={value === true ? 'yes' : value === false ? 'no' : value === none ? none : undefined}
            onChange={(next) => onChange(next === none ? none : next === 'yes')}
            options={[{ value: 'yes', label: w.yes }, { value: 'no', label: w.no }, ...wayOption(field.none, text)]}
          />
        </WithWayOut>
      )
    case 'choice':
      return (
        <WithWayOut taken={value === none} way={field.none}>
          <Choice
            {...asked}
            hideLabel={asTitle}
            label={label}
            value={typeof value === 'string' ? value : undefined}
            onChange={onChange}
            options={[...offered(field.options, text), ...wayOption(field.none, text)]}
          />
        </WithWayOut>
      )
    case 'choices': {
      const chosen = Array.isArray(value) ? (value as readonly string[]) : []
      return (
        <WithWayOut taken={chosen.includes(none)} way={field.none}>
          <Choices
            {...asked}
            hideLabel={asTitle}
            label={label}
            value={chosen}
            onChange={(next) => onChange(withoutClash(chosen, next))}
            options={[...offered(field.options, text), ...wayOption(field.none, text)]}
          />
        </WithWayOut>
      )
    }
    case 'address':
      return (
        <AddressInput
          asked={{ ...asked, label }}
          path={path}
          hideLabel={asTitle}
          coarse={field.coarse === true}
          value={value}
          onChange={onChange}
          errors={errors}
        />
      )
    case 'person':
      return (
        <PersonInput
          asked={{ ...asked, label }}
          path={path}
          hideLabel={asTitle}
          field={field}
          value={value}
          onChange={onChange}
          errors={errors}
        />
      )
    case 'file':
      return (
        <Field {...asked}>
          <PicturesInput value={value} onChange={onChange} most={field.most} accept={acceptedTypes(field).join(',')} files={files} />
        </Field>
      )
    case 'signature':
      return (
        <FieldGroup {...asked} label={label} hideLabel={asTitle}>
          <SignatureInput path={path} value={value} onChange={onChange} files={files} />
        </FieldGroup>
      )
    case 'month':
      return (
        <FieldGroup {...asked} label={label} hideLabel={asTitle}>
          <MonthInput
            path={path}
            value={typed}
            onChange={onChange}
            least={field.least && boundDay(field.least, today)}
            most={field.most ? boundDay(field.most, today) : `${Number(today.slice(0, 4)) + 10}-12-31`}
          />
        </FieldGroup>
      )
    case 'date':
      return (
        <Field {...asked}>
          <DateInput
            value={typed}
            onChange={keep}
            {...(field.least && { min: boundDay(field.least, today) })}
            {...(field.most && { max: boundDay(field.most, today) })}
          />
        </Field>
      )
    case 'number':
      return (
        <Field {...asked}>
          <NumberInput
            value={typeof value === 'number' ? value : null}
            onChange={(next) => onChange(next ?? undefined)}
            decimals={field.whole !== true}
            {...(field.unit && { unit: text(field.unit) })}
          />
        </Field>
      )
    case 'money':
      return (
        <Field {...asked}>
          <NumberInput
            value={typeof value === 'number' ? value / 100 : null}
            onChange={(next) => onChange(next === null ? undefined : Math.round(next * 100))}
            decimals
            unit={w.yuan}
          />
        </Field>
      )
    case 'phone':
      return (
        <Field {...asked}>
          <PhoneInput value={typed} onChange={keep} />
        </Field>
      )
    case 'longText':
      return (
        <Field {...asked}>
          <TextArea value={typed} onChange={keep} maxLength={field.most ?? 4000} />
        </Field>
      )
    case 'text':
    case 'idNumber':
    case 'creditCode':
      return (
        <Field {...asked}>
          <TextInput value={typed} onChange={keep} maxLength={field.kind === 'text' ? (field.most ?? 200) : 40} />
        </Field>
      )
  }
}

/** Under "none of these, or not sure": where that leads, so that it never is a dead end. */
const WithWayOut = ({
  taken,
  way,
  children,
}: {
  readonly taken: boolean
  readonly way: WayOut | undefined
  readonly children: ReactNode
}) => {
  const text = useText()
  return (
    <>
      {children}
      <div role="status">
        {taken && way && (
          <Notice>
            {text(way.leadsTo)} {way.service !== undefined && <ServiceLink service={way.service} />}
          </Notice>
        )}
      </div>
    </>
  )
}

const offered = (options: readonly AskedOption[], text: ReturnType<typeof useText>): Option[] =>
  options.map(({ value, label, hint }) => ({ value, label: text(label), ...(hint && { hint: text(hint) }) }))

const wayOption = (way: WayOut | undefined, text: ReturnType<typeof useText>): Option[] =>
  way ? [{ value: none, label: text(way.label) }] : []

/** "None of these" takes the others away, and any other takes it away. */
export function withoutClash(before: readonly string[], next: readonly string[]): readonly string[] | undefined {
  if (next.length === 0) return undefined
  if (!next.includes(none) || next.length === 1) return next
  return before.includes(none) ? next.filter((value) => value !== none) : [none]
}
