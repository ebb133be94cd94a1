import { claimHours, downloadMyHours, listMyHours, listToConfirm, takeBackHours } from '@ronghe/contract/volunteers/hours.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { download, saveAs } from '../../../platform/download.ts'
import { dayOf, useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TimeInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Stat } from '../../../ui/Stat.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { useSpan } from '../span.ts'
import { momentAt } from './clock.ts'
import styles from './hours.module.css'
import { hoursWords } from './words/words.ts'

type Mine = ReplyOf<typeof listMyHours>

/** One's own book of hours. */
export function MyHours() {
  const w = useWords(hoursWords)
  const format = useFormat()
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={{ to: '/volunteers' }} />
      <Shown read={useQuery(reading(listMyHours))}>
        {(mine) => (
          <>
            {mine.toConfirm > 0 && (
              <Notice title={w.toConfirm(format.count(mine.toConfirm))}>
                <LinkButton kind="quiet" to="/volunteers/hours/confirm">
                  {w.toConfirmDo}
                </LinkButton>
              </Notice>
            )}
            {mine.claimable.map((one) => (
              <Claim key={one.shift.id} one={one} />
            ))}
            {mine.items.length + mine.claimable.length === 0 ? (
              <EmptyState title={w.empty} next={<LinkButton to="/volunteers">{w.toVolunteers}</LinkButton>}>
                {w.emptyText}
              </EmptyState>
            ) : (
              <Book mine={mine} />
            )}
            <TakeAway mine={mine} />
          </>
        )}
      </Shown>
    </>
  )
}

function Claim({ one }: { readonly one: Mine['claimable'][number] }) {
  const w = useWords(hoursWords)
  const text = useText()
  const format = useFormat()
  const span = useSpan()
  const [from, setFrom] = useState(format.time(one.from))
  const [until, setUntil] = useState(format.time(one.until))
  const claim = useDeed(claimHours, { refreshes: [listMyHours], onDone: () => toast(w.claimedToast) })
  const title = text(one.shift.title)
  return (
    <Card title={title}>
      <p className="muted">
        {span(one.shift)} · {text(one.shift.place)} · {w.claimBy(format.day(one.claimBy))}
      </p>
      <Form
        onSubmit={() =>
          claim.mutate({
            params: { shiftId: one.shift.id },
            body: { from: momentAt(one.from, from), until: momentAt(one.from, until) },
          })
        }
        busy={claim.isPending}
        error={claim.error}
        label={w.claimLabel(title)}
      >
        <div className={styles.times}>
          <Field label={w.from}>
            <TimeInput value={from} onChange={setFrom} />
          </Field>
          <Field label={w.until}>
            <TimeInput value={until} onChange={setUntil} />
          </Field>
        </div>
        <Button type="submit" busy={claim.isPending}>
          {w.claimDo}
        </Button>
      </Form>
    </Card>
  )
}

function Book({ mine }: { readonly mine: Mine }) {
  const w = useWords(hoursWords)
  const format = useFormat()
  return (
    <>
      <Card>
        <Stat label={w.confirmedSum} value={w.sumText(format.count(Math.floor(mine.confirmedMinutes / 60)), mine.confirmedMinutes % 60)} />
      </Card>
      {mine.items.length > 0 && (
        <Card title={w.listTitle}>
          <CardList>
            {mine.items.map((one) => (
              <Line key={one.id} one={one} />
            ))}
          </CardList>
        </Card>
      )}
    </>
  )
}

function Line({ one }: { readonly one: Mine['items'][number] }) {
  const w = useWords(hoursWords)
  const text = useText()
  const format = useFormat()
  const span = useSpan()
  const takeBack = useDeed(takeBackHours, { refreshes: [listMyHours, listToConfirm], onDone: () => toast(w.takenToast) })
  const title = text(one.shift.title)
  const [today] = useState(() => dayOf(new Date()))
  const tooLate = one.confirmBy !== null && one.confirmBy < today
  return (
    <CardItem
      title={title}
      second={
        <>
          {span({ startsAt: one.from, endsAt: one.until })}
          {one.confirmBy !== null && ` · ${(tooLate ? w.notConfirmed : w.confirmBy)(format.day(one.confirmBy))}`}
          {one.reason !== null && ` · ${w.reasons[one.reason]}`}
        </>
      }
      end={
        <Tag tone={one.state === 'confirmed' ? 'going' : one.state === 'claimed' && !tooLate ? 'attention' : 'quiet'}>
          {tooLate ? w.lapsed : w.states[one.state]}
        </Tag>
      }
      below={
        <>
          {takeBack.error && <RefusalLine error={takeBack.error} />}
          {one.may.includes('takeBack') && (
            <Button kind="plain" busy={takeBack.isPending} onPress={() => takeBack.mutate({ params: { entryId: one.id } })}>
              {w.takeBack}
              <span className="unseen">：{title}</span>
            </Button>
          )}
        </>
      }
    />
  )
}

function TakeAway({ mine }: { readonly mine: Mine }) {
  const w = useWords(hoursWords)
  const [error, setError] = useState<unknown>()
  const save = (as: 'xlsx' | 'csv'): void => {
    setError(undefined)
    download(downloadMyHours, { query: { as } }).then((blob) => saveAs(blob, `hours.${as}`), setError)
  }
  return (
    <>
      {mine.confirmed && (
        <Card title={w.takeAway}>
          {error !== undefined && <RefusalLine error={error} />}
          <ButtonRow>
            <LinkButton to="/volunteers/hours/proof">{w.toProof}</LinkButton>
            <Button kind="quiet" icon="file" onPress={() => save('xlsx')}>
              {w.toFile}
            </Button>
            <Button kind="plain" icon="file" onPress={() => save('csv')}>
              {w.toCsv}
            </Button>
          </ButtonRow>
        </Card>
      )}
      <LinkButton kind="plain" to="/volunteers/hours-checks">
        {w.toAudits}
      </LinkButton>
    </>
  )
}
