import { type Motion, proposeAmendment, readMotion } from '@ronghe/contract/council/motions.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { type FieldErrors, Form } from '../../../ui/Form.tsx'
import { Select, TextArea } from '../../../ui/inputs.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { Comparison } from './Amendments.tsx'
import { NumberedLines } from './MotionText.tsx'
import { linesOf } from './writing.ts'
import { motionWords } from './words/words.ts'

/** A delegate's amendment: which lines, what instead, and why, with both texts in view. */
export function Amend() {
  const motionId = useParam('motionId')
  const w = useWords(motionWords)
  const text = useText()
  return (
    <Shown read={useQuery(reading(readMotion, { params: { motionId } }))}>
      {(motion) => (
        <>
          <PageHeader
            title={w.amendTitle}
            above={text(motion.title)}
            lead={w.amendLead}
            back={{ to: '/council/motions/$motionId', params: { motionId } }}
          />
          <Card title={w.text}>
            <NumberedLines lines={motion.lines} />
          </Card>
          <AmendForm motion={motion} />
        </>
      )}
    </Shown>
  )
}

const nothing = { from: 1, to: 1, insert: false, words: '', reason: '' }

function AmendForm({ motion }: { readonly motion: Motion }) {
  const w = useWords(motionWords)
  const navigate = useNavigate()
  const draft = useDraft(`amend:${motion.id}:${motion.version}`, nothing)
  const [missing, setMissing] = useState<FieldErrors>({})
  const back = (): Promise<void> => navigate({ to: '/council/motions/$motionId' as string, params: { motionId: motion.id } as never })
  const deed = useDeed(proposeAmendment, {
    refreshes: [readMotion],
    onDone: () => {
      toast(w.done.other)
      void draft.discard().then(back)
    },
  })
  if (draft.state === 'reading') return <Loading />
  const typed = draft.value
  const set = (part: Partial<typeof nothing>): void => draft.change((now) => ({ ...now, ...part }))
  const last = typed.insert ? typed.from - 1 : Math.max(typed.from, typed.to)
  const lines = linesOf(typed.words)
  const choices = (from: number, many: number) =>
    Array.from({ length: many }, (_, place) => ({ value: String(from + place), label: w.textLine(from + place) }))
  const send = (): void => {
    const found: FieldErrors = typed.reason.trim() === '' ? { reason: w.amendMissing } : {}
    setMissing(found)
    if (Object.keys(found).length > 0) return
    deed.mutate({
      params: { motionId: motion.id },
      body: { version: motion.version, fromLine: typed.from, toLine: last, lines, reason: typed.reason.trim() },
    })
  }
  return (
    <Form onSubmit={send} busy={deed.isPending} errors={missing} error={deed.error} label={w.amendTitle}>
      <Field label={w.amendFrom} name="fromLine">
        <Select
          value={String(typed.from)}
          onChange={(from) => set({ from: Number(from) })}
          options={choices(1, motion.lines.length + (typed.insert ? 1 : 0))}
        />
      </Field>
      <Tick checked={typed.insert} onChange={(insert) => set({ insert })} label={w.amendInsert} />
      {!typed.insert && (
        <Field label={w.amendTo} name="toLine">
          <Select
            value={String(last)}
            onChange={(to) => set({ to: Number(to) })}
            options={choices(typed.from, motion.lines.length - typed.from + 1)}
          />
        </Field>
      )}
      <Field label={w.amendWords} name="lines" optional={!typed.insert}>
        <TextArea value={typed.words} onChange={(words) => set({ words })} rows={4} maxLength={3000} />
      </Field>
      <Comparison before={typed.insert ? [] : motion.lines.slice(typed.from - 1, last)} lines={lines} />
      <Field label={w.amendReason} name="reason" error={missing['reason']}>
        <TextArea value={typed.reason} onChange={(reason) => set({ reason })} rows={3} maxLength={500} />
      </Field>
      <Button type="submit" wide busy={deed.isPending}>
        {w.amendDo}
      </Button>
    </Form>
  )
}
