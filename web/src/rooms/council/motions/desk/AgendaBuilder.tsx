import {
  addReport,
  type Agenda,
  type AgendaItem,
  confirmAgenda,
  moveAgendaItem,
  proposeAgenda,
  readAgenda,
} from '@ronghe/contract/council/agenda.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useParam } from '../../../../platform/params.ts'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { useToday } from '../../../../platform/today.ts'
import { Button, ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { NumberInput, TextArea, TextInput } from '../../../../ui/inputs.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { residentAddress } from '../../meetings/address.ts'
import { AgendaItemBody, AgendaNotes, Parity } from '../AgendaPage.tsx'
import { BenchTag } from '../MotionTags.tsx'
import styles from '../motions.module.css'
import { motionWords } from '../words/words.ts'

/** The agenda by the charter's rule, with the reason of every place; the clerk confirms it, the chair may move an item. */
export function AgendaBuilder() {
  const meetingId = useParam('meetingId')
  const w = useWords(motionWords)
  const format = useFormat()
  return (
    <Shown read={useQuery(reading(readAgenda, { params: { meetingId } }))}>
      {(agenda) => (
        <>
          <PageHeader
            title={w.agendaTitle}
            above={agenda.number === null ? w.practice : w.agendaOf(agenda.number)}
            lead={`${format.moment(agenda.startsAt)} · ${agenda.place} · ${w.sendBy(format.wholeDay(agenda.sendBy))}`}
            back={{ to: '/council/agendas' }}
          />
          {agenda.may.includes('propose') && <Propose agenda={agenda} />}
          <div className={styles.columns}>
            <div>
              <Items agenda={agenda} />
              <AgendaNotes agenda={agenda} />
              {agenda.may.includes('confirm') && <Confirm agenda={agenda} />}
            </div>
            <div>
              <Parity agenda={agenda} />
              <Waiting agenda={agenda} />
              {agenda.may.includes('addReport') && <AddReport meetingId={meetingId} />}
              <ButtonRow>
                <LinkButton kind="quiet" icon="print" href={residentAddress(`/council/meetings/${meetingId}/agenda/print`)}>
                  {w.printAgenda}
                </LinkButton>
              </ButtonRow>
            </div>
          </div>
        </>
      )}
    </Shown>
  )
}

function Propose({ agenda }: { readonly agenda: Agenda }) {
  const w = useWords(motionWords)
  const [many, setMany] = useState<number | null>(8)
  const deed = useDeed(proposeAgenda, { refreshes: [readAgenda] })
  return (
    <Form
      onSubmit={() => many !== null && deed.mutate({ params: { meetingId: agenda.meetingId }, body: { motions: many } })}
      busy={deed.isPending}
      error={deed.error}
      label={w.propose}
    >
      <Field label={w.proposeMany} hint={w.proposeHint} name="motions">
        <NumberInput value={many} onChange={setMany} />
      </Field>
      <ButtonRow>
        <Button type="submit" kind={agenda.state === 'none' ? 'main' : 'quiet'} busy={deed.isPending}>
          {agenda.state === 'none' ? w.propose : w.proposeAgain}
        </Button>
      </ButtonRow>
    </Form>
  )
}

function Items({ agenda }: { readonly agenda: Agenda }) {
  const w = useWords(motionWords)
  const format = useFormat()
  const [moving, setMoving] = useState<AgendaItem>()
  if (agenda.items.length === 0) return <EmptyState title={w.agendaNone}>{w.agendaNoneText(format.wholeDay(agenda.sendBy))}</EmptyState>
  return (
    <Card>
      <ol className={styles.agenda}>
        {agenda.items.map((item) => (
          <li key={item.id}>
            <span className={styles.place}>{item.position}</span>
            <div>
              <AgendaItemBody item={item} />
              {agenda.may.includes('moveItem') && item.kind !== 'appeal' && (
                <Button kind="plain" onPress={() => setMoving(item)}>
                  {w.moveItem}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ol>
      {moving && <Move agenda={agenda} item={moving} onClose={() => setMoving(undefined)} />}
    </Card>
  )
}

function Move({ agenda, item, onClose }: { readonly agenda: Agenda; readonly item: AgendaItem; readonly onClose: () => void }) {
  const w = useWords(motionWords)
  const [position, setPosition] = useState<number | null>(item.position)
  const [because, setBecause] = useState('')
  const deed = useDeed(moveAgendaItem, { refreshes: [readAgenda], onDone: onClose })
  return (
    <Dialog title={w.moveDo} open onClose={onClose}>
      <Form
        onSubmit={() =>
          position !== null && deed.mutate({ params: { meetingId: agenda.meetingId, itemId: item.id }, body: { position, because } })
        }
        busy={deed.isPending}
        error={deed.error}
        label={w.moveDo}
      >
        <Field label={w.movePlace} name="position">
          <NumberInput value={position} onChange={setPosition} />
        </Field>
        <Field label={w.moveBecause} name="because">
          <TextArea value={because} onChange={setBecause} rows={3} maxLength={500} />
        </Field>
        <ButtonRow>
          <Button type="submit" busy={deed.isPending}>
            {w.moveDo}
          </Button>
          <Button kind="plain" onPress={onClose}>
            {w.cancel}
          </Button>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}

function Waiting({ agenda }: { readonly agenda: Agenda }) {
  const w = useWords(motionWords)
  const text = useText()
  const format = useFormat()
  return (
    <Card title={w.waitingTitle}>
      {agenda.waiting.length === 0 ? (
        <p className="muted">{w.waitingNone}</p>
      ) : (
        <ul>
          {agenda.waiting.map(({ id, title, number, bench, filedOn, meetingsWaited }) => (
            <li key={id} className={styles.part}>
              {text(title)} <BenchTag bench={bench} />
              <p className="muted small">
                {[
                  number && w.number(number.year, number.number),
                  filedOn && w.filedOn(format.day(filedOn)),
                  meetingsWaited > 0 && w.waited(meetingsWaited),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function AddReport({ meetingId }: { readonly meetingId: string }) {
  const w = useWords(motionWords)
  const [title, setTitle] = useState('')
  const deed = useDeed(addReport, { refreshes: [readAgenda], onDone: () => setTitle('') })
  return (
    <Card title={w.addReport}>
      <Form
        onSubmit={() => title.trim() !== '' && deed.mutate({ params: { meetingId }, body: { title: { 'zh-CN': title.trim() } } })}
        busy={deed.isPending}
        error={deed.error}
        label={w.addReport}
      >
        <Field label={w.addReportTitle} name="title">
          <TextInput value={title} onChange={setTitle} maxLength={120} />
        </Field>
        <ButtonRow>
          <Button type="submit" kind="quiet" busy={deed.isPending}>
            {w.addReportDo}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}

function Confirm({ agenda }: { readonly agenda: Agenda }) {
  const w = useWords(motionWords)
  const late = useToday() > agenda.sendBy && agenda.number !== null
  const [reason, setReason] = useState('')
  const deed = useDeed(confirmAgenda, { refreshes: [readAgenda], onDone: () => toast(w.deskSaved) })
  return (
    <Form
      onSubmit={() => deed.mutate({ params: { meetingId: agenda.meetingId }, body: { lateReason: reason.trim() || null } })}
      busy={deed.isPending}
      error={deed.error}
      label={w.confirmAgenda}
    >
      {late && (
        <Field label={w.lateReason} name="lateReason">
          <TextInput value={reason} onChange={setReason} maxLength={500} />
        </Field>
      )}
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.confirmAgenda}
        </Button>
      </ButtonRow>
    </Form>
  )
}
