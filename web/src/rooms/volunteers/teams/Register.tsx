import {
  enterVolunteer,
  exportVolunteers,
  importVolunteers,
  listVolunteers,
  noteGuardian,
  type VolunteerLine,
} from '@ronghe/contract/volunteers/profile.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { send as sendForm } from '../../../api.ts'
import { download, saveAs } from '../../../platform/download.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { readingPages, useDeed, useRefresh } from '../../../platform/queries.ts'
import { useToday } from '../../../platform/today.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FileInput } from '../../../ui/FileInput.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { PhoneInput, TextInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Paged } from '../../../ui/Paged.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Table } from '../../../ui/Table.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from '../volunteers.module.css'
import { teamWords } from './words/words.ts'

/** 名册: who volunteers, paper forms, and sheets in and out. */
export function Register() {
  const w = useWords(teamWords)
  const format = useFormat()
  const today = useToday()
  const pages = useInfiniteQuery(readingPages(listVolunteers, { query: { limit: 50 } }))
  const guardian = useDeed(noteGuardian, { refreshes: [listVolunteers], onDone: () => toast(w.guardianDone) })
  const age = (line: VolunteerLine) =>
    !line.minor ? (
      w.adult
    ) : line.guardianSeenOn ? (
      w.guardian(format.wholeDay(line.guardianSeenOn))
    ) : (
      <>
        {w.noGuardian}{' '}
        <Button kind="plain" onPress={() => guardian.mutate({ params: { personId: line.personId }, body: { seenOn: today } })}>
          {w.guardianDo}
        </Button>
      </>
    )
  return (
    <>
      <PageHeader title={w.registerTitle} lead={w.registerLead} />
      {guardian.error && <RefusalLine error={guardian.error} />}
      <Paged pages={pages} empty={<EmptyState title={w.registerEmpty}>{w.registerEmptyText}</EmptyState>}>
        {(items) => (
          <Card>
            <Table
              caption={w.registerTitle}
              rows={items}
              rowKey={({ personId }) => personId}
              columns={[
                {
                  key: 'name',
                  label: w.name,
                  cell: ({ name, fromPaper }) =>
                    fromPaper ? (
                      <>
                        {name} <Tag tone="quiet">{w.paper}</Tag>
                      </>
                    ) : (
                      name
                    ),
                },
                { key: 'phone', label: w.phone, cell: ({ phone }) => phone ?? '—' },
                { key: 'teams', label: w.teamsColumn, cell: ({ teams }) => format.list(teams) || '—' },
                { key: 'age', label: w.ageColumn, cell: age },
              ]}
            />
          </Card>
        )}
      </Paged>
      <div className={styles.times}>
        <Enter />
        <Import />
        <Export />
      </div>
    </>
  )
}

function Enter() {
  const w = useWords(teamWords)
  const nothing = { name: '', phone: '', minor: false }
  const [typed, setTyped] = useState(nothing)
  const deed = useDeed(enterVolunteer, {
    refreshes: [listVolunteers],
    onDone: () => {
      setTyped(nothing)
      toast(w.newDone)
    },
  })
  const errors = fieldErrorsOf(deed.error)
  return (
    <Card title={w.newTitle} className={styles.after}>
      <Form onSubmit={() => deed.mutate({ body: { ...typed, available: [] } })} busy={deed.isPending} error={deed.error} label={w.newTitle}>
        <Field label={w.name} name="name" error={errors['name']}>
          <TextInput value={typed.name} onChange={(name) => setTyped({ ...typed, name })} maxLength={60} />
        </Field>
        <Field label={w.phone} name="phone" error={errors['phone']}>
          <PhoneInput value={typed.phone} onChange={(phone) => setTyped({ ...typed, phone })} />
        </Field>
        <Tick label={w.minor} checked={typed.minor} onChange={(minor) => setTyped({ ...typed, minor })} />
        <Button type="submit" kind="quiet" wide busy={deed.isPending}>
          {w.newDo}
        </Button>
      </Form>
    </Card>
  )
}

type Imported = ReplyOf<typeof importVolunteers>

function Import() {
  const w = useWords(teamWords)
  const refresh = useRefresh()
  const [files, setFiles] = useState<readonly File[]>([])
  const [state, setState] = useState<{
    readonly busy: boolean
    readonly error?: unknown
    readonly seen?: Imported
    readonly written?: Imported
  }>({ busy: false })
  const send = async (preview: boolean): Promise<void> => {
    const [file] = files
    if (!file) return
    setState({ busy: true })
    try {
      const form = new FormData()
      form.append('preview', preview ? 'yes' : 'no')
      form.append('file', file)
      const reply = await sendForm(importVolunteers, form)
      setState({ busy: false, ...(preview ? { seen: reply } : { written: reply }) })
      if (!preview) await refresh(listVolunteers)
    } catch (error) {
      setState({ busy: false, error })
    }
  }
  const shown = state.written ?? state.seen
  return (
    <Card title={w.importTitle} className={styles.after}>
      <Form onSubmit={() => void send(state.seen === undefined)} busy={state.busy} error={state.error} label={w.importTitle}>
        <Field label={w.importFile} hint={w.importHint} name="file" error={fieldErrorsOf(state.error)['file']}>
          <FileInput
            files={files}
            onChange={(next) => {
              setFiles(next)
              setState({ busy: false })
            }}
            accept=".xlsx"
            most={1}
          />
        </Field>
        {shown && (
          <Notice>
            <p>
              {state.written
                ? w.importDone(shown.written, shown.known, shown.faults.length)
                : w.importWould(shown.written, shown.faults.length)}
            </p>
            <ul>
              {shown.faults.map(({ row, sentence }) => (
                <li key={row}>{w.importRow(row, sentence)}</li>
              ))}
            </ul>
          </Notice>
        )}
        {files.length > 0 && !state.written && (
          <Button type="submit" kind="quiet" wide busy={state.busy}>
            {state.seen ? w.importDo : w.importCheck}
          </Button>
        )}
      </Form>
    </Card>
  )
}

function Export() {
  const w = useWords(teamWords)
  const [purpose, setPurpose] = useState('')
  const [state, setState] = useState<{ readonly busy: boolean; readonly error?: unknown; readonly tried?: boolean }>({ busy: false })
  const send = async (): Promise<void> => {
    if (purpose.trim() === '') return setState({ busy: false, tried: true })
    setState({ busy: true })
    try {
      saveAs(await download(exportVolunteers, { body: { purpose } }), 'volunteers.xlsx')
      setState({ busy: false })
    } catch (error) {
      setState({ busy: false, error })
    }
  }
  const missing = state.tried && purpose.trim() === '' ? w.exportMissing : undefined
  return (
    <Card title={w.exportTitle} className={styles.after}>
      <Form
        onSubmit={() => void send()}
        busy={state.busy}
        error={state.error}
        errors={missing ? { purpose: missing } : {}}
        label={w.exportTitle}
      >
        <Field label={w.exportPurpose} hint={w.exportHint} name="purpose" error={missing}>
          <TextInput value={purpose} onChange={setPurpose} maxLength={200} />
        </Field>
        <Button type="submit" kind="quiet" wide busy={state.busy}>
          {w.exportDo}
        </Button>
      </Form>
    </Card>
  )
}
