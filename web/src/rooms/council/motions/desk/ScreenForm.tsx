import { listMotions, readMotion, screenMotion } from '@ronghe/contract/council/motions.ts'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, Form } from '../../../../ui/Form.tsx'
import { TextArea } from '../../../../ui/inputs.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { motionWords } from '../words/words.ts'

interface Typed {
  readonly admit?: 'yes' | 'no'
  readonly reason: string
  readonly english: string
}

/** Admitted, or returned with reasons that everybody reads. */
export function ScreenForm({ motionId }: { readonly motionId: string }) {
  const w = useWords(motionWords)
  const draft = useDraft<Typed>(`screen:${motionId}`, { reason: '', english: '' })
  const [missing, setMissing] = useState<FieldErrors>({})
  const deed = useDeed(screenMotion, {
    refreshes: [listMotions, readMotion],
    onDone: () => {
      toast(w.deskSaved)
      void draft.discard()
    },
  })
  const { admit, reason, english } = draft.value
  const save = (): void => {
    const found: FieldErrors = {
      ...(admit === undefined && { admit: w.screenMissing }),
      ...(admit === 'no' && reason.trim() === '' && { reason: w.reasonMissing }),
    }
    setMissing(found)
    if (Object.keys(found).length > 0) return
    deed.mutate({
      params: { motionId },
      body:
        admit === 'yes'
          ? { admit: true }
          : { admit: false, reason: { 'zh-CN': reason.trim(), ...(english.trim() && { en: english.trim() }) } },
    })
  }
  return (
    <Card title={w.screen}>
      <Form onSubmit={save} busy={deed.isPending} errors={missing} error={deed.error} label={w.screen}>
        <Choice<'yes' | 'no'>
          label={w.screen}
          hideLabel
          name="admit"
          error={missing['admit']}
          value={admit}
          onChange={(next) => draft.change({ ...draft.value, admit: next })}
          options={[
            { value: 'yes', label: w.admit, hint: w.admitHint },
            { value: 'no', label: w.return, hint: w.returnHint },
          ]}
        />
        {admit === 'no' && (
          <>
            <Field label={w.returnReason} name="reason" error={missing['reason']}>
              <TextArea value={reason} onChange={(words) => draft.change({ ...draft.value, reason: words })} rows={3} maxLength={2000} />
            </Field>
            <Field label={w.returnReasonEn} name="reasonEn" optional>
              <TextArea value={english} onChange={(words) => draft.change({ ...draft.value, english: words })} rows={2} maxLength={4000} />
            </Field>
          </>
        )}
        <ButtonRow>
          <Button type="submit" busy={deed.isPending}>
            {w.screenDo}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}
