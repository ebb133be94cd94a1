import { decideThanks, enterThanks, listWaitingThanks } from '@ronghe/contract/volunteers/giving.ts'
import { listTeams } from '@ronghe/contract/volunteers/teams.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { Select, TextArea, TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { Note } from './Note.tsx'
import { givingWords } from './words/words.ts'

/** The coordinator reads notes before everybody does, and enters what came on paper. */
export function ThanksDesk() {
  const w = useWords(givingWords)
  return (
    <>
      <PageHeader title={w.deskTitle} lead={w.deskLead} />
      <Shown read={useQuery(reading(listWaitingThanks))}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.deskEmpty}>{w.deskEmptyText}</EmptyState>
          ) : (
            items.map((note) => <Waiting key={note.id} note={note} />)
          )
        }
      </Shown>
      <FromPaper />
    </>
  )
}

function Waiting({ note }: { readonly note: ReplyOf<typeof listWaitingThanks>['items'][number] }) {
  const w = useWords(givingWords)
  const text = useText()
  const decide = useDeed(decideThanks, { refreshes: [listWaitingThanks], onDone: () => toast(w.decided) })
  return (
    <Card title={w.toTeam(text(note.team.name))}>
      <Note note={note} />
      {decide.error && <RefusalLine error={decide.error} />}
      <ButtonRow>
        <Button busy={decide.isPending} onPress={() => decide.mutate({ params: { noteId: note.id }, body: { publish: true } })}>
          {w.publish}
        </Button>
        <Button
          kind="quiet"
          busy={decide.isPending}
          onPress={() => decide.mutate({ params: { noteId: note.id }, body: { publish: false } })}
        >
          {w.leaveOut}
        </Button>
      </ButtonRow>
    </Card>
  )
}

function FromPaper() {
  const w = useWords(givingWords)
  const text = useText()
  const teams = useQuery(reading(listTeams))
  const [teamId, setTeamId] = useState('')
  const [words, setWords] = useState('')
  const [signed, setSigned] = useState('')
  const enter = useDeed(enterThanks, {
    refreshes: [listWaitingThanks],
    onDone: () => {
      toast(w.paperDone)
      setWords('')
      setSigned('')
    },
  })
  const errors = fieldErrorsOf(enter.error)
  return (
    <Card title={w.paperTitle}>
      <Form
        onSubmit={() => teamId !== '' && enter.mutate({ params: { teamId }, body: { words, signed } })}
        busy={enter.isPending}
        error={enter.error}
        label={w.paperTitle}
      >
        <Field label={w.team} name="teamId">
          <Select
            value={teamId}
            onChange={setTeamId}
            options={(teams.data?.items ?? []).map(({ id, name }) => ({ value: id, label: text(name) }))}
            placeholder={w.choose}
          />
        </Field>
        <Field label={w.words} name="words" error={errors['words']}>
          <TextArea value={words} onChange={setWords} rows={3} maxLength={300} />
        </Field>
        <Field label={w.signed} name="signed" optional error={errors['signed']}>
          <TextInput value={signed} onChange={setSigned} maxLength={20} />
        </Field>
        <Button type="submit" busy={enter.isPending}>
          {w.paperDo}
        </Button>
      </Form>
    </Card>
  )
}
