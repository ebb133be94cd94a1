import { listOrgans } from '@ronghe/contract/programme/organs.ts'
import { addLecturer, type DeskLecturer, endLecturer, listLecturers } from '@ronghe/contract/school/course-desk.ts'
import { LecturerSource } from '@ronghe/contract/school/courses.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { useToday } from '../../../../platform/today.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../../ui/Card.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { DateInput, Select, TextArea, TextInput } from '../../../../ui/inputs.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { courseWords } from '../words/words.ts'
import { spokenIn } from './course-draft.ts'
import { courseDeskWords } from './words/words.ts'

/** Who teaches: by where they come from and what they teach. */
export function Lecturers() {
  const w = useWords(courseDeskWords)
  const read = useQuery(reading(listLecturers))
  return (
    <>
      <PageHeader title={w.lecturersTitle} lead={w.lecturersLead} />
      <Shown read={read}>
        {(list) => (
          <>
            {list.items.length === 0 ? (
              <EmptyState title={w.lecturersEmpty} />
            ) : (
              <Card>
                <CardList>
                  {list.items.map((lecturer) => (
                    <OneLecturer key={lecturer.id} lecturer={lecturer} />
                  ))}
                </CardList>
              </Card>
            )}
            <NewLecturer holders={list.holders} />
          </>
        )}
      </Shown>
    </>
  )
}

function OneLecturer({ lecturer }: { readonly lecturer: DeskLecturer }) {
  const w = useWords(courseDeskWords)
  const c = useWords(courseWords)
  const text = useText()
  const format = useFormat()
  const [asking, setAsking] = useState(false)
  const end = useDeed(endLecturer, {
    refreshes: [listLecturers],
    onDone: () => {
      setAsking(false)
      toast(w.ended)
    },
  })
  const name = lecturer.name ?? c.guest
  return (
    <CardItem
      title={name}
      second={[c.sources[lecturer.source], text(lecturer.affiliation), format.list(lecturer.skills.map(text)), format.list(lecturer.speaks)]
        .filter(Boolean)
        .join(' · ')}
      below={
        <>
          <Button kind="plain" onPress={() => setAsking(true)}>
            {w.endLecturer}
          </Button>
          <Dialog title={`${name} · ${w.endLecturer}`} open={asking} onClose={() => setAsking(false)}>
            <p>{w.endAsk}</p>
            {end.error && <RefusalLine error={end.error} />}
            <ButtonRow>
              <Button kind="careful" busy={end.isPending} onPress={() => end.mutate({ params: { lecturerId: lecturer.id } })}>
                {w.endLecturer}
              </Button>
              <Button kind="quiet" onPress={() => setAsking(false)}>
                {w.keepLecturer}
              </Button>
            </ButtonRow>
          </Dialog>
        </>
      }
    />
  )
}

const empty = {
  personId: '',
  guestName: '',
  guestAgreedOn: '',
  source: '' as LecturerSource | '',
  organId: '',
  affiliation: '',
  skills: '',
  speaks: '',
}

function NewLecturer({ holders }: { readonly holders: ReplyOf<typeof listLecturers>['holders'] }) {
  const w = useWords(courseDeskWords)
  const c = useWords(courseWords)
  const text = useText()
  const today = useToday()
  const organs = useQuery(reading(listOrgans)).data?.items ?? []
  const [draft, setDraft] = useState(empty)
  const [missing, setMissing] = useState<Record<string, string>>({})
  const add = useDeed(addLecturer, {
    refreshes: [listLecturers],
    onDone: () => {
      setDraft(empty)
      toast(w.saved)
    },
  })
  const set = (part: Partial<typeof empty>) => setDraft({ ...draft, ...part })
  const guest = draft.personId === ''
  const submit = () => {
    setMissing(draft.source ? {} : { source: w.need })
    if (!draft.source) return
    add.mutate({
      body: {
        source: draft.source,
        organId: draft.organId || null,
        affiliation: draft.organId === '' && draft.affiliation.trim() ? { 'zh-CN': draft.affiliation.trim() } : null,
        personId: draft.personId || null,
        guestName: guest ? draft.guestName.trim() : '',
        guestAgreedOn: guest && draft.guestAgreedOn ? draft.guestAgreedOn : null,
        skills: draft.skills
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
          .map((line) => ({ 'zh-CN': line })),
        speaks: spokenIn(draft.speaks),
      },
    })
  }
  const errors = { ...fieldErrorsOf(add.error), ...missing }
  return (
    <Card title={w.addLecturer}>
      <Form onSubmit={submit} busy={add.isPending} errors={missing} error={add.error} label={w.addLecturer}>
        <Field name="personId" label={w.who} error={errors['personId']}>
          <Select
            value={draft.personId}
            onChange={(personId) => set({ personId })}
            placeholder={w.whoGuest}
            options={holders.map(({ personId, name }) => ({ value: personId, label: name }))}
          />
        </Field>
        {guest && (
          <>
            <Field name="guestName" label={w.guestName} error={errors['guestName']}>
              <TextInput value={draft.guestName} onChange={(guestName) => set({ guestName })} maxLength={40} short />
            </Field>
            <Field name="guestAgreedOn" label={w.guestAgreed} error={errors['guestAgreedOn']}>
              <DateInput value={draft.guestAgreedOn} onChange={(guestAgreedOn) => set({ guestAgreedOn })} max={today} />
            </Field>
          </>
        )}
        <Field name="source" label={w.source} error={errors['source']}>
          <Select
            value={draft.source}
            onChange={(source) => set({ source })}
            options={LecturerSource.options.map((value) => ({ value, label: c.sources[value] }))}
          />
        </Field>
        <Field name="organId" label={w.organ} error={errors['organId']} optional>
          <Select
            value={draft.organId}
            onChange={(organId) => set({ organId })}
            placeholder={w.otherOrgan}
            options={organs.map(({ id, name }) => ({ value: id, label: text(name) }))}
          />
        </Field>
        {draft.organId === '' && (
          <Field name="affiliation" label={w.affiliation} error={errors['affiliation']}>
            <TextInput value={draft.affiliation} onChange={(affiliation) => set({ affiliation })} maxLength={80} />
          </Field>
        )}
        <Field name="skills" label={w.skills} hint={w.skillsHint} error={errors['skills']}>
          <TextArea value={draft.skills} onChange={(skills) => set({ skills })} rows={3} maxLength={300} />
        </Field>
        <Field name="speaks" label={w.lecturerSpeaks} hint={w.speaksHint} error={errors['speaks']} optional>
          <TextInput value={draft.speaks} onChange={(speaks) => set({ speaks })} maxLength={80} />
        </Field>
        <Button type="submit" busy={add.isPending}>
          {w.addLecturer}
        </Button>
      </Form>
    </Card>
  )
}
