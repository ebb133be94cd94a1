import { listMyVisits, type MyCareVisit, openMyVisit, type Outcome, recordVisit, tellWorry } from '@ronghe/contract/volunteers/care.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from '../../../api.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { careWords } from './words/words.ts'

/** One visit of the two who go: whom, how it was, and a worry. */
export function CareVisitPage() {
  const w = useWords(careWords)
  const format = useFormat()
  const visitId = useParam('visitId')
  const read = useQuery({ ...reading(listMyVisits), refetchInterval: 60_000 })
  return (
    <>
      <PageHeader title={w.visitsTitle} back={{ to: '/volunteers/visits', label: w.visitsBack }} />
      <Shown read={read}>
        {({ items }) => {
          const visit = items.find(({ id }) => id === visitId)
          if (!visit) return <EmptyState title={w.noVisits}>{w.noVisitsText}</EmptyState>
          return (
            <>
              <Heading visit={visit} />
              {!visit.paired && <Notice tone="attention">{w.alone}</Notice>}
              {visit.may.includes('open') ? <Whom visit={visit} /> : <Notice>{w.opens(format.moment(visit.opensAt))}</Notice>}
              {visit.may.includes('record') && <Record key={visit.outcome} visit={visit} />}
              {visit.may.includes('worry') && <Worry visitId={visit.id} />}
            </>
          )
        }}
      </Shown>
    </>
  )
}

function Heading({ visit }: { readonly visit: MyCareVisit }) {
  const w = useWords(careWords)
  const text = useText()
  const format = useFormat()
  return (
    <Card title={`${format.moment(visit.startsAt)}–${format.time(visit.endsAt)}`}>
      <Facts
        facts={[
          [w.community, text(visit.community)],
          [w.partner, visit.partner],
          ...(visit.outcome ? ([[w.recordedAs, w.outcomes[visit.outcome]]] as const) : []),
        ]}
      />
    </Card>
  )
}

type Seen = Awaited<ReturnType<typeof call<typeof openMyVisit>>>

/** Opened on purpose, kept nowhere, and gone when the time is over. */
function Whom({ visit }: { readonly visit: MyCareVisit }) {
  const w = useWords(careWords)
  const format = useFormat()
  const [state, setState] = useState<{ readonly busy: boolean; readonly seen?: Seen; readonly error?: unknown }>({ busy: false })
  useEffect(() => {
    const timer = setTimeout(() => setState({ busy: false }), Math.max(0, Math.min(Date.parse(visit.closesAt) - Date.now(), 5 * 60_000)))
    return () => clearTimeout(timer)
  }, [visit.closesAt, state.seen])
  const open = async (): Promise<void> => {
    setState({ busy: true })
    try {
      setState({ busy: false, seen: await call(openMyVisit, { params: { visitId: visit.id } }) })
    } catch (error) {
      setState({ busy: false, error })
    }
  }
  return (
    <Card title={w.whom}>
      {state.seen ? (
        <>
          <p>
            <strong>{state.seen.name}</strong>
          </p>
          <p>{state.seen.address}</p>
          {state.seen.phone && (
            <p>
              <a href={`tel:${state.seen.phone}`}>{state.seen.phone}</a>
            </p>
          )}
          <p className="muted small" role="status">
            {w.recorded} {w.closes(format.moment(visit.closesAt))}
          </p>
          <Button kind="quiet" onPress={() => setState({ busy: false })}>
            {w.hide}
          </Button>
        </>
      ) : (
        <Button wide busy={state.busy} onPress={() => void open()}>
          {w.show}
        </Button>
      )}
      {state.error !== undefined && <RefusalLine error={state.error} />}
    </Card>
  )
}

function Record({ visit }: { readonly visit: MyCareVisit }) {
  const w = useWords(careWords)
  const [outcome, setOutcome] = useState<Outcome | undefined>(visit.outcome ?? undefined)
  const record = useDeed(recordVisit, { refreshes: [listMyVisits], onDone: () => toast(w.recordedAs) })
  return (
    <Card title={w.record}>
      <Form
        label={w.record}
        busy={record.isPending}
        error={record.error}
        onSubmit={() => outcome && record.mutate({ params: { visitId: visit.id }, body: { outcome } })}
      >
        <Choice
          label={w.record}
          hideLabel
          name="outcome"
          hint={w.recordHint}
          value={outcome}
          onChange={setOutcome}
          options={(['seenWell', 'needsHelp', 'notMet'] as const).map((one) => ({
            value: one,
            label: w.outcomes[one],
            ...(w.outcomeHint[one] && { hint: w.outcomeHint[one] }),
          }))}
        />
        <Button type="submit" wide busy={record.isPending} disabled={outcome === undefined}>
          {w.save}
        </Button>
      </Form>
      <p className="muted small">{w.danger}</p>
    </Card>
  )
}

function Worry({ visitId }: { readonly visitId: string }) {
  const w = useWords(careWords)
  const text = useText()
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const tell = useDeed(tellWorry)
  if (tell.data) return <Notice title={w.worryDone(text(tell.data.readBy))} />
  if (!open)
    return (
      <Button wide kind="plain" onPress={() => setOpen(true)}>
        {w.worryTitle}
      </Button>
    )
  return (
    <Card title={w.worryTitle}>
      <p>{w.worryLead}</p>
      <Form
        label={w.worryTitle}
        busy={tell.isPending}
        error={tell.error}
        onSubmit={() => words.trim() !== '' && tell.mutate({ params: { visitId }, body: { words } })}
      >
        <Field label={w.worryWords} name="words">
          <TextArea value={words} onChange={setWords} maxLength={2000} rows={4} />
        </Field>
        <Button type="submit" wide busy={tell.isPending}>
          {w.worrySend}
        </Button>
      </Form>
    </Card>
  )
}
