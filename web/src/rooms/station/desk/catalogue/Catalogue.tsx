import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { listCatalogue } from '@ronghe/contract/station/services-editing.ts'
import { domainWords } from '@ronghe/forms'
import { useNavigate } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dayOf, useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { Button, LinkButton } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { NewService } from './NewService.tsx'
import { catalogueWords } from './words/words.ts'

type Line = ReplyOf<typeof listCatalogue>['items'][number]

/** Every service with its version, its draft and how long its guide can be trusted. */
export function Catalogue() {
  const w = useWords(catalogueWords)
  const text = useText()
  const format = useFormat()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [adding, setAdding] = useState(false)
  const [today] = useState(() => dayOf(new Date()))
  const read = useQuery(reading(listCatalogue))
  const fits = (line: Line): boolean =>
    `${line.name['zh-CN']} ${line.name.en ?? ''} ${line.key} ${text(domainWords[line.domain])}`
      .toLowerCase()
      .includes(typed.trim().toLowerCase())
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} beside={<Button onPress={() => setAdding(true)}>{w.add}</Button>} />
      <Field label={w.find} name="find">
        <TextInput value={typed} onChange={setTyped} type="search" maxLength={60} />
      </Field>
      <Shown read={read}>
        {({ items }) => (
          <Table
            caption={w.title}
            columns={[
              { key: 'name', label: w.service, cell: (line) => text(line.name), sortBy: (line) => text(line.name) },
              {
                key: 'domain',
                label: w.domain,
                cell: (line) => text(domainWords[line.domain]),
                sortBy: (line) => text(domainWords[line.domain]),
              },
              { key: 'state', label: w.state, cell: (line) => <StateTags line={line} /> },
              {
                key: 'until',
                label: w.validUntil,
                cell: (line) => (
                  <>
                    {format.day(line.validUntil)} {line.validUntil < today && <Tag tone="attention">{w.outOfDate}</Tag>}
                  </>
                ),
                sortBy: (line) => line.validUntil,
              },
              {
                key: 'open',
                label: w.openCases,
                cell: (line) => format.count(line.openCases),
                sortBy: (line) => line.openCases,
                number: true,
              },
              {
                key: 'blank',
                label: w.blank,
                cell: (line) =>
                  line.published !== null && (
                    <LinkButton kind="plain" icon="print" to="/paper-form/$key" params={{ key: line.key }}>
                      {w.blank}
                    </LinkButton>
                  ),
              },
            ]}
            rows={items.filter(fits)}
            rowKey={(line) => line.key}
            onOpen={(line) => void navigate({ to: '/catalogue/$key' as string, params: { key: line.key } as never })}
            empty={<EmptyState title={w.empty}>{w.emptyNext}</EmptyState>}
          />
        )}
      </Shown>
      {adding && <NewService services={read.data?.items ?? []} onClose={() => setAdding(false)} />}
    </>
  )
}

function StateTags({ line }: { readonly line: Line }) {
  const w = useWords(catalogueWords)
  return (
    <>
      {line.retired ? (
        <Tag tone="quiet">{w.retired}</Tag>
      ) : (
        <Tag tone={line.published === null ? 'quiet' : 'going'}>
          {line.published === null ? w.neverPublished : w.published(line.published)}
        </Tag>
      )}{' '}
      {line.draft !== null && <Tag tone="attention">{w.hasDraft}</Tag>}
    </>
  )
}
