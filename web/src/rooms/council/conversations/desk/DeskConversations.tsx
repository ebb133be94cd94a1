import { type ConversationLine, listConversations } from '@ronghe/contract/council/conversations.ts'
import { listOrgans } from '@ronghe/contract/programme/organs.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading, readingPages } from '../../../../platform/queries.ts'
import { useSession } from '../../../../platform/session/session.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Select } from '../../../../ui/inputs.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Paged } from '../../../../ui/Paged.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { ConversationForm } from './ConversationForm.tsx'
import { deskWords } from './words/words.ts'

/** All conversations of a council; a street may have several councils, most have one. */
export function DeskConversations() {
  const w = useWords(deskWords)
  const text = useText()
  const { person } = useSession()
  const own = person?.posts.find(({ kind }) => kind === 'councilClerk')?.organId
  const read = useQuery({ ...reading(listOrgans, { query: { kind: 'council' } }), staleTime: 3_600_000 })
  const [chosen, setChosen] = useState<string>()
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} />
      <Shown read={read}>
        {({ items }) => {
          const councilId = chosen ?? own ?? items[0]?.id
          if (!councilId) return <EmptyState title={w.empty} />
          return (
            <>
              {items.length > 1 && (
                <Field label={w.chooseCouncil}>
                  <Select
                    value={councilId}
                    onChange={setChosen}
                    options={items.map(({ id, name }) => ({ value: id, label: text(name) }))}
                  />
                </Field>
              )}
              <List key={councilId} councilId={councilId} />
            </>
          )
        }}
      </Shown>
    </>
  )
}

function List({ councilId }: { readonly councilId: string }) {
  const w = useWords(deskWords)
  const text = useText()
  const format = useFormat()
  const navigate = useNavigate()
  const [creating, setCreating] = useState(false)
  const pages = useInfiniteQuery(readingPages(listConversations, { params: { councilId } }))
  const mayCreate = pages.data?.pages[0]?.may.includes('create') ?? false
  const open = (id: string) =>
    void navigate({ to: '/council/$councilId/conversations/$conversationId' as string, params: { councilId, conversationId: id } as never })
  const create = mayCreate && <Button onPress={() => setCreating(true)}>{w.create}</Button>
  return (
    <>
      <Paged
        pages={pages}
        empty={
          <EmptyState title={w.empty} next={create || undefined}>
            {w.emptyText}
          </EmptyState>
        }
      >
        {(items) => (
          <>
            {create}
            <Table<ConversationLine>
              caption={w.title}
              rows={items}
              rowKey={({ id }) => id}
              onOpen={({ id }) => open(id)}
              columns={[
                { key: 'title', label: w.columns.title, cell: ({ title }) => text(title), sortBy: ({ title }) => text(title) },
                {
                  key: 'state',
                  label: w.columns.state,
                  cell: ({ state }) => (
                    <Tag tone={state === 'open' ? 'going' : state === 'preparing' ? 'attention' : 'quiet'}>{w.states[state]}</Tag>
                  ),
                  sortBy: ({ state }) => state,
                },
                {
                  key: 'dates',
                  label: w.columns.dates,
                  cell: ({ openedOn, closesOn, closedOn }) =>
                    [openedOn, closedOn ?? closesOn].flatMap((day) => (day ? [format.day(day)] : [])).join('—'),
                  sortBy: ({ openedOn }) => openedOn ?? '',
                },
                { key: 'statements', label: w.columns.statements, cell: ({ statements }) => format.count(statements), number: true },
                {
                  key: 'people',
                  label: w.columns.people,
                  cell: ({ people }) => (people === null ? w.few : w.atLeast(format.count(people))),
                  sortBy: ({ people }) => people ?? 0,
                },
              ]}
            />
          </>
        )}
      </Paged>
      <Dialog title={w.formTitle} open={creating} onClose={() => setCreating(false)}>
        <ConversationForm
          councilId={councilId}
          onSaved={(id) => {
            setCreating(false)
            open(id)
          }}
        />
      </Dialog>
    </>
  )
}
