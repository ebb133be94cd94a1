import { leaveShiftNote, listShiftNotes, type listShiftNotePlaces } from '@ronghe/contract/programme/shift-notes.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { useDeed } from '../../../../platform/queries.ts'
import { useSession } from '../../../../platform/session/session.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { Select, TextArea } from '../../../../ui/inputs.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { shiftNoteWords } from './words/words.ts'

const fresh = { organId: '', postId: '', words: '' }

/** A note for an organ or one of its posts; kept as it is typed until it is left. */
export function LeaveNote({ places }: { readonly places: ReplyOf<typeof listShiftNotePlaces>['items'] }) {
  const w = useWords(shiftNoteWords)
  const text = useText()
  const { person } = useSession()
  const draft = useDraft(`shift-note:${person?.id}`, fresh)
  const [faults, setFaults] = useState<FieldErrors>({})
  const deed = useDeed(leaveShiftNote, {
    refreshes: [listShiftNotes],
    onDone: () => {
      draft.change(fresh)
      void draft.discard()
      toast(w.left)
    },
  })
  if (draft.state === 'reading') return <Loading />
  const { value: typed } = draft
  const set = (part: Partial<typeof fresh>): void => draft.change((now) => ({ ...now, ...part }))
  const organ = places.find(({ id }) => id === typed.organId) ?? places[0]!
  const postId = organ.posts.some(({ id }) => id === typed.postId) ? typed.postId : ''
  const errors = { ...fieldErrorsOf(deed.error), ...faults }
  const leave = (): void => {
    const found: FieldErrors = typed.words.trim() === '' ? { words: w.wordsMissing } : {}
    setFaults(found)
    if (Object.keys(found).length === 0) deed.mutate({ body: { organId: organ.id, postId: postId || null, words: typed.words.trim() } })
  }
  return (
    <Form onSubmit={leave} busy={deed.isPending} errors={faults} error={deed.error} label={w.write}>
      {places.length > 1 && (
        <Field label={w.organ} name="organId" error={errors['organId']}>
          <Select
            value={organ.id}
            onChange={(organId) => set({ organId, postId: '' })}
            options={places.map(({ id, name }) => ({ value: id, label: text(name) }))}
          />
        </Field>
      )}
      <Field label={w.forWhom} name="postId" error={errors['postId']}>
        <Select
          value={postId}
          onChange={(next) => set({ postId: next })}
          placeholder={w.everybody(text(organ.name))}
          options={organ.posts.map(({ id, name }) => ({ value: id, label: text(name) }))}
        />
      </Field>
      <Field label={w.words} name="words" hint={w.wordsHint} error={errors['words']}>
        <TextArea value={typed.words} onChange={(words) => set({ words })} rows={3} maxLength={600} />
      </Field>
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {w.leave}
        </Button>
      </ButtonRow>
      <p className="muted small extra">{w.saved}</p>
    </Form>
  )
}
