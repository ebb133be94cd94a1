import {
  addSeeds,
  closeConversation,
  exportStatements,
  exportVotes,
  importStatements,
  listStatements,
  openConversation,
} from '@ronghe/contract/council/conversation-desk.ts'
import { type Conversation, listConversations, longestStatement, readConversation } from '@ronghe/contract/council/conversations.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { download, saveAs } from '../../../../platform/download.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { readPublicSettings } from '@ronghe/contract/programme/settings.ts'
import { Button, ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../../ui/Card.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { FileInput } from '../../../../ui/FileInput.tsx'
import { TextArea } from '../../../../ui/inputs.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import styles from '../conversations.module.css'
import type { At } from '../use-voting.ts'
import { residentAddress } from '../../meetings/address.ts'
import { ConversationForm } from './ConversationForm.tsx'
import { deskWords } from './words/words.ts'

/** Before, between and after: first statements, opening, closing, files. */
export function Manage({ at, conversation }: { readonly at: At; readonly conversation: Conversation }) {
  const w = useWords(deskWords)
  const { may } = conversation
  return (
    <>
      {may.includes('edit') && <Seeds at={at} />}
      {may.includes('edit') && <Edit at={at} conversation={conversation} />}
      {may.includes('open') && (
        <Turn at={at} operation={openConversation} name={w.openDo} lead={w.openLead} ask={w.openAsk} said={w.opened} />
      )}
      {may.includes('close') && (
        <Turn at={at} operation={closeConversation} name={w.closeDo} lead={w.closeLead} ask={w.closeAsk} said={w.closed} />
      )}
      {may.includes('export') && <Export at={at} />}
      {conversation.state !== 'preparing' && (
        <div className={styles.acts}>
          <ButtonRow>
            <LinkButton kind="quiet" href={residentAddress(`/council/${at.councilId}/conversations/${at.conversationId}`)}>
              {w.residentPage}
            </LinkButton>
          </ButtonRow>
        </div>
      )}
    </>
  )
}

function Seeds({ at }: { readonly at: At }) {
  const w = useWords(deskWords)
  const read = useQuery(reading(listStatements, { params: at, query: { state: 'admitted', limit: 100 } }))
  const [words, setWords] = useState('')
  const [translation, setTranslation] = useState('')
  const add = useDeed(addSeeds, {
    refreshes: [listStatements],
    onDone: () => {
      setWords('')
      setTranslation('')
    },
  })
  return (
    <Card title={w.seedsTitle}>
      <p className="muted small">{w.seedsLead}</p>
      <Shown read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{w.seedsNone}</p>
          ) : (
            <CardList>
              {items.map((one) => (
                <CardItem key={one.id} title={`${one.number} ${one.words}`} second={one.translation ?? undefined} />
              ))}
            </CardList>
          )
        }
      </Shown>
      <Form
        label={w.seedsNew}
        busy={add.isPending}
        error={add.error}
        onSubmit={() => add.mutate({ params: at, body: { seeds: [{ words, ...(translation.trim() && { translation }) }] } })}
      >
        <Field label={w.seedsNew} name="seeds.0.words" error={fieldErrorsOf(add.error)['seeds.0.words']}>
          <TextArea value={words} onChange={setWords} maxLength={longestStatement} rows={2} />
        </Field>
        <Field label={w.translation} name="seeds.0.translation" optional>
          <TextArea value={translation} onChange={setTranslation} maxLength={longestStatement * 3} rows={2} />
        </Field>
        <Button type="submit" kind="quiet" busy={add.isPending}>
          {w.seedsAdd}
        </Button>
      </Form>
      <Import at={at} />
    </Card>
  )
}

