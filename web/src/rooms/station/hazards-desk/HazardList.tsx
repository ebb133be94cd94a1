import { type HazardAtDesk, listHazardsAtDesk } from '@ronghe/contract/station/hazards.ts'
import { Outlet, useParams } from '@tanstack/react-router'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type * as z from 'zod/mini'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { readingPages } from '../../../platform/queries.ts'
import { ListDetail, ListRow } from '../../../shell/ListDetail.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { hazardsWords } from '../words/hazards/words.ts'
import styles from './hazards-desk.module.css'
import { hazardsDeskWords } from './words/words.ts'

export type DeskHazard = z.infer<typeof HazardAtDesk>

/** What was reported in the street and waits for somebody; a department sees what was sent to it. */
export function HazardList() {
  const w = useWords(hazardsDeskWords)
  const [open, setOpen] = useState<'yes' | 'no'>('yes')
  const chosen = (useParams({ strict: false }) as { readonly hazardId?: string }).hazardId
  const pages = useInfiniteQuery(readingPages(listHazardsAtDesk, { query: { open } }))
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
        second={w.second}
        list={
          <>
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
                    {items.map((hazard) => (
                      <HazardRow key={hazard.id} hazard={hazard} />
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

/** 路灯 · 三号巷 */
export function useHazardTitle(): (hazard: DeskHazard) => string {
  const kinds = useWords(hazardsWords).kind
  const text = useText()
  return ({ kind, lane, community }) => [kinds[kind], lane ? text(lane) : community && text(community)].filter(Boolean).join(' · ')
}

function HazardRow({ hazard }: { readonly hazard: DeskHazard }) {
  const w = useWords(hazardsDeskWords)
  const states = useWords(hazardsWords).state
  const format = useFormat()
  const title = useHazardTitle()
  return (
    <ListRow
      to="/hazards/$hazardId"
      params={{ hazardId: hazard.id }}
      title={title(hazard)}
      tags={
        <>
          <Tag tone={hazard.state === 'reported' ? 'attention' : 'going'}>{states[hazard.state]}</Tag>
          {hazard.late && <Tag tone="alert">{w.late}</Tag>}
          {hazard.back && <Tag tone="attention">{w.wasBack}</Tag>}
        </>
      }
      second={`${hazard.number} · ${hazard.dueOn === null ? w.reported(format.day(hazard.reportedOn)) : w.due(format.day(hazard.dueOn))}`}
    />
  )
}
