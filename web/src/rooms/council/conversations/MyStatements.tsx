import {
  editMyStatement,
  listMyStatements,
  longestStatement,
  type MyStatement,
  withdrawMyStatement,
} from '@ronghe/contract/council/conversations.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { readingPages, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Paged } from '../../../ui/Paged.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './conversations.module.css'
import { StatementResultCard, StatementWordsIn } from './StatementResultCard.tsx'
import { conversationWords } from './words/words.ts'

/** What became of what I said. */
export function MyStatements() {
  const w = useWords(conversationWords)
  const pages = useInfiniteQuery(readingPages(listMyStatements))
  return (
    <>
      <PageHeader title={w.mineTitle} lead={w.mineLead} back={{ to: '/me' }} />
      <Paged
        pages={pages}
        empty={
          <EmptyState title={w.mineEmpty} next={<LinkButton to="/council">{w.title}</LinkButton>}>
            {w.mineEmptyText}
          </EmptyState>
        }
      >
        {(items) => items.map((statement) => <One key={statement.id} statement={statement} />)}
      </Paged>
    </>
  )
}

function One({ statement }: { readonly statement: MyStatement }) {
  const w = useWords(conversationWords)
  const text = useText()
  const format = useFormat()
  const [editing, setEditing] = useState(false)
  const withdraw = useDeed(withdrawMyStatement, { refreshes: [listMyStatements], onDone: () => toast(w.withdrawn) })
  const { conversation, state } = statement
  const at = { councilId: conversation.councilId, conversationId: conversation.id }
  const dates = [
    w.writtenOn(format.day(statement.writtenOn)),
    ...(statement.dueOn ? [w.dueOn(format.day(statement.dueOn))] : []),
    ...(statement.number !== null ? [w.asNumber(statement.number)] : []),
  ]
  return (
    <Card>
      <p className={styles.above}>
        <Tag tone={state === 'admitted' ? 'going' : state === 'waiting' ? 'attention' : 'quiet'}>{w.statementStates[state]}</Tag>
        <span className="muted small">{dates.join(' · ')}</span>
      </p>
      {editing ? (
        <Edit statement={statement} onDone={() => setEditing(false)} />
      ) : (
        statement.words !== '' && <h2 className={styles.words}>{statement.words}</h2>
      )}
      <p className="muted small">{text(conversation.title)}</p>
      {statement.reason && (
        <Notice title={w.reasons[statement.reason]}>{statement.reasonWords !== '' && <p>{statement.reasonWords}</p>}</Notice>
      )}
      {statement.sameAs && (
        <p>
          {w.sameAs} <StatementWordsIn statement={statement.sameAs} />
        </p>
      )}
      {statement.result && <StatementResultCard result={statement.result} />}
      {withdraw.error && <RefusalLine error={withdraw.error} />}
      {!editing && (
        <ButtonRow>
          {statement.may.includes('edit') && (
            <Button kind="quiet" onPress={() => setEditing(true)}>
              {w.edit}
            </Button>
          )}
          {statement.may.includes('withdraw') && (
            <Button kind="plain" busy={withdraw.isPending} onPress={() => withdraw.mutate({ params: { statementId: statement.id } })}>
              {w.withdraw}
            </Button>
          )}
          <LinkButton kind="plain" to="/council/$councilId/conversations/$conversationId" params={at}>
            {w.toConversation}
          </LinkButton>
        </ButtonRow>
      )}
    </Card>
  )
}

function Edit({ statement, onDone }: { readonly statement: MyStatement; readonly onDone: () => void }) {
  const w = useWords(conversationWords)
  const [words, setWords] = useState(statement.words)
  const edit = useDeed(editMyStatement, {
    refreshes: [listMyStatements],
    onDone: () => {
      toast(w.edited)
      onDone()
    },
  })
  return (
    <Form
      label={w.edit}
      busy={edit.isPending}
      error={edit.error}
      onSubmit={() =>
        edit.mutate({
          params: { statementId: statement.id },
          body: { words, ...(statement.translation && words === statement.words ? { translation: statement.translation } : {}) },
        })
      }
    >
      <Field label={w.words} name="words" hint={w.wordsHint} error={fieldErrorsOf(edit.error)['words']}>
        <TextArea value={words} onChange={setWords} maxLength={longestStatement} rows={3} />
      </Field>
      <ButtonRow>
        <Button type="submit" busy={edit.isPending}>
          {w.saveEdit}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {w.cancel}
        </Button>
      </ButtonRow>
    </Form>
  )
}
