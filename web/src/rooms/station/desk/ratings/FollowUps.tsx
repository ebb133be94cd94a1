import { type FollowUp, listFollowUps } from '@ronghe/contract/station/ratings.ts'
import { Outlet, useParams } from '@tanstack/react-router'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type * as z from 'zod/mini'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { readingPages } from '../../../../platform/queries.ts'
import { ListDetail, ListRow } from '../../../../shell/ListDetail.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Pager } from '../../../../ui/Pager.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import styles from './ratings.module.css'
import { ratingsWords } from './words/words.ts'

export type OneFollowUp = z.infer<typeof FollowUp>

/** Bad ratings this post looks into; never those given to it. */
export function FollowUps() {
  const w = useWords(ratingsWords)
  const [open, setOpen] = useState<'yes' | 'no'>('yes')
  const chosen = (useParams({ strict: false }) as { readonly followUpId?: string }).followUpId
  const pages = useInfiniteQuery(readingPages(listFollowUps, { query: { open } }))
  const items = pages.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      {chosen === undefined && (
        <div className="unseen">
          <PageHeader title={w.title} />
        </div>
      )}
      <ListDetail
        title={w.title}
        list={
          <>
            <p className={styles.lead}>{w.second}</p>
            <div className={styles.which} role="group" aria-label={w.title}>
              {(['yes', 'no'] as const).map((one) => (
                <Button key={one} kind={open === one ? 'main' : 'quiet'} onPress={() => setOpen(one)}>
                  {one === 'yes' ? w.open : w.closed}
                </Button>
              ))}
            </div>
            <Shown read={pages}>
              {() =>
                items.length === 0 ? (
                  <EmptyState title={w.empty}>{w.emptyNext}</EmptyState>
                ) : (
                  <>
                    {items.map((item) => (
                      <FollowUpRow key={item.id} item={item} />
                    ))}
                    <div className={styles.which}>
                      <Pager pages={pages} />
                    </div>
                  </>
                )
              }
            </Shown>
          </>
        }
        detail={chosen === undefined ? undefined : <Outlet />}
      />
    </>
  )
}

function FollowUpRow({ item }: { readonly item: OneFollowUp }) {
  const w = useWords(ratingsWords)
  const text = useText()
  const format = useFormat()
  const called = item.called !== null || !item.mayCall
  return (
    <ListRow
      to="/ratings/$followUpId"
      params={{ followUpId: item.id }}
      title={`${text(item.service)} · ${w.levels[item.level as keyof typeof w.levels]}`}
      tags={
        item.state === 'closed' ? (
          <Tag tone="quiet">{w.states.closed}</Tag>
        ) : item.late ? (
          <Tag tone="alert">{w.late}</Tag>
        ) : (
          <Tag>{w.states[item.state]}</Tag>
        )
      }
      second={`${format.moment(item.at)} · ${called ? w.fixBy(format.day(item.fixBy)) : w.callBy(format.day(item.callBy))}`}
    />
  )
}
