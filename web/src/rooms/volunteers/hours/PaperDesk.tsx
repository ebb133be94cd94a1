import {
  enterPaperHours,
  filePaper,
  listPaperShifts,
  nameServed,
  readPaperFile,
  readPaperShift,
  type PaperPage,
} from '@ronghe/contract/volunteers/hours.ts'
import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod/mini'
import { addressOf, send } from '../../../api.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed, useRefresh } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FileInput } from '../../../ui/FileInput.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { PhoneInput, Select, TextInput, TimeInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Table } from '../../../ui/Table.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { useSpan } from '../span.ts'
import { momentAt } from './clock.ts'
import styles from './hours.module.css'
import { hoursWords } from './words/words.ts'

type Page = z.infer<typeof PaperPage>

/** Shifts whose paper lists can still be entered. */
export function PaperShifts() {
  const w = useWords(hoursWords)
  const text = useText()
  const format = useFormat()
  const span = useSpan()
  return (
    <>
      <PageHeader title={w.paperTitle} lead={w.paperLead} />
      <Shown read={useQuery(reading(listPaperShifts))}>
        {({ items }) => (
          <Table
            caption={w.paperShifts}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'shift',
                label: w.shift,
                cell: (row) => (
                  <Link to={'/volunteers/hours-paper/$shiftId' as string} params={{ shiftId: row.id } as never}>
                    {text(row.title)}
                  </Link>
                ),
              },
              { key: 'when', label: w.time, cell: (row) => span(row) },
              { key: 'papers', label: w.fileTitle, cell: (row) => w.papersFiled(format.count(row.papers)) },
            ]}
            empty={<EmptyState title={w.paperEmpty}>{w.paperEmptyText}</EmptyState>}
          />
        )}
      </Shown>
    </>
  )
}

/** One list: filed first, then line by line. */
export function PaperShift() {
  const w = useWords(hoursWords)
  const text = useText()
  const span = useSpan()
  const shiftId = useParam('shiftId')
  return (
    <Shown read={useQuery(reading(readPaperShift, { params: { shiftId } }))}>
      {(page) => (
        <>
          <PageHeader
            title={text(page.shift.title)}
            lead={`${span(page.shift)} · ${text(page.shift.place)}`}
            back={{ to: '/volunteers/hours-paper', label: w.paperTitle }}
          />
          <FileCard page={page} />
          <PeopleTable page={page} />
          {page.papers.length > 0 && page.people.length > 1 && <Enter page={page} />}
          <Served page={page} />
        </>
      )}
    </Shown>
  )
}

function FileCard({ page }: { readonly page: Page }) {
  const w = useWords(hoursWords)
  const format = useFormat()
  const refresh = useRefresh()
  const [files, setFiles] = useState<readonly File[]>([])
  const [attempt, setAttempt] = useState<{ readonly busy: boolean; readonly error?: unknown }>({ busy: false })
  const file = async (): Promise<void> => {
    const form = new FormData()
    if (files[0]) form.append('file', files[0])
    setAttempt({ busy: true })
    try {
      await send(filePaper, form, { params: { shiftId: page.shift.id } })
      await refresh(readPaperShift, listPaperShifts)
      setFiles([])
      setAttempt({ busy: false })
      toast(w.filedToast)
    } catch (error) {
      setAttempt({ busy: false, error })
    }
  }
  return (
    <Card title={w.fileTitle}>
      {page.papers.map((paper) => (
        <p key={paper.id}>
          <a href={addressOf(readPaperFile, { params: { paperId: paper.id } })} target="_blank" rel="noreferrer">
            {w.paperOpen(format.moment(paper.filedAt))}
          </a>
        </p>
      ))}
      <Form onSubmit={() => void file()} busy={attempt.busy} error={attempt.error} label={w.fileTitle}>
        <Field label={w.file} name="file" error={fieldErrorsOf(attempt.error)['file']}>
          <FileInput files={files} onChange={setFiles} most={1} />
        </Field>
        <Button type="submit" kind="quiet" busy={attempt.busy}>
          {w.fileDo}
        </Button>
      </Form>
    </Card>
  )
}

