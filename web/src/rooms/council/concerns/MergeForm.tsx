import { type CarriedConcern, listCarried, listMerged, mergeConcerns } from '@ronghe/contract/council/merged-concerns.ts'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextArea, TextInput } from '../../../ui/inputs.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { toPoints } from './points.ts'
import styles from './concerns.module.css'
import { mergeWords } from './words/words.ts'

/** The wording they share, and point by point what it leaves out of each. */
export function MergeForm({
  councilId,
  concerns,
  onDone,
  onCancel,
}: {
  readonly councilId: string
  readonly concerns: readonly CarriedConcern[]
  readonly onDone: () => void
  readonly onCancel: () => void
}) {
  const w = useWords(mergeWords)
  const [title, setTitle] = useState('')
  const [shared, setShared] = useState('')
  const [dropped, setDropped] = useState<Readonly<Record<string, string>>>({})
  const deed = useDeed(mergeConcerns, {
    refreshes: [listCarried, listMerged],
    onDone: () => {
      toast(w.mergedToast)
      onDone()
    },
  })
  const errors = fieldErrorsOf(deed.error)
  const send = (): void =>
    deed.mutate({
      params: { councilId },
      body: { title, shared, parts: concerns.map(({ id }) => ({ concernId: id, dropped: toPoints(dropped[id] ?? '') })) },
    })
  return (
    <Card title={w.formTitle}>
      <Form onSubmit={send} busy={deed.isPending} error={deed.error} label={w.formTitle}>
        <Field label={w.title} name="title" hint={w.titleHint} error={errors['title']}>
          <TextInput value={title} onChange={setTitle} maxLength={80} />
        </Field>
        <Field label={w.sharedLabel} name="shared" hint={w.sharedHint} error={errors['shared']}>
          <TextArea value={shared} onChange={setShared} maxLength={1000} rows={4} />
        </Field>
        {concerns.map(({ id, number, words }, place) => (
          <div key={id} className={styles.one}>
            <p className={styles.words}>
              <strong>{number}</strong> {words}
            </p>
            {place === 0 && <p className="muted small">{w.main}</p>}
            <Field
              label={w.droppedLabel(number)}
              name={`parts.${place}.dropped`}
              hint={w.droppedHint}
              error={Object.entries(errors).find(([path]) => path.startsWith(`parts.${place}.dropped`))?.[1]}
              optional
            >
              <TextArea value={dropped[id] ?? ''} onChange={(next) => setDropped({ ...dropped, [id]: next })} rows={2} />
            </Field>
          </div>
        ))}
        <ButtonRow>
          <Button type="submit" busy={deed.isPending}>
            {w.mergeDo}
          </Button>
          <Button kind="plain" onPress={onCancel}>
            {w.cancel}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}
