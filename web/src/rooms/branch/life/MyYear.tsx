import { listMyNotices } from '@ronghe/contract/branch/liaison.ts'
import { type Occasion, readMyBranchYear, sayIWasThere, takeBackThere } from '@ronghe/contract/branch/occasions.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useToday } from '../../../platform/today.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './life.module.css'
import { MemberLinks } from './BranchLinks.tsx'
import { useOccasionLines } from './occasion-lines.ts'
import { lifeWords } from './words/words.ts'

type Mine = Occasion & { readonly came: 'tap' | 'paper' | null }

/** What the member's branch does, and where they were; nobody else is shown the latter. */
export function MyYear() {
  const w = useWords(lifeWords)
  const today = useToday()
  const [year, setYear] = useState(() => Number(today.slice(0, 4)))
  const read = useQuery(reading(readMyBranchYear, { query: { year } }))
  return (
    <>
      <PageHeader title={w.myTitle} lead={w.myLead} back={{ to: '/branch/my' }} />
      <Shown read={read}>
        {({ branch, items }) =>
          branch === null ? (
            <EmptyState title={w.myNone} next={<LinkButton to="/branch/my">{w.toCheckIn}</LinkButton>}>
              {w.myNoneText}
            </EmptyState>
          ) : (
            <>
              <Notices />
              <Dates branchId={branch.id} title={w.coming} none={w.comingNone} items={items.filter(({ day }) => day >= today)} />
              <Dates
                branchId={branch.id}
                title={`${w.past} · ${w.year(year)}`}
                none={w.pastNone}
                items={items.filter(({ day }) => day < today).toReversed()}
              />
              <ButtonRow>
                <Button kind="plain" onPress={() => setYear(year - 1)}>
                  {w.previousYear}
                </Button>
                <Button kind="plain" onPress={() => setYear(year + 1)}>
                  {w.nextYear}
                </Button>
              </ButtonRow>
              <MemberLinks here="year" />
            </>
          )
        }
      </Shown>
    </>
  )
}

function Notices() {
  const w = useWords(lifeWords)
  const format = useFormat()
  const { data } = useQuery(reading(listMyNotices))
  if (!data || data.items.length === 0) return null
  return (
    <Card title={w.notices}>
      {data.items.map((notice) => (
        <div key={notice.id} className={styles.block}>
          <h3>{notice.title}</h3>
          <p className={styles.words}>{notice.words}</p>
          <p className="muted small">{w.until(format.day(notice.shownUntil))}</p>
        </div>
      ))}
    </Card>
  )
}

function Dates({
  branchId,
  title,
  none,
  items,
}: {
  readonly branchId: string
  readonly title: string
  readonly none: string
  readonly items: readonly Mine[]
}) {
  return (
    <Card title={title}>
      {items.length === 0 ? (
        <p className="muted">{none}</p>
      ) : (
        <CardList>
          {items.map((one) => (
            <OneDate key={one.id} branchId={branchId} one={one} />
          ))}
        </CardList>
      )}
    </Card>
  )
}

function OneDate({ branchId, one }: { readonly branchId: string; readonly one: Mine }) {
  const w = useWords(lifeWords)
  const text = useText()
  const lines = useOccasionLines()
  return (
    <CardItem
      to="/branch/my/dates/$branchId/$occasionId"
      params={{ branchId, occasionId: one.id }}
      title={text(one.title)}
      second={`${lines.kind(one)}${lines.second(one)}`}
      end={one.state === 'planned' ? undefined : <Tag tone={lines.tone(one)}>{w.states[one.state]}</Tag>}
      below={<Coming one={one} />}
    />
  )
}

/** Said by oneself, or not at all. */
export function Coming({ one }: { readonly one: Pick<Mine, 'id' | 'came' | 'may' | 'sheetUntil'> }) {
  const w = useWords(lifeWords)
  const format = useFormat()
  const come = useDeed(sayIWasThere, { refreshes: [readMyBranchYear], onDone: () => toast(w.cameToast) })
  const takeBack = useDeed(takeBackThere, { refreshes: [readMyBranchYear] })
  const params = { occasionId: one.id }
  const error = come.error ?? takeBack.error
  if (one.came === null && !one.may.includes('come')) return null
  return (
    <div className={styles.below}>
      {one.came && <span className="muted">{w.came[one.came]}</span>}
      {one.may.includes('come') && (
        <>
          <Button kind="quiet" busy={come.isPending} onPress={() => come.mutate({ params })}>
            {w.come}
          </Button>
          <span className="muted small">{w.comeUntil(format.day(one.sheetUntil))}</span>
        </>
      )}
      {one.may.includes('takeBack') && (
        <Button kind="plain" busy={takeBack.isPending} onPress={() => takeBack.mutate({ params })}>
          {w.takeBack}
        </Button>
      )}
      {error && <RefusalLine error={error} />}
    </div>
  )
}
