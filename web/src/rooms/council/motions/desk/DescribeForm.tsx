import { describeMotion, type Motion, readMotion } from '@ronghe/contract/council/motions.ts'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, Form } from '../../../../ui/Form.tsx'
import { TextArea, TextInput } from '../../../../ui/inputs.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { motionWords } from '../words/words.ts'

/** The plain summary and the translation line by line; neither is voted on. */
export function DescribeForm({ motion }: { readonly motion: Motion }) {
  const w = useWords(motionWords)
  const draft = useDraft(`describe:${motion.id}:${motion.version}`, {
    summary: motion.summary?.['zh-CN'] ?? '',
    summaryEn: motion.summary?.en ?? '',
    title: motion.title.en ?? '',
    reasons: motion.reasons.en ?? '',
    doer: motion.doer.en ?? '',
    lines: motion.lines.map((_, place) => motion.translation?.[place] ?? ''),
  })
  const [missing, setMissing] = useState<FieldErrors>({})
  const deed = useDeed(describeMotion, {
    refreshes: [readMotion],
    onDone: () => {
      toast(w.deskSaved)
      void draft.discard()
    },
  })
  const typed = draft.value
  const set = (part: Partial<typeof typed>): void => draft.change({ ...typed, ...part })
  const save = (): void => {
    const english = [typed.title, typed.reasons, typed.doer, ...typed.lines].map((words) => words.trim())
    const some = english.some((words) => words !== '')
    const found: FieldErrors = some && english.some((words) => words === '') ? { englishTitle: w.describeAll } : {}
    setMissing(found)
    if (Object.keys(found).length > 0) return
    deed.mutate({
      params: { motionId: motion.id },
      body: {
        summary: typed.summary.trim()
          ? { 'zh-CN': typed.summary.trim(), ...(typed.summaryEn.trim() && { en: typed.summaryEn.trim() }) }
          : null,
        translation: some
          ? {
              title: typed.title.trim(),
              reasons: typed.reasons.trim(),
              doer: typed.doer.trim(),
              lines: typed.lines.map((line) => line.trim()),
            }
          : null,
      },
    })
  }
  return (
    <Card title={w.describeTitle}>
      <Form onSubmit={save} busy={deed.isPending} errors={missing} error={deed.error} label={w.describeTitle}>
        <Field label={w.describeSummary} name="summary" optional>
          <TextArea value={typed.summary} onChange={(summary) => set({ summary })} rows={4} maxLength={1200} />
        </Field>
        <Field label={w.describeSummaryEn} name="summaryEn" optional>
          <TextArea value={typed.summaryEn} onChange={(summaryEn) => set({ summaryEn })} rows={3} maxLength={2400} />
        </Field>
        <h3>{w.describeEnglish}</h3>
        <Field label={w.describeEnglishTitle} name="englishTitle" error={missing['englishTitle']} optional>
          <TextInput value={typed.title} onChange={(title) => set({ title })} maxLength={200} />
        </Field>
        {motion.lines.map((line, place) => (
          <Field key={`${place} ${line}`} label={w.describeLine(place + 1, line)} name={`line-${place}`} optional>
            <TextInput
              value={typed.lines[place] ?? ''}
              onChange={(words) => set({ lines: typed.lines.map((one, at) => (at === place ? words : one)) })}
              maxLength={600}
            />
          </Field>
        ))}
        <Field label={w.describeEnglishDoer} name="englishDoer" optional>
          <TextInput value={typed.doer} onChange={(doer) => set({ doer })} maxLength={400} />
        </Field>
        <Field label={w.describeEnglishReasons} name="englishReasons" optional>
          <TextArea value={typed.reasons} onChange={(reasons) => set({ reasons })} rows={3} maxLength={4000} />
        </Field>
        <ButtonRow>
          <Button type="submit" kind="quiet" busy={deed.isPending}>
            {w.describeDo}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}
