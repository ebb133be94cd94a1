import { listVisits, type VisitLine } from '@ronghe/contract/council/visits.ts'
import { listOrgans } from '@ronghe/contract/programme/organs.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { placeOf } from '../../../platform/place.ts'
import { reading, readingPages } from '../../../platform/queries.ts'
import { ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Paged } from '../../../ui/Paged.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { type Column, Table } from '../../../ui/Table.tsx'
import { visitWords } from './words/words.ts'

/** The clerk's view of the visits; one on paper is entered with the delegates' own form. */
export function VisitLedger() {
  const w = useWords(visitWords)
  const organs = useQuery(reading(listOrgans, { query: { kind: 'council' } }))
  return (
    <>
      <PageHeader title={w.title} lead={w.ledgerLead} />
      <Shown read={organs}>{({ items }) => items.map((council) => <OfCouncil key={council.id} councilId={council.id} />)}</Shown>
    </>
  )
}

function OfCouncil({ councilId }: { readonly councilId: string }) {
  const w = useWords(visitWords)
  const text = useText()
  const format = useFormat()
  const pages = useInfiniteQuery(readingPages(listVisits, { params: { councilId } }))
  const at = `${placeOf(location.pathname).prefix}/council/${councilId}/visits`
  const columns: readonly Column<VisitLine>[] = [
    { key: 'day', label: w.when, cell: (row) => `${format.day(row.onDay)} ${w.parts[row.part]}`, sortBy: (row) => row.onDay },
    { key: 'lane', label: w.lane, cell: (row) => <a href={`${at}/${row.id}`}>{text(row.place)}</a>, sortBy: (row) => text(row.place) },
    { key: 'about', label: w.about, cell: (row) => format.list(row.topics.map(text)) },
    { key: 'who', label: w.went, cell: (row) => format.list(row.delegates.map(({ name }) => name)) },
    { key: 'concerns', label: w.raised, cell: (row) => row.concerns, number: true, sortBy: (row) => row.concerns },
  ]
  return (
    <>
      <ButtonRow>
        <LinkButton href={`${at}/new`}>{w.enterPaper}</LinkButton>
        <LinkButton kind="quiet" href={`${at}/plan`}>
          {w.plan}
        </LinkButton>
      </ButtonRow>
      <Paged pages={pages} empty={<EmptyState title={w.empty}>{w.emptyText}</EmptyState>}>
        {(items) => <Table caption={w.title} columns={columns} rows={items} rowKey={(row) => row.id} />}
      </Paged>
    </>
  )
}
