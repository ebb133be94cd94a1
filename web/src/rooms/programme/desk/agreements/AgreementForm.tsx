import { addAgreement, type AgreementPage, editAgreement, readAgreement } from '@ronghe/contract/programme/agreements.ts'
import { listPosts } from '@ronghe/contract/programme/appointments.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useToday } from '../../../../platform/today.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { useParam } from '../../../../platform/params.ts'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { useSession } from '../../../../platform/session/session.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { DateInput, Select, TextInput } from '../../../../ui/inputs.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { BothLanguages } from '../BothLanguages.tsx'
import styles from '../desk.module.css'
import { programmeDeskWords } from '../words/words.ts'
import { agreementReads } from './agreement-reads.ts'
import { PlacesTaking } from './PlacesTaking.tsx'
import { sentAgreement, subjects, type TypedAgreement, typedAgreement } from './typed-agreement.ts'
import { agreementDeskWords } from './words/words.ts'

export function NewAgreement() {
  const w = useWords(agreementDeskWords)
  return (
    <div className={styles.page}>
      <PageHeader title={w.add} lead={w.addLead} back={{ to: '/agreements', label: w.back }} />
      <AgreementForm />
    </div>
  )
}

export function EditAgreement() {
  const w = useWords(agreementDeskWords)
  const text = useText()
  const agreementId = useParam('agreementId')
  const read = useQuery(reading(readAgreement, { params: { agreementId } }))
  return (
    <Shown read={read}>
      {(found) => (
        <div className={styles.page}>
          <PageHeader
            title={w.edit}
            above={text(found.title)}
            back={{ to: '/agreements/$agreementId', params: { agreementId }, label: w.back }}
          />
          <AgreementForm key={found.id} found={found} />
        </div>
      )}
    </Shown>
  )
}

function AgreementForm({ found }: { readonly found?: AgreementPage }) {
  const today = useToday()
  const w = useWords(agreementDeskWords)
  const desk = useWords(programmeDeskWords)
  const text = useText()
  const navigate = useNavigate()
  const { person } = useSession()
  const posts = useQuery(reading(listPosts))
  const draft = useDraft<TypedAgreement>(`agreement:${found?.id ?? `new:${person?.id}`}`, typedAgreement(found, '', today))
  const [faults, setFaults] = useState<FieldErrors>({})
  const options = {
    refreshes: agreementReads,
    onDone: ({ id }: AgreementPage) => {
      void draft.discard()
      toast(found ? w.saved : w.added)
      void navigate({ to: '/agreements/$agreementId' as string, params: { agreementId: id } as never })
    },
  }
  const adding = useDeed(addAgreement, options)
  const editing = useDeed(editAgreement, options)
  const deed = found ? editing : adding
  if (draft.state === 'reading' || posts.isLoading) return <Loading />
  const typed = draft.value
  const ownerPostId = typed.ownerPostId || (found?.ownerPostId ?? '')
  const set = (part: Partial<TypedAgreement>): void => draft.change((now) => ({ ...now, ...part }))
  const errors = { ...fieldErrorsOf(deed.error), ...faults }
  const save = (): void => {
    const missing: FieldErrors = {
      ...(typed.title['zh-CN'].trim() === '' && { title: w.nameMissing }),
      ...(typed.counterpart['zh-CN'].trim() === '' && { counterpart: w.counterpartMissing }),
      ...(typed.summary['zh-CN'].trim() === '' && { 'terms.summary': w.summaryMissing }),
      ...(typed.guide['zh-CN'].trim() !== '' && typed.source['zh-CN'].trim() === '' && { 'today.source': w.missing }),
      ...(ownerPostId === '' && { ownerPostId: w.ownerMissing }),
    }
    setFaults(missing)
    if (Object.keys(missing).length > 0) return
    const body = sentAgreement({ ...typed, ownerPostId })
    if (found) editing.mutate({ params: { agreementId: found.id }, body })
    else adding.mutate({ body })
  }
  return (
    <Form onSubmit={save} busy={deed.isPending} errors={faults} error={deed.error} label={found ? w.edit : w.add}>
      <Card>
        <BothLanguages label={w.name} name="title" value={typed.title} onChange={(title) => set({ title })} errors={errors} />
        <BothLanguages
          label={w.counterpart}
          name="counterpart"
          value={typed.counterpart}
          onChange={(counterpart) => set({ counterpart })}
          errors={errors}
        />
        <div className={styles.pair}>
          <Field label={w.subject} name="subject">
            <Select
              value={typed.subject}
              onChange={(subject) => set({ subject })}
              options={subjects.map((value) => ({ value, label: w.subjects[value] }))}
            />
          </Field>
          <Field label={w.owner} name="ownerPostId" error={errors['ownerPostId']}>
            <Select
              value={ownerPostId}
              onChange={(next) => set({ ownerPostId: next })}
              placeholder={desk.choosePost}
              options={(posts.data?.items ?? []).map((post) => ({
                value: post.id,
                label: `${text(post.organ.name)} · ${text(post.name)}`,
              }))}
            />
          </Field>
        </div>
      </Card>
      <Card title={w.summary}>
        <BothLanguages
          label={w.summary}
          name="terms.summary"
          value={typed.summary}
          onChange={(summary) => set({ summary })}
          errors={errors}
          long
        />
        <Field label={w.document} name="terms.document" error={errors['terms.document']} optional>
          <TextInput value={typed.document} onChange={(document) => set({ document })} maxLength={100} />
        </Field>
        <PlacesTaking places={typed.places} onChange={(places) => set({ places })} errors={errors} />
      </Card>
      <Card title={w.today}>
        <BothLanguages
          label={w.guide}
          name="today.guide"
          value={typed.guide}
          onChange={(guide) => set({ guide })}
          errors={errors}
          long
          optional
        />
        <BothLanguages
          label={w.steps}
          name="today.steps"
          hint={w.stepsHint}
          value={typed.steps}
          onChange={(steps) => set({ steps })}
          errors={errors}
          long
          optional
        />
        <BothLanguages
          label={w.source}
          name="today.source"
          value={typed.source}
          onChange={(source) => set({ source })}
          errors={errors}
          optional
        />
        <Field label={w.checkedOn} name="today.checkedOn" error={errors['today.checkedOn']}>
          <DateInput value={typed.checkedOn} onChange={(checkedOn) => set({ checkedOn })} max={today} />
        </Field>
      </Card>
      <Card title={w.instead}>
        <BothLanguages
          label={w.instead}
          name="instead"
          hint={w.insteadHint}
          value={typed.instead}
          onChange={(instead) => set({ instead })}
          errors={errors}
          long
          optional
        />
      </Card>
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {found ? w.save : w.addDo}
        </Button>
      </ButtonRow>
    </Form>
  )
}
