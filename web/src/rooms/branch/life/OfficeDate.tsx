import {
  CancelReason,
  listOccasions,
  type Occasion,
  readOccasion,
  stepOccasion,
  writeOccasionMinutes,
} from '@ronghe/contract/branch/occasions.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useToday } from '../../../platform/today.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { DateInput, NumberInput, TextArea, TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { clockOf, minuteOf } from './clock.ts'
import { DateFacts } from './DatePage.tsx'
import { useOccasionLines } from './occasion-lines.ts'
import { SheetCard } from './SheetCard.tsx'
import { TimeFields } from './WhatFields.tsx'
import styles from './life.module.css'
import { lifeWords } from './words/words.ts'

type Page = Occasion & { readonly minutes: string | null }
type Asking = 'hold' | 'move' | 'cancel'
const refreshes = [readOccasion, listOccasions] as const

/** One date with what its branch may do about it. */
export function OfficeDate() {
  const w = useWords(lifeWords)
  const text = useText()
  const lines = useOccasionLines()
  const params = { branchId: useParam('branchId'), occasionId: useParam('occasionId') }
  const [asking, setAsking] = useState<Asking>()
  return (
    <Shown read={useQuery(reading(readOccasion, { params }))}>
      {(one) => (
        <>
          <PageHeader
            title={text(one.title)}
            above={w.kinds[one.kind]}
            beside={<Tag tone={lines.tone(one)}>{w.states[one.state]}</Tag>}
            back={{ to: '/branch/office/$branchId/year', params: { branchId: params.branchId } }}
          />
          <DateFacts one={one} />
          <div className={styles.acts}>
            <ButtonRow>
              {one.may.includes('hold') && <Button onPress={() => setAsking('hold')}>{w.hold}</Button>}
              {one.may.includes('move') && (
                <Button kind="quiet" onPress={() => setAsking('move')}>
                  {w.move}
                </Button>
              )}
              {one.may.includes('cancel') && (
                <Button kind="quiet" onPress={() => setAsking('cancel')}>
                  {w.call}
                </Button>
              )}
              {one.state !== 'cancelled' && (
                <LinkButton kind="quiet" icon="print" to="/branch/office/$branchId/dates/$occasionId/sheet" params={params}>
                  {w.sheetPrint}
                </LinkButton>
              )}
            </ButtonRow>
          </div>
          {one.may.includes('sheet') && <SheetCard params={params} until={one.sheetUntil} />}
          {one.may.includes('minutes') && <MinutesForm key={String(one.minutesWritten)} params={params} minutes={one.minutes} />}
          {asking === 'hold' && <Hold params={params} onClose={() => setAsking(undefined)} />}
          {asking === 'move' && <Move one={one} params={params} onClose={() => setAsking(undefined)} />}
          {asking === 'cancel' && <CallOff params={params} onClose={() => setAsking(undefined)} />}
        </>
      )}
    </Shown>
  )
}

interface Of {
  readonly params: { readonly branchId: string; readonly occasionId: string }
}
type Asked = Of & { readonly onClose: () => void }

function useStep(onClose: () => void) {
  const w = useWords(lifeWords)
  return useDeed(stepOccasion, {
    refreshes,
    onDone: () => {
      toast(w.saved)
      onClose()
    },
  })
}

function Hold({ params, onClose }: Asked) {
  const w = useWords(lifeWords)
  const [guests, setGuests] = useState<number | null>(0)
  const deed = useStep(onClose)
  return (
    <Dialog title={w.holdTitle} open onClose={onClose}>
      <Form
        label={w.holdTitle}
        busy={deed.isPending}
        error={deed.error}
        onSubmit={() => deed.mutate({ params, body: { act: 'hold', guests: Math.max(0, Math.round(guests ?? 0)) } })}
      >
        <Field label={w.guests} name="guests" hint={w.guestsHint}>
          <NumberInput value={guests} onChange={setGuests} />
        </Field>
        <Button type="submit" busy={deed.isPending}>
          {w.holdDo}
        </Button>
      </Form>
    </Dialog>
  )
}

function Move({ one, params, onClose }: Asked & { readonly one: Page }) {
  const w = useWords(lifeWords)
  const today = useToday()
  const [day, setDay] = useState(one.day)
  const [times, setTimes] = useState({ from: clockOf(one.from), to: clockOf(one.to) })
  const [place, setPlace] = useState(one.place['zh-CN'])
  const deed = useStep(onClose)
  const errors = fieldErrorsOf(deed.error)
  const body = {
    act: 'move' as const,
    day,
    from: minuteOf(times.from) ?? 0,
    to: minuteOf(times.to) ?? 0,
    place: place.trim() === one.place['zh-CN'] ? one.place : { 'zh-CN': place.trim() },
  }
  return (
    <Dialog title={w.moveTitle} open onClose={onClose}>
      <Form label={w.moveTitle} busy={deed.isPending} error={deed.error} onSubmit={() => deed.mutate({ params, body })}>
        <Field label={w.day} name="day" error={errors['day']}>
          <DateInput value={day} onChange={setDay} min={today} max={`${one.day.slice(0, 4)}-12-31`} />
        </Field>
        <TimeFields value={times} onChange={(part) => setTimes({ ...times, ...part })} errors={errors} />
        <Field label={w.place} name="place" error={errors['place']}>
          <TextInput value={place} onChange={setPlace} maxLength={80} />
        </Field>
        <Button type="submit" busy={deed.isPending}>
          {w.moveDo}
        </Button>
      </Form>
    </Dialog>
  )
}

function CallOff({ params, onClose }: Asked) {
  const w = useWords(lifeWords)
  const [reason, setReason] = useState<CancelReason>('weather')
  const deed = useStep(onClose)
  return (
    <Dialog title={w.callTitle} open onClose={onClose}>
      <Form
        label={w.callTitle}
        busy={deed.isPending}
        error={deed.error}
        onSubmit={() => deed.mutate({ params, body: { act: 'cancel', reason } })}
      >
        <Choice
          name="reason"
          label={w.callWhy}
          value={reason}
          onChange={setReason}
          options={CancelReason.options.map((value) => ({ value, label: w.cancelledFor[value] }))}
        />
        <Button type="submit" kind="careful" busy={deed.isPending}>
          {w.callDo}
        </Button>
      </Form>
    </Dialog>
  )
}

function MinutesForm({ params, minutes }: Of & { readonly minutes: string | null }) {
  const w = useWords(lifeWords)
  const [words, setWords] = useState(minutes ?? '')
  const deed = useDeed(writeOccasionMinutes, { refreshes, onDone: () => toast(w.saved) })
  return (
    <Card title={w.minutesTitle}>
      <Form label={w.minutesTitle} busy={deed.isPending} error={deed.error} onSubmit={() => deed.mutate({ params, body: { words } })}>
        <Field label={w.minutes} name="words" hint={w.minutesHint} error={fieldErrorsOf(deed.error)['words']}>
          <TextArea value={words} onChange={setWords} rows={6} maxLength={8000} />
        </Field>
        <Button type="submit" busy={deed.isPending}>
          {w.minutesDo}
        </Button>
      </Form>
    </Card>
  )
}
