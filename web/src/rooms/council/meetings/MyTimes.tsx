import { readUnavailableTimes, type WeeklyTime, writeUnavailableTimes } from '@ronghe/contract/council/meeting-polls.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow, IconButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Select, TimeInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './meetings.module.css'
import { meetingWords } from './words/words.ts'

const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Times of the week at which I can never come. Every change is saved at once. */
export function MyTimes() {
  const w = useWords(meetingWords)
  const councilId = useParam('councilId')
  const read = useQuery(reading(readUnavailableTimes, { params: { councilId } }))
  return (
    <>
      <PageHeader
        title={w.timesTitle}
        lead={w.timesLead}
        back={{ to: '/council/$councilId/meetings', params: { councilId }, label: w.toList }}
      />
      <Shown read={read}>{({ times }) => <Times councilId={councilId} times={times} />}</Shown>
    </>
  )
}

function Times({ councilId, times }: { readonly councilId: string; readonly times: readonly WeeklyTime[] }) {
  const w = useWords(meetingWords)
  const write = useDeed(writeUnavailableTimes, { refreshes: [readUnavailableTimes], onDone: () => toast(w.savedTimes) })
  const save = (next: readonly WeeklyTime[]): void => write.mutate({ params: { councilId }, body: { times: [...next] } })
  const inWords = ({ weekday, from, to }: WeeklyTime): string => `${w.weekdays[weekday - 1]} ${clock(from)}–${clock(to)}`
  return (
    <Card>
      {write.error && <RefusalLine error={write.error} />}
      {times.length === 0 && <p className="muted">{w.noTimes}</p>}
      <ul className={styles.times}>
        {times.map((time, index) => (
          <li key={inWords(time)} className={styles.time}>
            {inWords(time)}
            <IconButton icon="close" label={w.removeTime(inWords(time))} onPress={() => save(times.toSpliced(index, 1))} />
          </li>
        ))}
      </ul>
      <AddTime add={(time) => save([...times, time])} busy={write.isPending} />
    </Card>
  )
}

function AddTime({ add, busy }: { readonly add: (time: WeeklyTime) => void; readonly busy: boolean }) {
  const w = useWords(meetingWords)
  const [weekday, setWeekday] = useState('')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const submit = (): void => {
    const missing = !weekday || !from || !to
    const wrong = !missing && minutes(from) >= minutes(to)
    setErrors(missing ? { weekday: w.needTimes } : wrong ? { to: w.timeOrder } : {})
    if (missing || wrong) return
    add({ weekday: Number(weekday), from: minutes(from), to: minutes(to) })
    setFrom('')
    setTo('')
  }
  return (
    <Form onSubmit={submit} busy={busy} errors={errors}>
      <Field name="weekday" label={w.weekday} error={errors['weekday']}>
        <Select
          value={weekday}
          onChange={setWeekday}
          placeholder=""
          options={w.weekdays.map((label, index) => ({ value: String(index + 1), label }))}
        />
      </Field>
      <div className={styles.pair}>
        <Field name="from" label={w.fromTime}>
          <TimeInput value={from} onChange={setFrom} />
        </Field>
        <Field name="to" label={w.toTime} error={errors['to']}>
          <TimeInput value={to} onChange={setTo} />
        </Field>
      </div>
      <ButtonRow>
        <Button type="submit" kind="quiet" busy={busy}>
          {w.addTime}
        </Button>
      </ButtonRow>
    </Form>
  )
}
