import { listTaskOwners, publishResolution, type Resolution } from '@ronghe/contract/council/resolutions.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { Select, TextArea } from '../../../ui/inputs.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { uiWords } from '../../../ui/words/words.ts'
import { refreshed } from './refreshed.ts'
import { resolutionWords } from './words/words.ts'

/** The reasons, and whether the council may decide it or a body must. */
export function PublishForm({ resolution }: { readonly resolution: Resolution }) {
  const w = useWords(resolutionWords)
  const ui = useWords(uiWords)
  const text = useText()
  const [reasons, setReasons] = useState('')
  const [power, setPower] = useState<'own' | 'advice'>()
  const [organId, setOrganId] = useState('')
  const owners = useQuery(reading(listTaskOwners))
  const deed = useDeed(publishResolution, { refreshes: refreshed, onDone: () => toast(w.doneToast) })
  const errors = fieldErrorsOf(deed.error)
  const send = (): void =>
    deed.mutate({
      params: { resolutionId: resolution.id },
      body: { reasons, power: power === 'advice' ? { kind: 'advice', organId } : { kind: (power ?? '') as 'own' } },
    })
  return (
    <Card title={w.publishTitle}>
      <Form onSubmit={send} busy={deed.isPending} error={deed.error} label={w.publishTitle}>
        <Field label={w.publishReasons} name="reasons" hint={w.publishReasonsHint} error={errors['reasons']}>
          <TextArea value={reasons} onChange={setReasons} maxLength={4000} rows={4} />
        </Field>
        <Choice
          label={w.power}
          name="power.kind"
          error={errors['power.kind'] ?? errors['power']}
          value={power}
          onChange={setPower}
          options={[
            { value: 'own', label: w.own, hint: w.ownHint },
            { value: 'advice', label: w.asAdvice, hint: w.asAdviceHint },
          ]}
        />
        {power === 'advice' && (
          <Field label={w.body} name="power.organId" error={errors['power.organId']}>
            <Select
              value={organId}
              onChange={setOrganId}
              placeholder={ui.chooseOne}
              options={(owners.data?.bodies ?? []).map((body) => ({ value: body.organId, label: text(body.organ) }))}
            />
          </Field>
        )}
        <Button type="submit" busy={deed.isPending}>
          {w.publishDo}
        </Button>
      </Form>
    </Card>
  )
}
