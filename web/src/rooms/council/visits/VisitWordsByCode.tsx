import { readVisitWords, withdrawVisitWords } from '@ronghe/contract/council/visits.ts'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import styles from './visits.module.css'
import { visitWords } from './words/words.ts'

/** With the code on the slip: what was noted of my words, and a way to have it deleted. No account, no name. */
export function VisitWordsByCode() {
  const w = useWords(visitWords)
  const format = useFormat()
  const [code, setCode] = useState('')
  const look = useDeed(readVisitWords)
  const withdraw = useDeed(withdrawVisitWords)
  return (
    <>
      <PageHeader title={w.codeTitle} lead={w.codeLead} back={{ to: '/' }} />
      {withdraw.data ? (
        <Notice title={w.withdrawn}>
          <p>{w.withdrawnText}</p>
        </Notice>
      ) : (
        <>
          <Card>
            <Form onSubmit={() => look.mutate({ body: { code } })} busy={look.isPending} error={look.error} label={w.codeTitle}>
              <Field label={w.code} name="code">
                <TextInput value={code} onChange={setCode} maxLength={40} />
              </Field>
              <Button type="submit" wide busy={look.isPending}>
                {w.look}
              </Button>
            </Form>
          </Card>
          {look.data && (
            <Card title={w.theirWords}>
              <p className={styles.words}>{look.data.words}</p>
              <p className="muted small">
                {w.saidOn(format.wholeDay(look.data.saidOn))} · {w.wordsUntil(format.wholeDay(look.data.deletedOn))}
              </p>
              {withdraw.error && <RefusalLine error={withdraw.error} />}
              <div className={styles.acts}>
                <Button kind="careful" wide busy={withdraw.isPending} onPress={() => withdraw.mutate({ body: { code } })}>
                  {w.withdraw}
                </Button>
              </div>
            </Card>
          )}
        </>
      )}
    </>
  )
}
