import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { enterPaperList } from '@ronghe/contract/volunteers/check-in.ts'
import type { listAttendees } from '@ronghe/contract/volunteers/sign-ups.ts'
import { useState } from 'react'
import { dayOf, useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TimeInput } from '../../../ui/inputs.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from '../volunteers.module.css'
import { refreshed } from './refreshed.ts'
import { shiftWords } from './words/words.ts'

interface Row {
  readonly was: boolean
  readonly from: string
  readonly until: string
}

/** The signed sheet, as fast as typing: tick who was there, change the hours where they differ. */
export function EnterPaper({ shiftId, list }: { readonly shiftId: string; readonly list: ReplyOf<typeof listAttendees> }) {
  const w = useWords(shiftWords)
  const format = useFormat()
  const open = list.items.filter(({ state, inAt }) => state === 'placed' && inAt === null)
  const usual: Row = { was: false, from: format.time(list.startsAt), until: format.time(list.endsAt) }
  const [rows, setRows] = useState<Readonly<Record<string, Row>>>({})
  const [empty, setEmpty] = useState(false)
  const deed = useDeed(enterPaperList, {
    refreshes: refreshed,
    onDone: ({ written }) => {
      setRows({})
      toast(w.paperSaved(written))
    },
  })
  const rowOf = (id: string): Row => rows[id] ?? usual
  const set = (id: string, part: Partial<Row>): void => setRows({ ...rows, [id]: { ...rowOf(id), ...part } })
  const there = open.filter(({ personId }) => rowOf(personId).was)
  const send = (): void => {
    setEmpty(there.length === 0)
    if (there.length === 0) return
    const day = dayOf(new Date(list.startsAt))
    const at = (time: string, after: string): string => {
      // Past midnight the hour is smaller than the one before it.
      const next = time < after ? dayOf(new Date(Date.parse(`${day}T12:00:00+08:00`) + 86_400_000)) : day
      return `${next}T${time}:00+08:00`
    }
    const body = there.map(({ personId }) => {
      const { from, until } = rowOf(personId)
      return { personId, inAt: at(from, '00:00'), outAt: at(until, from) }
    })
    deed.mutate({ params: { shiftId }, body: { rows: body } })
  }
  if (open.length === 0) return null
  return (
    <Card title={w.paperTitle} className={styles.after}>
      <p className="muted small">{w.paperLead}</p>
      <Form onSubmit={send} busy={deed.isPending} error={deed.error} errors={empty ? { rows: w.paperNone } : {}} label={w.paperTitle}>
        <div className={styles.stack}>
          {open.map(({ personId, name }) => {
            const row = rowOf(personId)
            return (
              <div key={personId} className={styles.stack}>
                <Tick label={w.paperWas(name)} checked={row.was} onChange={(was) => set(personId, { was })} />
                {row.was && (
                  <div className={styles.times}>
                    <Field label={w.paperIn}>
                      <TimeInput value={row.from} onChange={(from) => set(personId, { from })} />
                    </Field>
                    <Field label={w.paperOut}>
                      <TimeInput value={row.until} onChange={(until) => set(personId, { until })} />
                    </Field>
                  </div>
                )}
              </div>
            )
          })}
        </div>
        <div className={styles.acts}>
          <Button type="submit" wide busy={deed.isPending}>
            {w.paperDo}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
