import { listMerged } from '@ronghe/contract/council/merged-concerns.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { readingPages } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Paged } from '../../../ui/Paged.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { mergeWords } from './words/words.ts'

/** What many have said, brought together. */
export function MergedList() {
  const w = useWords(mergeWords)
  const text = useText()
  const format = useFormat()
  const pages = useInfiniteQuery(readingPages(listMerged, { params: { councilId: useParam('councilId') } }))
  return (
    <>
      <PageHeader title={w.listTitle} lead={w.listLead} back={{ to: '/council' }} />
      <Paged
        pages={pages}
        empty={
          <EmptyState title={w.listEmpty} next={<LinkButton to="/concerns/new">{w.speak}</LinkButton>}>
            {w.listEmptyText}
          </EmptyState>
        }
      >
        {(items) => (
          <Card>
            <CardList>
              {items.map((one) => (
                <CardItem
                  key={one.id}
                  to="/council/merged/$mergedId"
                  params={{ mergedId: one.id }}
                  title={one.title}
                  second={[
                    w.number(one.number),
                    text(one.topic),
                    w.since(format.day(one.begunOn)),
                    one.concerns.kind === 'shown' ? w.count(format.count(one.concerns.count)) : w.few,
                  ].join(' · ')}
                  end={one.state === 'apart' ? <Tag tone="quiet">{w.apart}</Tag> : undefined}
                />
              ))}
            </CardList>
          </Card>
        )}
      </Paged>
    </>
  )
}
