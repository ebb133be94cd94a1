import {
  appealReturn,
  giveOpinion,
  listMotions,
  type Motion,
  overrideResult,
  readMotion,
  withdrawMotion,
} from '@ronghe/contract/council/motions.ts'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { motionWords } from './words/words.ts'

export type FormAct = 'withdraw' | 'appeal' | 'giveOpinion' | 'override'
type Result = 'carried' | 'rejected' | 'postponed'

/** Acts that ask for words first; the words are public. */
export function MotionForm({ motion, act, onClose }: { readonly motion: Motion; readonly act: FormAct; readonly onClose: () => void }) {
  const w = useWords(motionWords)
  const text = useText()
  const [words, setWords] = useState('')
  const [organId, setOrgan] = useState(motion.opinionAs[0]?.id)
  const [state, setState] = useState<Result>()
  const done = {
    refreshes: [readMotion, listMotions],
    onDone: () => {
      toast(w.done.other)
      onClose()
    },
  }
  const withdraw = useDeed(withdrawMotion, done)
  const appeal = useDeed(appealReturn, done)
  const opinion = useDeed(giveOpinion, done)
  const override = useDeed(overrideResult, done)
  const params = { motionId: motion.id }
  const send = (): void => {
    if (act === 'withdraw') withdraw.mutate({ params, body: { because: words } })
    if (act === 'appeal') appeal.mutate({ params, body: { words } })
    if (act === 'giveOpinion' && organId) opinion.mutate({ params, body: { organId, words } })
    if (act === 'override' && state) override.mutate({ params, body: { state, reason: words } })
  }
  const deed = { withdraw, appeal, giveOpinion: opinion, override }[act]
  const asks: Readonly<Record<FormAct, readonly [label: string, hint: string, name: string, most: number]>> = {
    withdraw: [w.withdrawWhy, w.withdrawWhyHint, 'because', 500],
    appeal: [w.appealWords, w.appealHint, 'words', 1000],
    giveOpinion: [w.opinionWords, w.opinionHint, 'words', 2000],
    override: [w.overrideReason, w.overrideHint, 'reason', 1000],
  }
  const [label, hint, name, most] = asks[act]
  return (
    <Dialog title={w.acts[act]} open onClose={onClose}>
      <Form onSubmit={send} busy={deed.isPending} error={deed.error} label={w.acts[act]}>
        {act === 'giveOpinion' && (
          <Choice
            label={w.opinionOrgan}
            value={organId}
            onChange={setOrgan}
            options={motion.opinionAs.map(({ id, name }) => ({ value: id, label: text(name) }))}
          />
        )}
        {act === 'override' && (
          <Choice<Result>
            label={w.overrideState}
            value={state}
            onChange={setState}
            options={(['carried', 'rejected', 'postponed'] as const).map((value) => ({ value, label: w.states[value] }))}
          />
        )}
        <Field label={label} hint={hint} name={name} optional={act === 'withdraw'}>
          <TextArea value={words} onChange={setWords} rows={5} maxLength={most} />
        </Field>
        <ButtonRow>
          <Button type="submit" kind={act === 'withdraw' ? 'careful' : 'main'} busy={deed.isPending}>
            {w.acts[act]}
          </Button>
          <Button kind="plain" onPress={onClose}>
            {w.cancel}
          </Button>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
