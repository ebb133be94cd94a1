import { type DepartmentKey, departmentKeys, departmentNames } from '@ronghe/contract/programme/departments.ts'
import { addOrgan, editOrgan, listOrgans, OrganKind, type OrganPage, Party } from '@ronghe/contract/programme/organs.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type * as z from 'zod/mini'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { Select, TextInput } from '../../../../ui/inputs.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { BothLanguages, sentText, sentTextOrNull, typedText } from '../BothLanguages.tsx'
import styles from '../desk.module.css'
import { organReads } from './organ-reads.ts'
import { organDeskWords } from './words/words.ts'

type Kind = z.infer<typeof OrganKind>
type Whose = z.infer<typeof Party>

/** A page of its own for a new organ. */
export function NewOrgan() {
  const w = useWords(organDeskWords)
  const navigate = useNavigate()
  return (
    <div className={styles.page}>
      <PageHeader title={w.add} lead={w.addLead} back={{ to: '/organs', label: w.back }} />
      <Card>
        <OrganForm onDone={(organId) => void navigate({ to: '/organs/$organId' as string, params: { organId } as never })} />
      </Card>
    </div>
  )
}

/** What is said about an organ. Kind and party are chosen once, because everything else hangs on them. */
export function OrganForm({ organ, onDone }: { readonly organ?: OrganPage; readonly onDone: (organId: string) => void }) {
  const w = useWords(organDeskWords)
  const text = useText()
  const organs = useQuery(reading(listOrgans))
  const [typed, setTyped] = useState({
    kind: (organ?.kind ?? 'socialOrganisation') as Kind,
    party: (organ?.party ?? 'social') as Whose,
    name: typedText(organ?.name),
    summary: typedText(organ?.summary),
    parentId: organ?.parent?.id ?? '',
    approval: organ?.approval ?? '',
    place: organ?.place ?? '',
    contact: organ?.contact ?? '',
    key: (organ?.key ?? '') as DepartmentKey | '',
  })
  const [missing, setMissing] = useState(false)
  const set = (part: Partial<typeof typed>): void => setTyped((now) => ({ ...now, ...part }))
  const options = {
    refreshes: organReads,
    onDone: ({ id }: { readonly id: string }) => {
      toast(organ ? w.saved : w.added)
      onDone(id)
    },
  }
  const adding = useDeed(addOrgan, options)
  const editing = useDeed(editOrgan, options)
  const deed = organ ? editing : adding
  const taken = new Set(organs.data?.items.map(({ key }) => key))
  const noName = typed.name['zh-CN'].trim() === ''
  const errors: FieldErrors = { ...fieldErrorsOf(deed.error), ...(missing && noName && { name: w.nameMissing }) }
  const save = (): void => {
    setMissing(noName)
    if (noName) return
    const words = {
      name: sentText(typed.name),
      summary: sentTextOrNull(typed.summary),
      parentId: typed.parentId || null,
      approval: typed.approval.trim() || null,
      place: typed.place.trim() || null,
      contact: typed.contact.trim() || null,
      ...(typed.kind === 'department' && !organ?.key && { key: typed.key || null }),
    }
    if (organ) editing.mutate({ params: { organId: organ.id }, body: words })
    else adding.mutate({ body: { kind: typed.kind, party: typed.party, ...words } })
  }
  return (
    <Form onSubmit={save} busy={deed.isPending} errors={missing && noName ? { name: w.nameMissing } : {}} error={deed.error} label={w.edit}>
      {!organ && (
        <>
          <Field label={w.kind} name="kind">
            <Select<Kind>
              value={typed.kind}
              onChange={(kind) => set({ kind })}
              options={OrganKind.options.map((value) => ({ value, label: w.kinds[value] }))}
            />
          </Field>
          <Choice<Whose>
            label={w.party}
            name="party"
            value={typed.party}
            onChange={(party) => set({ party })}
            options={Party.options.map((value) => ({ value, label: w.parties[value] }))}
          />
        </>
      )}
      {typed.kind === 'department' && !organ?.key && (
        <Field label={w.departmentKey} name="key" hint={w.departmentKeyHint} error={errors['key']} optional>
          <Select<DepartmentKey | ''>
            value={typed.key}
            onChange={(key) => set({ key })}
            placeholder={w.departmentKeyNone}
            options={departmentKeys.filter((key) => !taken.has(key)).map((key) => ({ value: key, label: text(departmentNames[key]) }))}
          />
        </Field>
      )}
      <BothLanguages label={w.name} name="name" value={typed.name} onChange={(name) => set({ name })} errors={errors} />
      <BothLanguages
        label={w.summary}
        name="summary"
        value={typed.summary}
        onChange={(summary) => set({ summary })}
        errors={errors}
        long
        optional
      />
      <Field label={w.parent} name="parentId" error={errors['parentId']} optional>
        <Select
          value={typed.parentId}
          onChange={(parentId) => set({ parentId })}
          placeholder={w.parentNone}
          options={(organs.data?.items ?? [])
            .filter(({ id }) => id !== organ?.id)
            .map(({ id, name }) => ({ value: id, label: text(name) }))}
        />
      </Field>
      <Field label={w.approval} name="approval" hint={w.approvalHint} error={errors['approval']} optional>
        <TextInput value={typed.approval} onChange={(approval) => set({ approval })} maxLength={100} />
      </Field>
      <div className={styles.pair}>
        <Field label={w.place} name="place" error={errors['place']} optional>
          <TextInput value={typed.place} onChange={(place) => set({ place })} maxLength={200} />
        </Field>
        <Field label={w.contact} name="contact" error={errors['contact']} optional>
          <TextInput value={typed.contact} onChange={(contact) => set({ contact })} maxLength={100} />
        </Field>
      </div>
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {organ ? w.save : w.addDo}
        </Button>
      </ButtonRow>
    </Form>
  )
}
