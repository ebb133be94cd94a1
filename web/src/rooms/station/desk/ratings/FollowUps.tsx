import { type FollowUp, listFollowUps } from '@ronghe/contract/station/ratings.ts'
import { useParams } from '@tanstack/react-router'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type * as z from 'zod/mini'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { readingPages } from '../../../../platform/queries.ts'
import { ListRow } from '../../../../shell/ListDetail.tsx'
import { ListScreen, type OpenOrClosed, OpenOrClosedSwitch, PagedRows } from '../../../../shell/ListScreen.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { ratingsWords } from './words/words.ts'

export type OneFollowUp = z.infer<typeof FollowUp>

/** Bad ratings this post looks into; never those given to it. */
export function FollowUps() {
  const w = useWords(ratingsWords)
  const [open, setOpen] = useState<OpenOrClosed>('yes')
  const { followUpId } = useParams({ strict: false }) as { readonly followUpId?: string }
  const pages = useInfiniteQuery(readingPages(listFollowUps, { query: { open } }))
  return (
    <ListScreen title={w.title} second={w.second} opened={followUpId !== undefined}>
      <OpenOrClosedSwitch label={w.title} open={open} onChange={setOpen} words={w} />
      <PagedRows pages={pages} empty={<EmptyState title={w.empty}>{w.emptyNext}</EmptyState>}>
        {(item) => <FollowUpRow key={item.id} item={item} />}
      </PagedRows>
    </ListScreen>
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
