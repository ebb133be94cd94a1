import { type HazardAtDesk, listHazardsAtDesk } from '@ronghe/contract/station/hazards.ts'
import { useParams } from '@tanstack/react-router'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type * as z from 'zod/mini'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { readingPages } from '../../../platform/queries.ts'
import { ListRow } from '../../../shell/ListDetail.tsx'
import { ListScreen, type OpenOrClosed, OpenOrClosedSwitch, PagedRows } from '../../../shell/ListScreen.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { hazardsWords } from '../words/hazards/words.ts'
import { hazardsDeskWords } from './words/words.ts'

export type DeskHazard = z.infer<typeof HazardAtDesk>

/** What was reported in the street and waits for somebody; a department sees what was sent to it. */
export function HazardList() {
  const w = useWords(hazardsDeskWords)
  const [open, setOpen] = useState<OpenOrClosed>('yes')
  const { hazardId } = useParams({ strict: false }) as { readonly hazardId?: string }
  const pages = useInfiniteQuery(readingPages(listHazardsAtDesk, { query: { open } }))
  return (
    <ListScreen title={w.title} second={w.second} opened={hazardId !== undefined}>
      <OpenOrClosedSwitch label={w.title} open={open} onChange={setOpen} words={w} />
      <PagedRows pages={pages} empty={<EmptyState title={w.empty}>{w.emptyNext}</EmptyState>}>
        {(hazard) => <HazardRow key={hazard.id} hazard={hazard} />}
      </PagedRows>
    </ListScreen>
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
      second={`${hazard.number} · ${hazard.dueOn === null ? w.reported(format.day(hazard.reportedOn)) : hazard.state === 'sent' ? w.due(format.day(hazard.dueOn)) : w.lookBy(format.day(hazard.dueOn))}`}
    />
  )
}
