import { listOrgans } from '@ronghe/contract/programme/organs.ts'
import { listLecturers } from '@ronghe/contract/school/course-desk.ts'
import { ChildrenKind, courseModules } from '@ronghe/contract/school/courses.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Choice, Choices, Tick } from '../../../../ui/Choice.tsx'
import { Field, FieldGroup } from '../../../../ui/Field.tsx'
import { NumberInput, Select, TextInput } from '../../../../ui/inputs.tsx'
import { PlainWords } from '../../../../ui/PlainWords.tsx'
import { BothLanguages, noText } from '../../../programme/desk/BothLanguages.tsx'
import { courseWords } from '../words/words.ts'
import type { CourseDraft } from './course-draft.ts'
import styles from './course-desk.module.css'
import { courseDeskWords } from './words/words.ts'

interface Typing {
  readonly draft: CourseDraft
  readonly change: (part: Partial<CourseDraft>) => void
  readonly errors: Readonly<Record<string, string>>
}

/** What a course is planned with. */
export function CourseFields(typing: Typing) {
  const { draft, change, errors } = typing
  const w = useWords(courseDeskWords)
  const c = useWords(courseWords)
  return (
    <>
      <BothLanguages label={w.title} name="title" value={draft.title} onChange={(title) => change({ title })} errors={errors} />
      <BothLanguages label={w.about} name="about" value={draft.about} onChange={(about) => change({ about })} errors={errors} long />
      <PlainWords text={`${draft.title['zh-CN']}\n${draft.about['zh-CN']}`} />
      <PlainWords text={`${draft.title.en}\n${draft.about.en}`} language="en" />
      <BothLanguages
        label={w.requirements}
        name="requirements"
        value={draft.requirements}
        onChange={(requirements) => change({ requirements })}
        errors={errors}
        optional
      />
      <Field name="module" label={w.module} error={errors['module']}>
        <Select
          value={draft.module}
          onChange={(module) => change({ module })}
          options={courseModules.map((value) => ({ value, label: c.modules[value] }))}
        />
      </Field>
      <Field name="speaks" label={w.speaks} hint={w.speaksHint} error={errors['speaks']}>
        <TextInput value={draft.speaks} onChange={(speaks) => change({ speaks })} maxLength={80} />
      </Field>
      <div className={styles.pair}>
        <Field name="minimum" label={w.minimum} hint={w.minimumHint} error={errors['minimum']}>
          <NumberInput value={draft.minimum} onChange={(minimum) => change({ minimum })} />
        </Field>
        <Field name="seats" label={w.seats} error={errors['seats']}>
          <NumberInput value={draft.seats} onChange={(seats) => change({ seats })} />
        </Field>
      </div>
      <Children {...typing} />
      <FieldGroup label={w.approval} optional hideLabel>
        <Tick checked={draft.approval} onChange={(approval) => change({ approval })} label={w.approval} hint={w.approvalHint} />
      </FieldGroup>
      <Lecturers {...typing} />
      <Partners {...typing} />
    </>
  )
}

function Children({ draft, change, errors }: Typing) {
  const w = useWords(courseDeskWords)
  return (
    <>
      <Choice
        name="children"
        label={w.childrenKind}
        value={draft.children}
        onChange={(children) => change({ children })}
        options={ChildrenKind.options.map((value) => ({ value, label: w.childrenKinds[value] }))}
      />
      {draft.children !== 'none' && (
        <div className={styles.pair}>
          <Field name="childPlaces" label={w.childPlaces} error={errors['childPlaces']}>
            <NumberInput value={draft.childPlaces} onChange={(childPlaces) => change({ childPlaces })} />
          </Field>
          {draft.children === 'childcare' && (
            <Field name="carers" label={w.carers} hint={w.carersHint} error={errors['carers']}>
              <NumberInput value={draft.carers} onChange={(carers) => change({ carers })} />
            </Field>
          )}
        </div>
      )}
    </>
  )
}

function Lecturers({ draft, change, errors }: Typing) {
  const w = useWords(courseDeskWords)
  const c = useWords(courseWords)
  const text = useText()
  const { data } = useQuery(reading(listLecturers))
  if (data && data.items.length === 0) return <p className="muted">{w.noLecturers}</p>
  return (
    <Choices
      name="lecturers"
      label={w.lecturers}
      error={errors['lecturers']}
      optional
      value={draft.lecturers}
      onChange={(lecturers) => change({ lecturers })}
      options={(data?.items ?? []).map(({ id, name, affiliation, skills }) => ({
        value: id,
        label: name ?? c.guest,
        hint: [text(affiliation), ...skills.map(text)].join(' · '),
      }))}
    />
  )
}

function Partners({ draft, change, errors }: Typing) {
  const w = useWords(courseDeskWords)
  const text = useText()
  const { data } = useQuery(reading(listOrgans))
  const set = (place: number, part: Partial<CourseDraft['partners'][number]>) =>
    change({ partners: draft.partners.map((partner, index) => (index === place ? { ...partner, ...part } : partner)) })
  return (
    <FieldGroup name="partners" label={w.partners} hint={w.partnersHint} error={errors['partners']} optional>
      {draft.partners.map(({ organId, role }, place) => (
        <div key={place} className={styles.partner}>
          <Field name={`partners.${place}.organId`} label={w.partner} error={errors[`partners.${place}.organId`]}>
            <Select
              value={organId}
              onChange={(next) => set(place, { organId: next })}
              options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: text(name) }))}
            />
          </Field>
          <BothLanguages
            label={w.role}
            name={`partners.${place}.role`}
            value={role}
            onChange={(next) => set(place, { role: next })}
            errors={errors}
          />
          <Button kind="plain" onPress={() => change({ partners: draft.partners.filter((_, index) => index !== place) })}>
            {w.dropPartner}
          </Button>
        </div>
      ))}
      {draft.partners.length < 8 && (
        <Button kind="quiet" onPress={() => change({ partners: [...draft.partners, { organId: '', role: noText }] })}>
          {w.addPartner}
        </Button>
      )}
    </FieldGroup>
  )
}
