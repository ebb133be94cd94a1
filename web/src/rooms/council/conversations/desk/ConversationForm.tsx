import { createConversation, editConversation } from '@ronghe/contract/council/conversation-desk.ts'
import { listConversations, readConversation } from '@ronghe/contract/council/conversations.ts'
import { listMerged } from '@ronghe/contract/council/merged-concerns.ts'
import { listPlaces } from '@ronghe/contract/programme/places.ts'
import { readPublicSettings } from '@ronghe/contract/programme/settings.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { useToday } from '../../../../platform/today.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { DateInput, Select, TextArea, TextInput } from '../../../../ui/inputs.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { uiWords } from '../../../../ui/words/words.ts'
import { deskWords } from './words/words.ts'

export interface Prepared {
  readonly topic: string
  readonly zh: string
  readonly en: string
  readonly about: string
  readonly laneId: string
  readonly closesOn: string
  readonly mergedConcernId: string
}
const nothing: Prepared = { topic: '', zh: '', en: '', about: '', laneId: '', closesOn: '', mergedConcernId: '' }

/** Title, text and place of a conversation; new, or one that is not open yet. */
export function ConversationForm({
  councilId,
  conversationId,
  first = nothing,
  onSaved,
}: {
  readonly councilId: string
  readonly conversationId?: string
  readonly first?: Prepared
  readonly onSaved: (id: string) => void
}) {
  const w = useWords(deskWords)
  const ui = useWords(uiWords)
  const text = useText()
  const today = useToday()
  const topics = useQuery({ ...reading(readPublicSettings), staleTime: 3_600_000 }).data?.concernTopics ?? []
  const communities = useQuery({ ...reading(listPlaces), staleTime: 3_600_000 }).data?.communities ?? []
  const merged = useQuery(reading(listMerged, { params: { councilId }, query: { limit: 100 } })).data?.items ?? []
  const [value, setValue] = useState(first)
  const [tried, setTried] = useState(false)
  const done = {
    refreshes: [listConversations, readConversation],
    onDone: ({ id }: { readonly id: string }) => {
      toast(w.saved)
      onSaved(id)
    },
  }
  const create = useDeed(createConversation, done)
  const edit = useDeed(editConversation, done)
  const { error, isPending } = conversationId ? edit : create
  const set = (part: keyof Prepared) => (next: string) => setValue((now) => ({ ...now, [part]: next }))
  const errors: Readonly<Record<string, string>> = {
    ...fieldErrorsOf(error),
    ...(tried && value.topic === '' ? { topic: w.topicMissing } : {}),
    ...(tried && value.zh.trim() === '' ? { 'title.zh-CN': w.titleMissing } : {}),
    ...(tried && value.about.trim() === '' ? { 'about.zh-CN': w.aboutMissing } : {}),
  }
  const submit = (): void => {
    setTried(true)
    if (value.topic === '' || value.zh.trim() === '' || value.about.trim() === '') return
    const body = {
      topic: value.topic,
      title: { 'zh-CN': value.zh, ...(value.en.trim() && { en: value.en }) },
      about: { 'zh-CN': value.about },
      laneId: value.laneId || null,
      closesOn: value.closesOn || null,
      mergedConcernId: value.mergedConcernId || null,
    }
    if (conversationId) edit.mutate({ params: { councilId, conversationId }, body })
    else create.mutate({ params: { councilId }, body })
  }
  return (
    <Form label={w.formTitle} busy={isPending} error={error} errors={tried ? errors : {}} onSubmit={submit}>
      {merged.length > 0 && (
        <Field label={w.merged} name="mergedConcernId" hint={w.mergedHint} optional error={errors['mergedConcernId']}>
          <Select
            value={value.mergedConcernId}
            onChange={(mergedConcernId) => setValue((now) => begunWith(now, mergedConcernId, merged))}
            placeholder={w.mergedNone}
            options={merged.map(({ id, title }) => ({ value: id, label: title }))}
          />
        </Field>
      )}
      <Field label={w.topic} name="topic" error={errors['topic']}>
        <Select
          value={value.topic}
          onChange={set('topic')}
          placeholder={ui.chooseOne}
          options={topics.map(({ key, name }) => ({ value: key, label: text(name) }))}
        />
      </Field>
      <Field label={w.name} name="title.zh-CN" hint={w.nameHint} error={errors['title.zh-CN']}>
        <TextInput value={value.zh} onChange={set('zh')} maxLength={60} />
      </Field>
      <Field label={w.nameEn} name="title.en" optional error={errors['title.en']}>
        <TextInput value={value.en} onChange={set('en')} maxLength={200} />
      </Field>
      <Field label={w.about} name="about.zh-CN" hint={w.aboutHint} error={errors['about.zh-CN']}>
        <TextArea value={value.about} onChange={set('about')} maxLength={600} rows={4} />
      </Field>
      <Field label={w.where} name="laneId" error={errors['laneId']}>
        <Select
          value={value.laneId}
          onChange={set('laneId')}
          placeholder={w.wholeStreet}
          options={communities.flatMap(({ name, lanes }) =>
            lanes.map((lane) => ({ value: lane.id, label: `${text(name)} ${text(lane.name)}` })),
          )}
        />
      </Field>
      <Field label={w.closesOn} name="closesOn" hint={w.closesOnHint} optional error={errors['closesOn']}>
        <DateInput value={value.closesOn} onChange={set('closesOn')} min={today} />
      </Field>
      <Button type="submit" busy={isPending}>
        {w.save}
      </Button>
    </Form>
  )
}

/** What the merge says already need not be typed again. */
function begunWith(now: Prepared, mergedConcernId: string, merged: readonly { readonly id: string; readonly title: string }[]): Prepared {
  const chosen = merged.find(({ id }) => id === mergedConcernId)
  return { ...now, mergedConcernId, zh: now.zh || (chosen?.title ?? '') }
}
