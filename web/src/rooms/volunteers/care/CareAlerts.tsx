import { type CareAlertLine, listAlerts, listCareShifts, listRecipients, settleAlert } from '@ronghe/contract/volunteers/care.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './care.module.css'
import { careWords } from './words/words.ts'

/** For whoever was told after the coordinator: the same list, without any way to a name. */
export function CareAlertsPage() {
  const w = useWords(careWords)
  return (
    <>
      <PageHeader title={w.alertsTitle} back={{ to: '/volunteers' }} />
      <CareAlerts />
    </>
  )
}

export function CareAlerts() {
  const w = useWords(careWords)
  const read = useQuery({ ...reading(listAlerts), refetchInterval: 60_000 })
  return (
    <Shown read={read}>
      {({ items }) =>
        items.length === 0 ? <p className="muted">{w.noAlerts}</p> : items.map((alert) => <One key={alert.visitId} alert={alert} />)
      }
    </Shown>
  )
}

function One({ alert }: { readonly alert: CareAlertLine }) {
  const w = useWords(careWords)
  const text = useText()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const [kind, setKind] = useState<'case' | 'concern'>('case')
  const [number, setNumber] = useState('')
  const settle = useDeed(settleAlert, { refreshes: [listAlerts, listRecipients, listCareShifts], onDone: () => toast(w.settled) })
  const needs = alert.kind === 'needsHelp'
  const send = () => settle.mutate({ params: { visitId: alert.visitId }, body: { help: needs ? { kind, number: number.trim() } : null } })
  return (
    <section className={styles.alert}>
      <Notice tone="attention" title={w.alertOf(alert.number, text(alert.community), w.alerts[alert.kind])}>
        <p>
          {w.since(format.moment(alert.since))} · {w.toldLevels[alert.level]}
        </p>
        {alert.nextTellingAt && <p className="muted small">{w.nextTelling(format.moment(alert.nextTellingAt))}</p>}
      </Notice>
      {needs && open && (
        <>
          <Choice
            label={w.settleHelp}
            value={kind}
            onChange={setKind}
            options={(['case', 'concern'] as const).map((one) => ({ value: one, label: w.helpKinds[one] }))}
          />
          <Field label={w.helpNumber} name="help.number" hint={w.helpNumberHint}>
            <TextInput value={number} onChange={setNumber} maxLength={24} short />
          </Field>
        </>
      )}
      <ButtonRow>
        <Button
          busy={settle.isPending}
          onPress={() => (needs && !open ? setOpen(true) : send())}
          disabled={needs && open && number.trim() === ''}
        >
          {w.settle}
        </Button>
      </ButtonRow>
      {settle.error && <RefusalLine error={settle.error} />}
    </section>
  )
}
