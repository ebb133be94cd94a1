import { fillChair, listChairSources, listCouncils, nameDeputy, readCouncil } from '@ronghe/contract/council/council.ts'
import type { CouncilPage } from '@ronghe/contract/council/council.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../../ui/Card.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Select } from '../../../../ui/inputs.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import styles from '../seats.module.css'
import { seatWords } from '../words/words.ts'
import { CallsDesk } from './CallsDesk.tsx'
import { DrawsDesk } from './DrawsDesk.tsx'
import { OffersDesk } from './OffersDesk.tsx'

/** The clerk's and the street lead's page about seats: who sits, what is free, how far a draw or a call is. */
export function SeatsDesk() {
  const w = useWords(seatWords)
  const text = useText()
  const [chosen, setChosen] = useState('')
  const read = useQuery(reading(listCouncils))
  return (
    <>
      <PageHeader title={w.deskTitle} lead={w.deskLead} />
      <Shown read={read}>
        {({ items }) => {
          const founded = items.filter((council) => council.founded)
          const council = founded.find(({ id }) => id === chosen) ?? founded[0]
          if (!council) return <EmptyState title={w.noCouncil}>{w.notFoundedText}</EmptyState>
          return (
            <>
              {founded.length > 1 && (
                <Field label={w.chooseCouncil}>
                  <Select
                    value={council.id}
                    onChange={setChosen}
                    options={founded.map(({ id, name }) => ({ value: id, label: text(name) }))}
                  />
                </Field>
              )}
              <OneCouncil key={council.id} councilId={council.id} />
            </>
          )
        }}
      </Shown>
    </>
  )
}

function OneCouncil({ councilId }: { readonly councilId: string }) {
  const read = useQuery(reading(readCouncil, { params: { councilId } }))
  return (
    <Shown read={read}>
      {(council) => (
        <>
          <Parity council={council} />
          <DrawsDesk councilId={councilId} />
          <OffersDesk councilId={councilId} />
          <CallsDesk councilId={councilId} />
          {council.may.includes('fillChair') && <Chair councilId={councilId} />}
          <Delegates council={council} />
        </>
      )}
    </Shown>
  )
}

function Parity({ council: { parity } }: { readonly council: CouncilPage }) {
  const w = useWords(seatWords)
  return parity.holds ? (
    <p className="muted">{w.parityHolds(parity.newcomers, parity.locals)}</p>
  ) : (
    <Notice tone="attention">{w.parityBroken(parity.newcomers, parity.locals, parity.most)}</Notice>
  )
}

function Delegates({ council }: { readonly council: CouncilPage }) {
  const w = useWords(seatWords)
  const format = useFormat()
  const deed = useDeed(nameDeputy, { refreshes: [readCouncil], onDone: () => toast(w.deputyNamed) })
  const mayName = council.may.includes('nameDeputy')
  return (
    <div className={styles.table}>
      {deed.error && <RefusalLine error={deed.error} />}
      <Table
        caption={w.seatsTitle}
        rows={council.seats}
        rowKey={({ seatId }) => seatId}
        columns={[
          {
            key: 'bench',
            label: w.whichBench,
            cell: ({ bench, number }) =>
              bench ? (
                <Tag tone={bench === 'newcomers' ? 'newcomer' : 'local'}>
                  {w.benches[bench]} {number}
                </Tag>
              ) : (
                w.chair
              ),
          },
          { key: 'name', label: w.name, cell: ({ delegate }) => delegate?.name ?? <Tag tone="attention">{w.vacant}</Tag> },
          { key: 'until', label: w.termEnds, cell: ({ delegate }) => (delegate ? format.wholeDay(delegate.until) : '') },
          {
            key: 'deputy',
            label: w.deputy,
            cell: ({ bench, delegate }) =>
              delegate?.deputy ? (
                <Tag>{w.deputy}</Tag>
              ) : (
                mayName &&
                bench &&
                delegate && (
                  <Button
                    kind="plain"
                    onPress={() => deed.mutate({ params: { councilId: council.organ.id }, body: { termId: delegate.termId } })}
                  >
                    {w.nameDeputy}
                  </Button>
                )
              ),
          },
        ]}
      />
    </div>
  )
}

function Chair({ councilId }: { readonly councilId: string }) {
  const w = useWords(seatWords)
  const text = useText()
  const read = useQuery(reading(listChairSources, { params: { councilId } }))
  const deed = useDeed(fillChair, { refreshes: [readCouncil, listChairSources], onDone: () => toast(w.chairFilled) })
  return (
    <Card title={w.fillChair}>
      <p className="muted small">{w.fillChairLead}</p>
      {deed.error && <RefusalLine error={deed.error} />}
      <Shown read={read}>
        {({ source, items }) =>
          items.length === 0 ? (
            <p>{source === 'elected' ? w.chairElected : w.fillChairNone}</p>
          ) : (
            <CardList>
              {items.map((one) => (
                <CardItem
                  key={one.appointmentId}
                  title={one.name}
                  second={`${text(one.organ)} · ${text(one.post)}`}
                  end={
                    <Button kind="quiet" onPress={() => deed.mutate({ params: { councilId }, body: { appointmentId: one.appointmentId } })}>
                      {w.fillChairDo}
                    </Button>
                  }
                />
              ))}
            </CardList>
          )
        }
      </Shown>
    </Card>
  )
}
