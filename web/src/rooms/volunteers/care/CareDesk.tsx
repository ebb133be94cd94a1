import {
  type CareRecipientLine,
  enterAgreement,
  listCareShifts,
  listRecipients,
  openRecipient,
  removeRecipient,
} from '@ronghe/contract/volunteers/care.ts'
import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../api.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Covered } from '../../../ui/Covered.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { type Column, Table } from '../../../ui/Table.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './care.module.css'
import { CareAlerts } from './CareAlerts.tsx'
import { CareShifts } from './CareShifts.tsx'
import { EnterRecipient } from './EnterRecipient.tsx'
import { PlanVisit } from './PlanVisit.tsx'
import { careWords } from './words/words.ts'

type Doing = { readonly what: 'plan' | 'agree' | 'remove'; readonly row: CareRecipientLine } | { readonly what: 'enter' } | null

/** The coordinator's desk: what has to be seen to, who is visited (as numbers), and who goes. */
export function CareDesk() {
  const w = useWords(careWords)
  const read = useQuery(reading(listRecipients))
  const [doing, setDoing] = useState<Doing>(null)
  const done = () => setDoing(null)
  return (
    <div className={styles.gap}>
      <PageHeader title={w.deskTitle} lead={w.deskLead} />
      <Card title={w.alertsTitle}>
        <CareAlerts />
      </Card>
      {doing?.what === 'plan' && <PlanVisit key={doing.row.id} recipient={doing.row} onDone={done} />}
      {(doing?.what === 'agree' || doing?.what === 'remove') && <Sure key={doing.row.id} what={doing.what} row={doing.row} onDone={done} />}
      {doing?.what === 'enter' && <EnterRecipient onDone={done} />}
      <Shown read={read}>{({ items }) => <Recipients rows={items} onDo={(what, row) => setDoing({ what, row })} />}</Shown>
      {doing?.what !== 'enter' && (
        <ButtonRow>
          <Button kind="quiet" onPress={() => setDoing({ what: 'enter' })}>
            {w.enterTitle}
          </Button>
        </ButtonRow>
      )}
      <CareShifts />
    </div>
  )
}

function Recipients({
  rows,
  onDo,
}: {
  readonly rows: readonly CareRecipientLine[]
  readonly onDo: (what: 'plan' | 'agree' | 'remove', row: CareRecipientLine) => void
}) {
  const w = useWords(careWords)
  const text = useText()
  const format = useFormat()
  if (rows.length === 0) return <EmptyState title={w.noRecipients}>{w.noRecipientsText}</EmptyState>
  const columns: readonly Column<CareRecipientLine>[] = [
    { key: 'number', label: w.number, cell: (row) => row.number, sortBy: (row) => row.number },
    { key: 'community', label: w.community, cell: (row) => text(row.community), sortBy: (row) => text(row.community) },
    { key: 'state', label: w.state, cell: (row) => (row.state === 'agreed' ? w.rhythms[row.rhythm] : w.asked) },
    { key: 'channel', label: w.channel, cell: (row) => w.channels[row.channel] },
    {
      key: 'last',
      label: w.last,
      cell: (row) =>
        row.lastVisit ? `${format.day(row.lastVisit.onDay)} ${row.lastVisit.outcome ? w.outcomes[row.lastVisit.outcome] : ''}` : w.never,
    },
    { key: 'next', label: w.next, cell: (row) => (row.nextVisit ? format.moment(row.nextVisit) : w.notPlanned) },
    { key: 'who', label: w.who, cell: (row) => <Who row={row} /> },
    {
      key: 'do',
      label: '',
      cell: (row) => (
        <ButtonRow>
          {row.may.includes('plan') && <Button onPress={() => onDo('plan', row)}>{w.plan}</Button>}
          {row.may.includes('agree') && <Button onPress={() => onDo('agree', row)}>{w.agree}</Button>}
          <Button kind="plain" onPress={() => onDo('remove', row)}>
            {w.remove}
          </Button>
        </ButtonRow>
      ),
    },
  ]
  return <Table caption={w.deskTitle} columns={columns} rows={rows} rowKey={(row) => row.id} />
}

function Who({ row }: { readonly row: CareRecipientLine }) {
  const w = useWords(careWords)
  return (
    <Covered
      label={w.who}
      covered={w.covered}
      onUncover={async () => {
        const { name, phone, address } = await call(openRecipient, { params: { recipientId: row.id } })
        return [name, phone, address].filter(Boolean).join(' · ')
      }}
    />
  )
}

function Sure({ what, row, onDone }: { readonly what: 'agree' | 'remove'; readonly row: CareRecipientLine; readonly onDone: () => void }) {
  const w = useWords(careWords)
  const text = useText()
  const agree = useDeed(enterAgreement, {
    refreshes: [listRecipients],
    onDone: () => {
      toast(w.agreedNow)
      onDone()
    },
  })
  const remove = useDeed(removeRecipient, { refreshes: [listRecipients, listCareShifts], onDone })
  const params = { recipientId: row.id }
  const agrees = what === 'agree'
  const error = agree.error ?? remove.error
  const { version, text: consent } = consentTexts.careVisits
  return (
    <Card title={w.alertLine(row.number, text(row.community))}>
      <p>{agrees ? w.agreeSure : w.removeSure}</p>
      {agrees && <p className="muted">{text(consent)}</p>}
      <ButtonRow>
        <Button
          kind={agrees ? 'main' : 'careful'}
          busy={agree.isPending || remove.isPending}
          onPress={() => (agrees ? agree.mutate({ params, body: { consentVersion: version, signed: true } }) : remove.mutate({ params }))}
        >
          {agrees ? w.agreeYes : w.removeYes}
        </Button>
        <Button kind="plain" onPress={onDone}>
          {w.cancel}
        </Button>
      </ButtonRow>
      {error && <RefusalLine error={error} />}
    </Card>
  )
}
