import { type CarriedConcern, listCarried, listMerged } from '@ronghe/contract/council/merged-concerns.ts'
import { listOrgans } from '@ronghe/contract/programme/organs.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, readingPages } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { Choices } from '../../../ui/Choice.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Paged } from '../../../ui/Paged.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { MergeForm } from './MergeForm.tsx'
import { mergeWords } from './words/words.ts'

/** The desk of whoever brings concerns together: what is alike first, then all; the words are read here and nowhere public. */
export function Merging() {
  const organs = useQuery(reading(listOrgans, { query: { kind: 'council' } }))
  const w = useWords(mergeWords)
  return (
    <>
      <PageHeader title={w.deskTitle} lead={w.deskSecond} />
      <Shown read={organs}>{({ items }) => items.map((council) => <OfCouncil key={council.id} councilId={council.id} />)}</Shown>
    </>
  )
}

function OfCouncil({ councilId }: { readonly councilId: string }) {
  const w = useWords(mergeWords)
  const params = { councilId }
  const read = useQuery(reading(listCarried, { params }))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [writing, setWriting] = useState(false)
  return (
    <>
      <Shown read={read}>
        {({ items, alike }) => {
          const of = (ids: readonly string[]) => ids.flatMap((id) => items.find((one) => one.id === id) ?? [])
          if (items.length === 0) return <EmptyState title={w.deskEmpty}>{w.deskEmptyText}</EmptyState>
          if (writing)
            return (
              <MergeForm
                councilId={councilId}
                concerns={of(chosen)}
                onDone={() => {
                  setChosen([])
                  setWriting(false)
                }}
                onCancel={() => setWriting(false)}
              />
            )
          return (
            <>
              {alike.map(({ ids }) => (
                <Notice key={ids.join()} title={w.alike}>
                  <p>{w.alikeText}</p>
                  {of(ids).map((one) => (
                    <Line key={one.id} one={one} />
                  ))}
                  <ButtonRow>
                    <Button kind="quiet" onPress={() => setChosen(ids)}>
                      {w.takeGroup}
                    </Button>
                  </ButtonRow>
                </Notice>
              ))}
              <ToMerge items={items} chosen={chosen} onChange={setChosen} onWrite={() => setWriting(true)} />
            </>
          )
        }}
      </Shown>
      <Merged councilId={councilId} />
    </>
  )
}

function Line({ one }: { readonly one: CarriedConcern }) {
  return (
    <p className="small">
      <strong>{one.number}</strong> {one.words}
    </p>
  )
}

function ToMerge({
  items,
  chosen,
  onChange,
  onWrite,
}: {
  readonly items: readonly CarriedConcern[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
  readonly onWrite: () => void
}) {
  const w = useWords(mergeWords)
  const text = useText()
  const format = useFormat()
  return (
    <Card title={w.toMerge}>
      <Choices
        label={w.others}
        hideLabel
        value={chosen}
        onChange={onChange}
        options={items.map((one) => ({
          value: one.id,
          label: one.words,
          hint: [one.number, text(one.topic), one.place && text(one.place), format.day(one.raisedOn), one.anonymous && w.anonymous]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
      <ButtonRow>
        <Button onPress={onWrite} disabled={chosen.length < 2} describedBy="merge-chosen">
          {w.formTitle}
        </Button>
        <span id="merge-chosen" className="muted">
          {chosen.length < 2 ? w.chooseTwo : w.chosen(chosen.length)}
        </span>
      </ButtonRow>
    </Card>
  )
}

function Merged({ councilId }: { readonly councilId: string }) {
  const w = useWords(mergeWords)
  const text = useText()
  const format = useFormat()
  const pages = useInfiniteQuery(readingPages(listMerged, { params: { councilId } }))
  return (
    <Card title={w.merged}>
      <Paged pages={pages} empty={<p className="muted">{w.listEmpty}</p>}>
        {(items) => (
          <CardList>
            {items.map((one) => (
              <CardItem
                key={one.id}
                to="/council/merging/$mergedId"
                params={{ mergedId: one.id }}
                title={one.title}
                second={[w.number(one.number), text(one.topic), w.since(format.day(one.begunOn))].join(' · ')}
                end={one.state === 'apart' ? <Tag tone="quiet">{w.apart}</Tag> : undefined}
              />
            ))}
          </CardList>
        )}
      </Paged>
    </Card>
  )
}
