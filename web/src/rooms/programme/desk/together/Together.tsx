import { listJointItems } from '@ronghe/contract/programme/embedding.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { readingPages } from '../../../../platform/queries.ts'
import { LinkButton } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Pager } from '../../../../ui/Pager.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { embeddingWords } from '../../embedding/words/words.ts'
import { togetherDeskWords } from './words/words.ts'

/** Everything done together; joint activities open here, the rest lies in its own room. */
export function Together() {
  const w = useWords(togetherDeskWords)
  const words = useWords(embeddingWords)
  const text = useText()
  const format = useFormat()
  const pages = useInfiniteQuery(readingPages(listJointItems))
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} beside={<LinkButton to="/together/new">{w.plan}</LinkButton>} />
      <Shown read={pages}>
        {({ pages: read }) => (
          <>
            <Table
              caption={w.caption}
              rows={read.flatMap(({ items }) => items)}
              rowKey={({ kind, thingId }) => `${kind} ${thingId}`}
              empty={<EmptyState title={w.empty}>{w.emptyNext}</EmptyState>}
              columns={[
                { key: 'what', label: w.what, cell: ({ title }) => text(title) },
                { key: 'on', label: w.on, sortBy: ({ on }) => on, cell: ({ on }) => format.day(on) },
                { key: 'who', label: w.who, cell: ({ parties }) => parties.map(({ organ }) => text(organ.name)).join('、') },
                { key: 'kind', label: w.kind, sortBy: ({ kind }) => kind, cell: ({ kind }) => words.kinds[kind] },
                {
                  key: 'open',
                  label: w.open,
                  cell: ({ kind, thingId }) =>
                    kind === 'jointActivity' && (
                      <LinkButton kind="plain" to="/together/$activityId" params={{ activityId: thingId }}>
                        {w.open}
                      </LinkButton>
                    ),
                },
              ]}
            />
            <Pager pages={pages} />
          </>
        )}
      </Shown>
    </>
  )
}
