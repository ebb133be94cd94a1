import {
  type CareShift,
  listAlerts,
  listCareShifts,
  listRecipients,
  type Outcome,
  recordFromPaper,
} from '@ronghe/contract/volunteers/care.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './care.module.css'
import { careWords } from './words/words.ts'

/** Shifts of visits: who comes, which visits are planned, and what came back on paper. */
export function CareShifts() {
  const w = useWords(careWords)
  const text = useText()
  const format = useFormat()
  const read = useQuery(reading(listCareShifts))
  return (
    <Card title={w.shiftsTitle}>
      <Shown read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.noCareShifts}>{w.noCareShiftsText}</EmptyState>
          ) : (
            items.map((shift) => (
              <section key={shift.id} className={styles.shift}>
                <h3>{`${text(shift.title)} · ${format.moment(shift.startsAt)}–${format.time(shift.endsAt)}`}</h3>
                <p className="muted">
                  {shift.adults.length === 0 ? w.nobodyYet : w.adultsOn(format.list(shift.adults.map(({ name }) => name)))}
                </p>
                {shift.visits.map((visit) => (
                  <Visit key={visit.id} visit={visit} begun={Date.parse(shift.startsAt) <= Date.now()} />
                ))}
              </section>
            ))
          )
        }
      </Shown>
    </Card>
  )
}

function Visit({ visit, begun }: { readonly visit: CareShift['visits'][number]; readonly begun: boolean }) {
  const w = useWords(careWords)
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>()
  const record = useDeed(recordFromPaper, {
    refreshes: [listCareShifts, listAlerts, listRecipients],
    onDone: () => {
      toast(w.recordedAs)
      setOpen(false)
    },
  })
  return (
    <>
      <p>
        {w.visitOf(visit.number, format.list(visit.pair))}{' '}
        <Tag tone={visit.outcome === 'seenWell' ? 'going' : 'quiet'}>
          {visit.outcome ? w.outcomes[visit.outcome] : visit.paired ? w.notRecorded : w.notPaired}
        </Tag>{' '}
        {begun && !visit.outcome && !open && (
          <Button kind="plain" onPress={() => setOpen(true)}>
            {w.recordPaper}
          </Button>
        )}
      </p>
      {open && (
        <>
          <Choice
            label={w.record}
            value={outcome}
            onChange={setOutcome}
            options={(['seenWell', 'needsHelp', 'notMet'] as const).map((one) => ({ value: one, label: w.outcomes[one] }))}
          />
          <ButtonRow>
            <Button
              busy={record.isPending}
              disabled={outcome === undefined}
              onPress={() => outcome && record.mutate({ params: { visitId: visit.id }, body: { outcome } })}
            >
              {w.save}
            </Button>
            <Button kind="plain" onPress={() => setOpen(false)}>
              {w.cancel}
            </Button>
          </ButtonRow>
          {record.error && <RefusalLine error={record.error} />}
        </>
      )}
    </>
  )
}
