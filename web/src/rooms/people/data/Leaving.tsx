import { leave, type OpenItem, readLeaving } from '@ronghe/contract/people/leaving.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { remember } from '../../../platform/memory.ts'
import { forgetEverything } from '../../../platform/offline/store.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { sessionQuery } from '../../../platform/session/session.tsx'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { Actions } from '../Actions.tsx'
import { dataWords } from '../words/data/words.ts'
import { TakeCopy } from './TakeCopy.tsx'

/** One flow: what is open and what becomes of it, a copy, then the end. */
export function Leaving() {
  const w = useWords(dataWords)
  const client = useQueryClient()
  const read = useQuery({ ...reading(readLeaving), staleTime: 0 })
  const [handedOn, setHandedOn] = useState<number>()
  if (handedOn !== undefined) return <Left handedOn={handedOn} />
  const onLeft = (count: number): void => {
    setHandedOn(count)
    remember('session', undefined)
    void forgetEverything()
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionQuery.queryKey[0] })
  }
  return (
    <>
      <PageHeader title={w.leavingTitle} lead={w.leavingLead} back={{ to: '/me' }} />
      <Shown read={read}>
        {({ open }) => (
          <>
            <StillOpen open={open} />
            <Card title={w.leavingTake}>
              <p className="muted">{w.leavingTakeText}</p>
              <TakeCopy />
            </Card>
            {open.some(({ becomes }) => becomes === 'stops') ? (
              <Notice tone="attention">{w.leavingStops}</Notice>
            ) : (
              <Close onLeft={onLeft} />
            )}
          </>
        )}
      </Shown>
    </>
  )
}

function StillOpen({ open }: { readonly open: readonly OpenItem[] }) {
  const w = useWords(dataWords)
  const text = useText()
  return (
    <Card title={w.leavingOpen}>
      {open.length === 0 ? (
        <p className="muted">{w.leavingNothing}</p>
      ) : (
        <CardList>
          {open.map((item) => (
            <CardItem
              key={`${item.room} ${item.id}`}
              title={text(item.title)}
              second={text(item.note)}
              end={<Tag tone={item.becomes === 'stops' ? 'attention' : 'quiet'}>{w.becomes[item.becomes]}</Tag>}
            />
          ))}
        </CardList>
      )}
    </Card>
  )
}

function Close({ onLeft }: { readonly onLeft: (handedOn: number) => void }) {
  const w = useWords(dataWords)
  const [sure, setSure] = useState(false)
  const [asking, setAsking] = useState(false)
  const deed = useDeed(leave, { onDone: ({ handedOn }) => onLeft(handedOn) })
  return (
    <Card>
      <Tick label={w.leavingSure} checked={sure} onChange={setSure} />
      {sure && (
        <Actions>
          <Button kind="careful" wide onPress={() => setAsking(true)}>
            {w.leavingDo}
          </Button>
        </Actions>
      )}
      <Dialog title={w.leavingLast} open={asking} onClose={() => setAsking(false)}>
        <p>{w.leavingLastText}</p>
        {deed.error && <RefusalLine error={deed.error} />}
        <ButtonRow>
          <Button kind="quiet" onPress={() => setAsking(false)}>
            {w.leavingCancel}
          </Button>
          <Button kind="careful" busy={deed.isPending} onPress={() => deed.mutate({ body: { sure: true } })}>
            {w.leavingDo}
          </Button>
        </ButtonRow>
      </Dialog>
    </Card>
  )
}

function Left({ handedOn }: { readonly handedOn: number }) {
  const w = useWords(dataWords)
  // The page is opened anew, so that nothing of the person is left in its memory.
  const home = (): void => location.assign(`${location.pathname.replace(/\/me\/leaving$/, '')}/`)
  return (
    <>
      <PageHeader title={w.leftTitle} lead={w.leftText(handedOn)} />
      <Button onPress={home}>{w.leftHome}</Button>
    </>
  )
}
