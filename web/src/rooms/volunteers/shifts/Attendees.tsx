import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { type Attendee, listAttendees } from '@ronghe/contract/volunteers/sign-ups.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Table } from '../../../ui/Table.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { residentAddress } from '../address.ts'
import { useSpan } from '../span.ts'
import styles from '../volunteers.module.css'
import { EnterPaper } from './EnterPaper.tsx'
import { EnterSignUp } from './EnterSignUp.tsx'
import { shiftWords } from './words/words.ts'

type List = ReplyOf<typeof listAttendees>

/** For whoever leads: who comes, the code, the paper sheet, and what stood on it. */
export function Attendees() {
  const w = useWords(shiftWords)
  const text = useText()
  const span = useSpan()
  const params = { shiftId: useParam('shiftId') }
  const read = useQuery(reading(listAttendees, { params }))
  return (
    <Shown read={read}>
      {(list) => (
        <>
          <PageHeader
            title={w.listTitle}
            above={`${text(list.title)} · ${span(list)}`}
            lead={w.listRecorded}
            back={{ to: '/volunteers/work' }}
          />
          <div className={styles.acts}>
            {list.may.includes('showCode') && (
              <LinkButton wide to="/volunteers/shifts/$shiftId/code" params={params}>
                {w.toCode}
              </LinkButton>
            )}
            <Button wide kind="quiet" icon="print" onPress={() => window.print()}>
              {w.print}
            </Button>
          </div>
          <Coming list={list} />
          {list.may.includes('enterPaper') && list.items.some(({ state }) => state === 'placed') && (
            <EnterPaper shiftId={params.shiftId} list={list} />
          )}
          {list.may.includes('enterSignUp') && <EnterSignUp shiftId={params.shiftId} />}
          <Sheet shiftId={params.shiftId} list={list} />
        </>
      )}
    </Shown>
  )
}

function Coming({ list }: { readonly list: List }) {
  const w = useWords(shiftWords)
  const format = useFormat()
  const presence = ({ inAt, outAt, way }: Attendee): string =>
    inAt === null
      ? w.notThere
      : [w.checkedIn(format.time(inAt)), outAt && w.checkedOut(format.time(outAt)), way === 'paper' && w.byPaper]
          .filter(Boolean)
          .join(' · ')
  return (
    <Card className={styles.after}>
      <Table
        caption={w.listTitle}
        rows={list.items}
        rowKey={({ personId }) => personId}
        empty={<EmptyState title={w.listEmpty}>{w.listEmptyText}</EmptyState>}
        columns={[
          { key: 'name', label: w.person, cell: ({ name }) => name },
          { key: 'phone', label: w.phone, cell: ({ phone }) => phone ?? '—' },
          {
            key: 'state',
            label: w.state,
            cell: ({ state, fromPaper }) => (
              <span className={styles.tags}>
                <Tag tone={state === 'placed' ? 'going' : 'quiet'}>{w.states[state]}</Tag>
                {fromPaper && <Tag tone="quiet">{w.paperTag}</Tag>}
              </span>
            ),
          },
          { key: 'presence', label: w.presence, cell: presence },
        ]}
      />
    </Card>
  )
}

/** The paper that counts like the code: a line for everybody who has a place, and a few more. */
function Sheet({ shiftId, list }: { readonly shiftId: string; readonly list: List }) {
  const w = useWords(shiftWords)
  const text = useText()
  const span = useSpan()
  const [printedAt] = useState(() => new Date().toISOString())
  const names = list.items.filter(({ state }) => state === 'placed').map(({ name }) => name)
  const lines = [...names, ...Array.from({ length: 6 }, () => '')]
  return (
    <PrintSheet
      title={w.sheetTitle}
      number={[text(list.title), span(list), text(list.place)].join(' · ')}
      address={residentAddress(`/volunteers/shifts/${shiftId}`)}
      printedAt={printedAt}
    >
      <div className={styles.sheet}>
        <p>{w.sheetLead}</p>
        <table>
          <thead>
            <tr>
              <th>{w.person}</th>
              <th>{w.sheetIn}</th>
              <th>{w.sheetOut}</th>
              <th>{w.sheetSign}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((name, index) => (
              <tr key={index}>
                <td>{name}</td>
                <td>{'\u00a0'}</td>
                <td>{'\u00a0'}</td>
                <td>{'\u00a0'}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={styles.sign}>{w.sheetKeeper}</p>
      </div>
    </PrintSheet>
  )
}