function PeopleTable({ page }: { readonly page: Page }) {
  const w = useWords(hoursWords)
  const format = useFormat()
  return (
    <Table
      caption={w.peopleTitle}
      rows={page.people}
      rowKey={({ personId }) => personId}
      columns={[
        { key: 'name', label: w.person, cell: (row) => row.name },
        { key: 'time', label: w.time, cell: (row) => `${format.time(row.from)}–${format.time(row.until)}` },
        { key: 'way', label: w.way, cell: (row) => w.ways[row.way] },
        { key: 'entered', label: w.listTitle, cell: (row) => (row.entered ? w.entered : w.notEntered) },
      ]}
    />
  )
}

function Enter({ page }: { readonly page: Page }) {
  const w = useWords(hoursWords)
  const format = useFormat()
  const waiting = page.people.filter(({ entered }) => !entered)
  const [whose, setWhose] = useState('')
  const [second, setSecond] = useState('')
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const enter = useDeed(enterPaperHours, {
    refreshes: [readPaperShift],
    onDone: () => {
      toast(w.enteredToast)
      setWhose('')
    },
  })
  const choose = (personId: string): void => {
    const person = waiting.find((one) => one.personId === personId)
    setWhose(personId)
    if (person) {
      setFrom(format.time(person.from))
      setUntil(format.time(person.until))
    }
  }
  const options = (people: readonly { readonly personId: string; readonly name: string }[]) =>
    people.map(({ personId, name }) => ({ value: personId, label: name }))
  return (
    <Card title={w.enterTitle}>
      <Form
        onSubmit={() =>
          enter.mutate({
            params: { shiftId: page.shift.id },
            body: {
              personId: whose,
              confirmedBy: second,
              from: momentAt(page.shift.startsAt, from),
              until: momentAt(page.shift.startsAt, until),
            },
          })
        }
        busy={enter.isPending}
        error={enter.error}
        label={w.enterTitle}
      >
        <Field label={w.whose} name="personId">
          <Select value={whose} onChange={choose} options={options(waiting)} placeholder={w.choose} />
        </Field>
        <Field label={w.second} name="confirmedBy">
          <Select
            value={second}
            onChange={setSecond}
            options={options([...page.people.filter(({ personId }) => personId !== whose), ...page.served])}
            placeholder={w.choose}
          />
        </Field>
        <div className={styles.times}>
          <Field label={w.from}>
            <TimeInput value={from} onChange={setFrom} />
          </Field>
          <Field label={w.until}>
            <TimeInput value={until} onChange={setUntil} />
          </Field>
        </div>
        {whose !== '' && second !== '' && (
          <Button type="submit" busy={enter.isPending}>
            {w.enterDo}
          </Button>
        )}
      </Form>
    </Card>
  )
}

function Served({ page }: { readonly page: Page }) {
  const w = useWords(hoursWords)
  const format = useFormat()
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const add = useDeed(nameServed, {
    refreshes: [readPaperShift],
    onDone: () => {
      setName('')
      setPhone('')
    },
  })
  const errors = fieldErrorsOf(add.error)
  return (
    <Card title={w.servedTitle}>
      <p>{w.servedText}</p>
      {page.served.length > 0 && <p>{format.list(page.served.map((one) => one.name))}</p>}
      <Form
        onSubmit={() => add.mutate({ params: { shiftId: page.shift.id }, body: { name, phone } })}
        busy={add.isPending}
        error={add.error}
        label={w.servedTitle}
      >
        <div className={styles.times}>
          <Field label={w.servedName} name="name" error={errors['name']}>
            <TextInput value={name} onChange={setName} maxLength={60} />
          </Field>
          <Field label={w.servedPhone} name="phone" error={errors['phone']}>
            <PhoneInput value={phone} onChange={setPhone} />
          </Field>
        </div>
        <Button type="submit" kind="quiet" busy={add.isPending}>
          {w.servedDo}
        </Button>
      </Form>
    </Card>
  )
}