function Import({ at }: { readonly at: At }) {
  const w = useWords(deskWords)
  const [files, setFiles] = useState<readonly File[]>([])
  const bring = useDeed(importStatements, {
    refreshes: [listStatements],
    onDone: ({ taken, tooLong, rejected }) => {
      setFiles([])
      toast(w.imported(taken, tooLong, rejected))
    },
  })
  const choose = async (next: readonly File[]): Promise<void> => {
    setFiles(next)
    const file = next[0]
    if (file) bring.mutate({ params: at, body: { comments: await file.text() } })
  }
  return (
    <details>
      <summary>{w.importTitle}</summary>
      <Field label={w.importChoose} name="comments" hint={w.importLead} error={fieldErrorsOf(bring.error)['comments']}>
        <FileInput files={files} onChange={(next) => void choose(next)} accept=".csv,text/csv" most={1} mostBytes={200_000} />
      </Field>
      {bring.error && Object.keys(fieldErrorsOf(bring.error)).length === 0 && <RefusalLine error={bring.error} />}
    </details>
  )
}

function Edit({ at, conversation }: { readonly at: At; readonly conversation: Conversation }) {
  const w = useWords(deskWords)
  const text = useText()
  const topics = useQuery({ ...reading(readPublicSettings), staleTime: 3_600_000 }).data?.concernTopics
  const [open, setOpen] = useState(false)
  return (
    <Card title={w.editTitle}>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {w.editTitle}
      </Button>
      <Dialog title={w.editTitle} open={open} onClose={() => setOpen(false)}>
        <ConversationForm
          councilId={at.councilId}
          conversationId={at.conversationId}
          first={{
            topic: topics?.find(({ name }) => text(name) === text(conversation.topic))?.key ?? '',
            zh: conversation.title['zh-CN'],
            en: conversation.title.en ?? '',
            about: conversation.about['zh-CN'],
            laneId: conversation.laneId ?? '',
            closesOn: conversation.closesOn ?? '',
            mergedConcernId: conversation.mergedConcernId ?? '',
          }}
          onSaved={() => setOpen(false)}
        />
      </Dialog>
    </Card>
  )
}

function Turn({
  at,
  operation,
  name,
  lead,
  ask,
  said,
}: {
  readonly at: At
  readonly operation: typeof openConversation | typeof closeConversation
  readonly name: string
  readonly lead: string
  readonly ask: string
  readonly said: string
}) {
  const w = useWords(deskWords)
  const [asking, setAsking] = useState(false)
  const turn = useDeed(operation as typeof openConversation, {
    refreshes: [readConversation, listConversations],
    onDone: () => {
      setAsking(false)
      toast(said)
    },
  })
  return (
    <Card title={name}>
      <p>{lead}</p>
      {turn.error && <RefusalLine error={turn.error} />}
      {asking ? (
        <>
          <p>
            <strong>{ask}</strong>
          </p>
          <ButtonRow>
            <Button kind="careful" busy={turn.isPending} onPress={() => turn.mutate({ params: at })}>
              {w.yes}
            </Button>
            <Button kind="quiet" onPress={() => setAsking(false)}>
              {w.cancel}
            </Button>
          </ButtonRow>
        </>
      ) : (
        <Button onPress={() => setAsking(true)}>{name}</Button>
      )}
    </Card>
  )
}

function Export({ at }: { readonly at: At }) {
  const w = useWords(deskWords)
  const [error, setError] = useState<unknown>()
  const take = async (operation: typeof exportVotes | typeof exportStatements, file: string): Promise<void> => {
    setError(undefined)
    try {
      saveAs(await download(operation, { params: at }), file)
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Card title={w.exportTitle}>
      <p className="muted">{w.exportLead}</p>
      {error !== undefined && <RefusalLine error={error} />}
      <ButtonRow>
        <Button kind="quiet" icon="file" onPress={() => void take(exportVotes, 'votes.csv')}>
          {w.exportVotes}
        </Button>
        <Button kind="quiet" icon="file" onPress={() => void take(exportStatements, 'comments.csv')}>
          {w.exportStatements}
        </Button>
      </ButtonRow>
    </Card>
  )
}
