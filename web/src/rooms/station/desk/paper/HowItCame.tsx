import { useWords } from '../../../../platform/language/language.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import type { FieldErrors } from '../../../../ui/Form.tsx'
import { DateInput, PhoneInput, TextInput, TimeInput } from '../../../../ui/inputs.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import type { Behalf, Channel, Entry } from './entry.ts'
import { keepsTime } from './entry.ts'
import styles from './paper.module.css'
import { paperWords } from './words/words.ts'

/** The channel; for paper the time on it, for a proxy by what right. */
export function HowItCame({
  entry,
  change,
  errors,
  today,
}: {
  readonly entry: Entry
  readonly change: (part: Partial<Entry>) => void
  readonly errors: FieldErrors
  readonly today: string
}) {
  const w = useWords(paperWords)
  const { behalf } = entry
  const ofBehalf = (part: Partial<Entry['behalf']>): void => change({ behalf: { ...behalf, ...part } })
  return (
    <>
      <Choice<Channel>
        label={w.channel}
        name="channel"
        hideLabel
        value={entry.channel}
        onChange={(channel) => change({ channel })}
        options={(['desk', 'paper', 'homeVisit', 'onBehalf'] as const).map((value) => ({ value, label: w.channels[value] }))}
      />
      {keepsTime(entry.channel) && (
        <div className={styles.pair}>
          <Field label={w.filedDay} name="filedAt" hint={w.filedHint} error={errors['filedAt']}>
            <DateInput value={entry.day} onChange={(day) => change({ day })} max={today} />
          </Field>
          <Field label={w.filedTime} name="filedTime">
            <TimeInput value={entry.time} onChange={(time) => change({ time })} />
          </Field>
        </div>
      )}
      {entry.channel === 'onBehalf' && (
        <>
          <Choice<Behalf['kind']>
            label={w.behalfKind}
            name="onBehalf.kind"
            value={behalf.kind}
            onChange={(kind) => ofBehalf({ kind })}
            options={(['guardian', 'relative', 'proxy', 'handsIn'] as const).map((value) => ({ value, label: w.behalfKinds[value] }))}
          />
          {behalf.kind === 'handsIn' && <Notice>{w.handsInNote}</Notice>}
          <div className={styles.pair}>
            <Field label={w.behalfName} name="onBehalf.name" error={errors['onBehalf.name']}>
              <TextInput value={behalf.name} onChange={(name) => ofBehalf({ name })} maxLength={60} />
            </Field>
            <Field label={w.behalfPhone} name="onBehalf.phone" error={errors['onBehalf.phone']} optional>
              <PhoneInput value={behalf.phone} onChange={(phone) => ofBehalf({ phone })} />
            </Field>
            <Field label={w.behalfRelation} name="onBehalf.relation" error={errors['onBehalf.relation']}>
              <TextInput value={behalf.relation} onChange={(relation) => ofBehalf({ relation })} maxLength={40} />
            </Field>
            <Field label={w.behalfAuthority} name="onBehalf.authority" hint={w.behalfAuthorityHint} error={errors['onBehalf.authority']}>
              <TextInput value={behalf.authority} onChange={(authority) => ofBehalf({ authority })} maxLength={200} />
            </Field>
          </div>
        </>
      )}
    </>
  )
}
