import type { ProjectOutcome } from '@ronghe/contract/council/allocation-results.ts'
import { listProjects } from '@ronghe/contract/council/allocation-projects.ts'
import { type AllocationRound, readRound, settleResult } from '@ronghe/contract/council/allocation.ts'
import { listMotions } from '@ronghe/contract/council/motions.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { NumberInput, Select, TextInput } from '../../../ui/inputs.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './allocation.module.css'
import { allocationWords } from './words/words.ts'

type Ground = 'none' | 'illegal' | 'unsafe' | 'costWrong'
interface Named {
  readonly ground: Ground
  readonly reason: string
  readonly yuan: number | null
}
const stands: Named = { ground: 'none', reason: '', yuan: null }

/** For whoever presided over the item: noted, or returned once with the reason for each project named. */
export function Settle({ round, funded }: { readonly round: AllocationRound; readonly funded: readonly ProjectOutcome[] }) {
  const w = useWords(allocationWords)
  const text = useText()
  const format = useFormat()
  const [decision, setDecision] = useState<'noted' | 'returned'>()
  const [motionId, setMotionId] = useState('')
  const [named, setNamed] = useState<Readonly<Record<string, Named>>>({})
  const [tried, setTried] = useState(false)
  const motions = useQuery({
    ...reading(listMotions, { params: { councilId: round.councilId }, query: { which: 'decided' } }),
    enabled: decision === 'returned',
  })
  const deed = useDeed(settleResult, { refreshes: [readRound, listProjects], onDone: () => toast(w.settled) })
  const carried = (motions.data?.items ?? []).filter(({ state }) => state === 'carried')
  const grounds = funded.flatMap(({ projectId }) => {
    const { ground, reason, yuan } = named[projectId] ?? stands
    if (ground === 'none') return []
    return [{ projectId, ground, reason: reason.trim(), ...(ground === 'costWrong' && yuan !== null && { cents: yuan * 100 }) }]
  })
  const isComplete = grounds.length > 0 && grounds.every(({ reason }) => reason !== '')
  const send = (): void => {
    setTried(true)
    const params = { roundId: round.id }
    if (decision === 'noted') deed.mutate({ params, body: { decision } })
    else if (decision === 'returned' && isComplete && motionId !== '') deed.mutate({ params, body: { decision, motionId, grounds } })
  }
  const set = (id: string, part: Partial<Named>): void => setNamed((now) => ({ ...now, [id]: { ...(now[id] ?? stands), ...part } }))
  return (
    <Card title={w.settleTitle} className={styles.gap}>
      {round.until && <p>{w.settleText(format.day(round.until))}</p>}
      <Form
        onSubmit={send}
        busy={deed.isPending}
        error={deed.error}
        errors={tried && decision === 'returned' && !isComplete ? { grounds: w.groundMissing } : {}}
      >
        <Choice
          label={w.settleTitle}
          hideLabel
          name="decision"
          value={decision}
          onChange={setDecision}
          options={[
            { value: 'noted', label: w.settleNote, hint: w.settleNoteSure },
            ...(round.returned ? [] : [{ value: 'returned' as const, label: w.settleReturn, hint: w.settleReturnText }]),
          ]}
        />
        {decision === 'returned' && (
          <>
            {motions.data && carried.length === 0 ? (
              <p>{w.settleNoMotion}</p>
            ) : (
              <Field label={w.settleMotion} name="motionId">
                <Select
                  value={motionId}
                  placeholder=""
                  onChange={setMotionId}
                  options={carried.map(({ id, title }) => ({ value: id, label: text(title) }))}
                />
              </Field>
            )}
            {funded.map(({ projectId, number, title }) => {
              const { ground, reason, yuan } = named[projectId] ?? stands
              return (
                <div key={projectId} className={styles.gap}>
                  <Field label={w.numbered(format.count(number), title)} name={`ground-${projectId}`}>
                    <Select<Ground>
                      value={ground}
                      onChange={(next) => set(projectId, { ground: next })}
                      options={(['none', 'illegal', 'unsafe', 'costWrong'] as const).map((value) => ({ value, label: w.grounds[value] }))}
                    />
                  </Field>
                  {ground !== 'none' && (
                    <Field label={w.groundReason} name={`reason-${projectId}`}>
                      <TextInput value={reason} onChange={(next) => set(projectId, { reason: next })} maxLength={1000} />
                    </Field>
                  )}
                  {ground === 'costWrong' && (
                    <Field label={w.groundCents} name={`cents-${projectId}`}>
                      <NumberInput value={yuan} onChange={(next) => set(projectId, { yuan: next })} />
                    </Field>
                  )}
                </div>
              )
            })}
          </>
        )}
        {decision && (
          <Button type="submit" kind={decision === 'returned' ? 'careful' : 'main'} busy={deed.isPending}>
            {decision === 'returned' ? w.settleReturnDo : w.settleNoteDo}
          </Button>
        )}
      </Form>
    </Card>
  )
}
