import { listResolutions, type ResolutionLine } from '@ronghe/contract/council/resolutions.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { readingPages } from '../../../platform/queries.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Paged } from '../../../ui/Paged.tsx'
import { StateTag } from './StateTag.tsx'
import styles from './resolutions.module.css'
import { resolutionWords } from './words/words.ts'

const views = ['all', 'open', 'done'] as const

/** What the council has resolved and how far it is, for everybody. */
export function Resolutions() {
  const w = useWords(resolutionWords)
  const params = { councilId: useParam('councilId') }
  const [view, setView] = useState<(typeof views)[number]>('all')
  const pages = useInfiniteQuery(readingPages(listResolutions, { params, query: { view } }))
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={{ to: '/council' }} />
      <div className={styles.links} role="group" aria-label={w.viewsLabel}>
        {views.map((one) => (
          <Button key={one} kind="quiet" pressed={view === one} onPress={() => setView(one)}>
            {w.views[one]}
          </Button>
        ))}
        <LinkButton kind="plain" to="/council/$councilId/overdue" params={params}>
          {w.toOverdue}
        </LinkButton>
      </div>
      <Paged pages={pages} empty={<EmptyState title={w.empty}>{w.emptyText}</EmptyState>}>
        {(items) => (
          <Card>
            <CardList>
              {items.map((one) => (
                <Line key={one.id} one={one} />
              ))}
            </CardList>
          </Card>
        )}
      </Paged>
    </>
  )
}

function Line({ one }: { readonly one: ResolutionLine }) {
  const w = useWords(resolutionWords)
  const text = useText()
  const format = useFormat()
  return (
    <CardItem
      to="/council/resolutions/$resolutionId"
      params={{ resolutionId: one.id }}
      title={text(one.title)}
      second={[
        w.number(one.number),
        one.tasks.all > 0 && w.tasksDone(one.tasks.done, one.tasks.all),
        one.dueOn && w.dueOn(format.day(one.dueOn)),
      ]
        .filter(Boolean)
        .join(' · ')}
      end={<StateTag of={one} />}
    />
  )
}
