import { type Motion, procedureWays, readMotion, recommendProcedure } from '@ronghe/contract/council/motions.ts'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, Form } from '../../../../ui/Form.tsx'
import { Select, TextArea } from '../../../../ui/inputs.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { motionWords } from '../words/words.ts'

/** A recommendation with its reason; the council does as it likes. */
export function RecommendForm({ motion }: { readonly motion: Motion }) {
  const w = useWords(motionWords)
  const [way, setWay] = useState(motion.procedure?.way ?? procedureWays[0])
  const [reason, setReason] = useState(motion.procedure?.reason ?? '')
  const [missing, setMissing] = useState<FieldErrors>({})
  const deed = useDeed(recommendProcedure, { refreshes: [readMotion], onDone: () => toast(w.deskSaved) })
  const save = (): void => {
    const found: FieldErrors = reason.trim() === '' ? { procedureReason: w.reasonMissing } : {}
    setMissing(found)
    if (Object.keys(found).length === 0) deed.mutate({ params: { motionId: motion.id }, body: { way, reason: reason.trim() } })
  }
  return (
    <Card title={w.recommendTitle}>
      <Form onSubmit={save} busy={deed.isPending} errors={missing} error={deed.error} label={w.recommendTitle}>
        <Field label={w.recommendWay} name="way">
          <Select value={way} onChange={setWay} options={procedureWays.map((value) => ({ value, label: w.ways[value] }))} />
        </Field>
        <Field label={w.recommendReason} name="procedureReason" error={missing['procedureReason']}>
          <TextArea value={reason} onChange={setReason} rows={3} maxLength={500} />
        </Field>
        <ButtonRow>
          <Button type="submit" kind="quiet" busy={deed.isPending}>
            {w.recommendDo}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}
