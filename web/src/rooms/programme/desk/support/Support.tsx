import { listSupport, type SupportLine, SupportState } from '@ronghe/contract/programme/support.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type * as z from 'zod/mini'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { readingPages } from '../../../../platform/queries.ts'
import { usePermission } from '../../../../platform/session/session.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Pager } from '../../../../ui/Pager.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { type Tone, Tag } from '../../../../ui/Tag.tsx'
import styles from '../desk.module.css'
import { type SupportDeed, SupportDialog } from './SupportDialog.tsx'
import { supportDeskWords } from './words/words.ts'

export type Line = z.infer<typeof SupportLine>
type State = z.infer<typeof SupportState>

const tones: Readonly<Record<State, Tone>> = {
  requested: 'attention',
  granted: 'going',
  delivered: 'going',
  refused: 'quiet',
  withdrawn: 'quiet',
}

/** The ledger: every line with who decided it, when, and what came of it. */
export function Support() {
  const w = useWords(supportDeskWords)
  const format = useFormat()
  const mayAsk = usePermission('programme.support.request')
  const [state, setState] = useState<State>()
  const [deed, setDeed] = useState<SupportDeed>()
  const pages = useInfiniteQuery(readingPages(listSupport, { query: { ...(state && { state }) } }))
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} beside={mayAsk && <Button onPress={() => setDeed({ act: 'ask' })}>{w.ask}</Button>} />
      <div className={styles.tools} role="group" aria-label={w.state}>
        {([undefined, ...SupportState.options] as const).map((one) => (
          <Button key={one ?? 'all'} kind={state === one ? 'main' : 'quiet'} pressed={state === one} onPress={() => setState(one)}>
            {w.views[one ?? 'all']}
          </Button>
        ))}
      </div>
      <Shown read={pages}>
        {({ pages: read }) => (
          <>
            <p>{w.granted(format.money(read[0]?.grantedCents ?? 0))}</p>
            <Ledger items={read.flatMap((page) => page.items)} onDeed={setDeed} />
            <Pager pages={pages} />
          </>
        )}
      </Shown>
      {deed && <SupportDialog deed={deed} onClose={() => setDeed(undefined)} />}
    </>
  )
}

function Ledger({ items, onDeed }: { readonly items: readonly Line[]; readonly onDeed: (deed: SupportDeed) => void }) {
  const w = useWords(supportDeskWords)
  const text = useText()
  const format = useFormat()
  return (
    <Table
      caption={w.caption}
      rows={items}
      rowKey={({ id }) => id}
      empty={<EmptyState title={w.empty}>{w.emptyNext}</EmptyState>}
      columns={[
        { key: 'organ', label: w.organ, sortBy: ({ organ }) => text(organ.name), cell: ({ organ }) => text(organ.name) },
        {
          key: 'what',
          label: w.what,
          cell: (line) => (
            <div>
              {w.whatOf(w.kinds[line.kind], line.what)}
              <p className="muted small">
                {[w.levels[line.level], line.hours !== null && w.hoursOf(line.hours)].filter(Boolean).join(' · ')}
              </p>
              {line.reason && <p className="muted small">{w.reason(line.reason)}</p>}
              {line.outcome && <p className="muted small">{w.outcome(line.outcome)}</p>}
            </div>
          ),
        },
        {
          key: 'amount',
          label: w.amount,
          number: true,
          sortBy: ({ cents }) => cents ?? 0,
          cell: ({ cents }) => (cents === null ? '' : format.money(cents)),
        },
        {
          key: 'state',
          label: w.state,
          cell: ({ state, overdue }) => (overdue ? <Tag tone="alert">{w.overdue}</Tag> : <Tag tone={tones[state]}>{w.views[state]}</Tag>),
        },
        { key: 'when', label: w.when, sortBy: ({ requestedOn }) => requestedOn, cell: (line) => <Dates line={line} /> },
        {
          key: 'act',
          label: w.actions,
          cell: (line) => (
            <div>
              {line.may.map((act) => (
                <Button key={act} kind="plain" onPress={() => onDeed({ act, line })}>
                  {w.acts[act]}
                </Button>
              ))}
            </div>
          ),
        },
      ]}
    />
  )
}

function Dates({ line }: { readonly line: Line }) {
  const w = useWords(supportDeskWords)
  const text = useText()
  const format = useFormat()
  const said = [
    w.requestedOn(format.day(line.requestedOn)),
    line.state === 'requested' && line.dueOn && w.dueOn(format.day(line.dueOn)),
    line.escalated !== 'none' && w.escalated[line.escalated],
    line.decidedOn && w.decided(format.day(line.decidedOn), line.decidedBy ? text(line.decidedBy) : ''),
    line.deliveredOn && w.deliveredOn(format.day(line.deliveredOn)),
    line.receivedOn ? w.receivedOn(format.day(line.receivedOn)) : line.deliveredOn && w.notReceived,
    line.outcomeDue && w.outcomeDue(format.day(line.outcomeDue)),
  ].filter(Boolean)
  return (
    <div>
      {said.map((one) => (
        <p key={String(one)} className="small">
          {one}
        </p>
      ))}
    </div>
  )
}
