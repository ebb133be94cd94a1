import { checkIn } from '@ronghe/contract/volunteers/check-in.ts'
import { readShift } from '@ronghe/contract/volunteers/sign-ups.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useKept } from '../../../platform/offline/kept.ts'
import { useParam, useSearchText } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { CodeInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { useSpan } from '../span.ts'
import styles from '../volunteers.module.css'
import { refreshed } from './refreshed.ts'
import { shiftWords } from './words/words.ts'

/** Arriving and going, with the six digits; the scanned address brings them along, the tap is one's own. */
export function CheckIn() {
  const w = useWords(shiftWords)
  const text = useText()
  const span = useSpan()
  const params = { shiftId: useParam('shiftId') }
  const scanned = useSearchText('code') ?? ''
  const read = useKept(reading(readShift, { params }))
  return (
    <Shown read={read}>
      {(shift) => (
        <>
          <PageHeader
            title={w.checkInTitle}
            above={`${text(shift.activity.title)} · ${span(shift)}`}
            lead={w.checkInLead}
            back={{ to: '/volunteers/shifts/$shiftId', params }}
          />
          <Typing shiftId={shift.id} going={shift.mine?.checkedIn != null} scanned={scanned.padStart(scanned ? 6 : 0, '0')} />
          <Notice>{w.paperToo}</Notice>
        </>
      )}
    </Shown>
  )
}

function Typing({ shiftId, going, scanned }: { readonly shiftId: string; readonly going: boolean; readonly scanned: string }) {
  const w = useWords(shiftWords)
  const navigate = useNavigate()
  const [code, setCode] = useState(scanned)
  const [tried, setTried] = useState(false)
  const params = { shiftId }
  const deed = useDeed(checkIn, {
    refreshes: refreshed,
    onDone: () => {
      toast(going ? w.went : w.came)
      void navigate({ to: '/volunteers/shifts/$shiftId', params: params as never })
    },
  })
  const error = tried && code.length !== 6 ? w.codeMissing : undefined
  const send = (): void => {
    setTried(true)
    if (code.length === 6) deed.mutate({ params, body: { code, way: going ? 'out' : 'in' } })
  }
  return (
    <Form onSubmit={send} busy={deed.isPending} error={deed.error} errors={error ? { code: error } : {}} label={w.checkInTitle}>
      <Card>
        <Field label={w.code} name="code" error={error}>
          <CodeInput value={code} onChange={setCode} />
        </Field>
      </Card>
      <div className={styles.acts}>
        <Button type="submit" wide busy={deed.isPending}>
          {going ? w.goDo : w.comeDo}
        </Button>
      </div>
    </Form>
  )
}
