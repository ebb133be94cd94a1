import {
  callCommendation,
  changeCommendation,
  type CommendationRound,
  listCommendations,
  readCommendation,
} from '@ronghe/contract/programme/commendations.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { useParam } from '../../../../platform/params.ts'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { useToday } from '../../../../platform/today.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { DateInput, NumberInput, TextArea, TextInput } from '../../../../ui/inputs.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import desk from '../../desk/desk.module.css'
import { readLines, writeLines } from './typed-lines.ts'
import { commendationDeskWords } from './words/words.ts'

interface Typed {
  readonly year: number | null
  readonly zh: string
  readonly en: string
  readonly zhSummary: string
  readonly enSummary: string
  readonly criteria: string
  readonly categories: string
  readonly from: string
  readonly until: string
}

export const CallRound = () => <CallForm />

export function ChangeCall() {
  const roundId = useParam('roundId')
  return <Shown read={useQuery(reading(readCommendation, { params: { roundId } }))}>{(round) => <CallForm round={round} />}</Shown>
}

/** Criteria and categories, one a line, and the days of nominating. */
function CallForm({ round }: { readonly round?: CommendationRound }) {
  const w = useWords(commendationDeskWords)
  const today = useToday()
  const navigate = useNavigate()
  const draft = useDraft<Typed>(
    `commendation:${round?.id ?? 'new'}`,
    round ? typedOf(round) : { ...fresh, year: Number(today.slice(0, 4)) },
  )
  const [tried, setTried] = useState(false)
  const done = {
    refreshes: [listCommendations, readCommendation],
    onDone: ({ id }: CommendationRound) => {
      void draft.discard()
      toast(w.done)
      void navigate({ to: '/commendations/$roundId' as string, params: { roundId: id } as never })
    },
  }
  const call = useDeed(callCommendation, done)
  const change = useDeed(changeCommendation, done)
  const deed = round ? change : call
  if (draft.state === 'reading') return <Loading />
  const typed = draft.value
  const set = (part: Partial<Typed>): void => draft.change((now) => ({ ...now, ...part }))
  const missing: Record<string, string> = {
    ...(typed.year === null && { year: w.missing.year }),
    ...(typed.zh.trim() === '' && { title: w.missing.title }),
    ...(typed.zhSummary.trim() === '' && { summary: w.missing.summary }),
    ...(typed.criteria.trim() === '' && { criteria: w.missing.lines }),
    ...(typed.categories.trim() === '' && { categories: w.missing.lines }),
    ...(typed.from === '' && { nominationsFrom: w.missing.day }),
    ...(typed.until === '' && { nominationsUntil: w.missing.day }),
  }
  const said = { ...fieldErrorsOf(deed.error), ...(tried ? missing : {}) }
  const save = (): void => {
    setTried(true)
    if (Object.keys(missing).length > 0 || typed.year === null) return
    const both = (zh: string, en: string) => ({ 'zh-CN': zh.trim(), ...(en.trim() !== '' && { en: en.trim() }) })
    const body = {
      year: typed.year,
      title: both(typed.zh, typed.en),
      summary: both(typed.zhSummary, typed.enSummary),
      criteria: readLines(typed.criteria, round?.criteria),
      categories: readLines(typed.categories, round?.categories),
      nominationsFrom: typed.from,
      nominationsUntil: typed.until,
    }
    if (round) change.mutate({ params: { roundId: round.id }, body })
    else call.mutate({ body })
  }
  return (
    <div className={desk.page}>
      <PageHeader title={w.callTitle} lead={w.callLead} back={{ to: '/commendations', label: w.title }} />
      <Card>
        <Form onSubmit={save} busy={deed.isPending} error={deed.error} errors={tried ? missing : {}} label={w.callTitle}>
          <Field label={w.year} name="year" error={said['year']}>
            <NumberInput value={typed.year} onChange={(year) => set({ year })} />
          </Field>
          <div className={desk.pair}>
            <Field label={w.zhTitle} name="title" error={said['title']}>
              <TextInput value={typed.zh} onChange={(zh) => set({ zh })} maxLength={60} />
            </Field>
            <Field label={w.enTitle} name="title.en" optional>
              <TextInput value={typed.en} onChange={(en) => set({ en })} maxLength={120} />
            </Field>
            <Field label={w.zhSummary} name="summary" error={said['summary']}>
              <TextArea value={typed.zhSummary} onChange={(zhSummary) => set({ zhSummary })} rows={3} maxLength={1000} />
            </Field>
            <Field label={w.enSummary} name="summary.en" optional>
              <TextArea value={typed.enSummary} onChange={(enSummary) => set({ enSummary })} rows={3} maxLength={2000} />
            </Field>
            <Field label={w.criteria} hint={w.criteriaHint} name="criteria" error={said['criteria']}>
              <TextArea value={typed.criteria} onChange={(criteria) => set({ criteria })} rows={4} maxLength={1000} />
            </Field>
            <Field label={w.categories} hint={w.criteriaHint} name="categories" error={said['categories']}>
              <TextArea value={typed.categories} onChange={(categories) => set({ categories })} rows={4} maxLength={1000} />
            </Field>
            <Field label={w.from} name="nominationsFrom" error={said['nominationsFrom']}>
              <DateInput value={typed.from} onChange={(from) => set({ from })} />
            </Field>
            <Field label={w.to} name="nominationsUntil" error={said['nominationsUntil']}>
              <DateInput value={typed.until} onChange={(until) => set({ until })} />
            </Field>
          </div>
          <ButtonRow>
            <Button type="submit" busy={deed.isPending}>
              {w.save}
            </Button>
          </ButtonRow>
        </Form>
      </Card>
    </div>
  )
}

const fresh: Typed = { year: null, zh: '', en: '', zhSummary: '', enSummary: '', criteria: '', categories: '', from: '', until: '' }

const typedOf = (round: CommendationRound): Typed => ({
  year: round.year,
  zh: round.title['zh-CN'],
  en: round.title.en ?? '',
  zhSummary: round.summary['zh-CN'],
  enSummary: round.summary.en ?? '',
  criteria: writeLines(round.criteria),
  categories: writeLines(round.categories),
  from: round.nominationsFrom,
  until: round.nominationsUntil,
})
