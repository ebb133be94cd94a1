import { domains } from '@ronghe/contract/station/services.ts'
import { type Channel, channelWords, domainWords } from '@ronghe/forms'
import { useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Choices, Tick } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Select, TextInput } from '../../../../ui/inputs.tsx'
import { Amount } from './Amount.tsx'
import styles from './catalogue.module.css'
import type { Editing } from './editing.ts'
import { TextPair } from './TextPair.tsx'
import { catalogueWords } from './words/words.ts'

const everyChannel: readonly Channel[] = ['phone', 'desk', 'paper', 'homeVisit', 'onBehalf', 'appointment']
const split = (typed: string): readonly string[] => typed.split(/[\s,，、]+/).filter(Boolean)

/** What the service is, who decides it, how long, how much. */
export function BasicsPart({ editing }: { readonly editing: Editing }) {
  const w = useWords(catalogueWords)
  const text = useText()
  const { definition, change, fault } = editing
  return (
    <>
      <TextPair editing={editing} path="name" label={w.fields.name} />
      <TextPair editing={editing} path="summary" label={w.fields.summary} long />
      <div className={styles.grid}>
        <Field label={w.fields.department} name="department" hint={w.fields.departmentHint} error={fault('department')}>
          <TextInput value={definition.department} onChange={(value) => change('department', value.trim())} maxLength={60} />
        </Field>
        <Field label={w.fields.domain} name="domain" error={fault('domain')}>
          <Select
            value={definition.domain}
            onChange={(value) => change('domain', value)}
            options={domains.map((domain) => ({ value: domain, label: text(domainWords[domain]) }))}
          />
        </Field>
        {definition.mode === 'case' && (
          <>
            <Field
              label={w.fields.acceptance}
              hint={w.fields.workingDays}
              name="acceptanceWorkingDays"
              error={fault('acceptanceWorkingDays')}
            >
              <Amount value={definition.acceptanceWorkingDays} onChange={(days) => change('acceptanceWorkingDays', days ?? 0)} />
            </Field>
            <Field label={w.fields.promised} hint={w.fields.workingDays} name="promisedWorkingDays" error={fault('promisedWorkingDays')}>
              <Amount value={definition.promisedWorkingDays} onChange={(days) => change('promisedWorkingDays', days ?? 0)} />
            </Field>
          </>
        )}
      </div>
      <Choices<Channel>
        label={w.fields.channels}
        name="channels"
        error={fault('channels')}
        value={definition.channels}
        onChange={(channels) => change('channels', channels)}
        options={everyChannel.map((channel) => ({ value: channel, label: text(channelWords[channel]) }))}
      />
      <Field label={w.fields.fee} name="fee.cents" error={fault('fee.cents')}>
        <Amount value={definition.fee.cents / 100} onChange={(amount) => change('fee.cents', Math.round((amount ?? 0) * 100))} decimals />
      </Field>
      <TextPair editing={editing} path="fee.text" label={w.fields.feeText} />
      <TextPair editing={editing} path="result" label={w.fields.result} />
      <div className={styles.grid}>
        <Keywords label={w.fields.keywordsZh} path="keywords.zh-CN" editing={editing} value={definition.keywords['zh-CN']} />
        <Keywords label={w.fields.keywordsEn} path="keywords.en" editing={editing} value={definition.keywords.en} />
      </div>
      <Tick checked={definition.nonPersonal} onChange={(value) => change('nonPersonal', value)} label={w.fields.nonPersonal} />
    </>
  )
}

function Keywords({
  label,
  path,
  editing,
  value,
}: {
  readonly label: string
  readonly path: string
  readonly editing: Editing
  readonly value: readonly string[]
}) {
  const w = useWords(catalogueWords)
  return (
    <Field label={label} name={path} hint={w.fields.keywordsHint} error={editing.fault(path)} optional>
      <KeywordInput value={value} onChange={(words) => editing.change(path, words)} />
    </Field>
  )
}

/** The blank behind the last word stays while typing, because the words are only split for keeping. */
function KeywordInput({ value, onChange }: { readonly value: readonly string[]; readonly onChange: (words: readonly string[]) => void }) {
  const [typed, setTyped] = useState('')
  return (
    <TextInput
      value={split(typed).join(' ') === value.join(' ') ? typed : value.join(' ')}
      onChange={(next) => {
        setTyped(next)
        onChange(split(next))
      }}
      maxLength={400}
    />
  )
}
