import { listVisits, readVisit, readVisitForm, saveVisit, type Visit, type VisitAside } from '@ronghe/contract/council/visits.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { ProblemError } from '../../../api.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { saveDraft } from '../../../platform/offline/draft.ts'
import { useKept } from '../../../platform/offline/kept.ts'
import { findWaiting, useOutbox, withdraw } from '../../../platform/offline/outbox.ts'
import type { Filing } from '../../../platform/offline/store.ts'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed, useRefresh } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList, Facts } from '../../../ui/Card.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { fromBody, fromVisit, toBody, visitDraft, type Visiting, withOther } from './visiting.ts'
import styles from './visits.module.css'
import { visitWords } from './words/words.ts'

/** One visit: what waits on this phone first, else what is kept. */
export function VisitPage() {
  const councilId = useParam('councilId')
  const visitId = useParam('visitId')
  const outbox = useOutbox()
  const [waiting, setWaiting] = useState<Filing | null>()
  const refresh = useRefresh()
  const waited = useRef(false)
  useEffect(() => {
    void findWaiting(visitId).then(async (found) => {
      // Just sent: what this page read before is the visit without the change.
      if (!found && waited.current) await refresh(readVisit, listVisits)
      waited.current = found !== undefined
      setWaiting(found ?? null)
    })
    // oxlint-disable-next-line react/exhaustive-deps -- `refresh` is made anew with every rendering and does the same
  }, [visitId, outbox])
  if (waiting === undefined) return <Loading />
  return waiting ? <Waits filing={waiting} councilId={councilId} /> : <Kept councilId={councilId} visitId={visitId} />
}

/** Puts a visit back into the form, and goes there. */
function useWriting(councilId: string): (visiting: Visiting) => Promise<void> {
  const navigate = useNavigate()
  const { person } = useSession()
  return async (visiting) => {
    await saveDraft(visitDraft(councilId, person?.id), visiting, Date.now())
    await navigate({ to: '/council/$councilId/visits/new', params: { councilId } as never })
  }
}

function Waits({ filing, councilId }: { readonly filing: Filing; readonly councilId: string }) {
  const w = useWords(visitWords)
  const format = useFormat()
  const write = useWriting(councilId)
  const { problem } = filing
  const visiting = fromBody(filing.asked.body as BodyOf<typeof saveVisit>) // put there by VisitForm
  const takeBack = async (): Promise<void> => {
    await withdraw(filing)
    await write(visiting)
  }
  return (
    <>
      <PageHeader
        title={problem ? w.notTakenTitle : w.waitsTitle}
        lead={problem ? undefined : w.waitsText}
        back={{ to: '/council/$councilId/visits', params: { councilId }, label: w.back }}
      />
      {problem && <RefusalLine error={new ProblemError(problem)} />}
      <Card title={filing.title}>
        <Facts
          facts={[
            [w.when, format.day(visiting.onDay)],
            [w.partOfDay, w.parts[visiting.part || 'morning']],
            [w.seenHere, visiting.seen || w.none],
            [w.raised, String(visiting.concerns.length)],
          ]}
        />
      </Card>
      <ButtonRow>
        <Button kind={problem ? 'main' : 'quiet'} onPress={() => void takeBack()}>
          {w.takeBack}
        </Button>
      </ButtonRow>
    </>
  )
}

function Kept({ councilId, visitId }: { readonly councilId: string; readonly visitId: string }) {
  const read = useKept(reading(readVisit, { params: { councilId, visitId } }))
  return <Shown read={read}>{(visit) => <Whole visit={visit} councilId={councilId} />}</Shown>
}

function Whole({ visit, councilId }: { readonly visit: Visit; readonly councilId: string }) {
  const w = useWords(visitWords)
  const text = useText()
  const format = useFormat()
  const write = useWriting(councilId)
  // The form and what it needs, should the line go before it is opened.
  useKept(reading(readVisitForm, { params: { councilId } }))
  const router = useRouter()
  useEffect(() => {
    void router.preloadRoute({ to: '/council/$councilId/visits/new', params: { councilId } as never }).catch(() => {})
  }, [router, councilId])
  return (
    <>
      <PageHeader
        title={text(visit.place)}
        lead={`${format.day(visit.onDay)} ${w.parts[visit.part]}`}
        back={{ to: '/council/$councilId/visits', params: { councilId }, label: w.back }}
      />
      {visit.unsettled && <Unsettled visit={visit} councilId={councilId} />}
      <Card>
        <Facts
          facts={[
            [w.went, format.list(visit.delegates.map(({ name }) => name))],
            [w.about, visit.topics.length > 0 ? format.list(visit.topics.map(text)) : w.none],
            [
              w.seenHere,
              <span key="seen" className={styles.words}>
                {visit.parts.seen || w.none}
              </span>,
            ],
          ]}
        />
      </Card>
      <Card title={w.words}>
        {visit.words.length === 0 ? (
          <p className="muted">{w.nothingSaid}</p>
        ) : (
          <CardList>
            {visit.words.map((one) => (
              <CardItem
                key={one.id}
                title={<span className={styles.words}>{one.words}</span>}
                second={w.wordsUntil(format.wholeDay(one.deletedOn))}
              />
            ))}
          </CardList>
        )}
      </Card>
      {visit.raised.length > 0 && (
        <Card title={w.raised}>
          <CardList>
            {visit.raised.map((one) => (
              <CardItem key={one.id} title={`${text(one.topic)} ${one.number}`} />
            ))}
          </CardList>
        </Card>
      )}
      {visit.may.includes('save') && (
        <ButtonRow>
          <Button kind="quiet" onPress={() => void write(fromVisit(visit))}>
            {w.change}
          </Button>
        </ButtonRow>
      )}
    </>
  )
}

/** Two phones wrote different things: both are shown, and whoever was there picks. */
function Unsettled({ visit, councilId }: { readonly visit: Visit; readonly councilId: string }) {
  const w = useWords(visitWords)
  const deed = useDeed(saveVisit, { refreshes: [readVisit, listVisits] })
  const words = useSaid(councilId)
  const settle = (aside: VisitAside, other: boolean): void => {
    const now = fromVisit(visit)
    const picked = other ? withOther(now, aside) : now
    const body = toBody({ ...picked, aside: visit.aside.filter((one) => one !== aside) }, '')
    deed.mutate({ params: { councilId }, body })
  }
  return (
    <Notice tone="attention" title={w.conflictTitle}>
      <p>{w.conflictText}</p>
      {deed.error && <RefusalLine error={deed.error} />}
      {visit.aside.map((aside) => (
        <div key={`${aside.part} ${aside.at}`} className={styles.heard}>
          <p>
            <strong>{w.partNames[aside.part]}</strong>
          </p>
          <Facts
            facts={[
              [w.conflictNow, words(aside.part, visit.parts[aside.part])],
              [w.conflictOther, words(aside.part, aside.value)],
            ]}
          />
          {visit.may.includes('save') && (
            <ButtonRow>
              <Button kind="quiet" busy={deed.isPending} onPress={() => settle(aside, false)}>
                {w.keepNow}
              </Button>
              <Button kind="quiet" busy={deed.isPending} onPress={() => settle(aside, true)}>
                {w.useThis}
              </Button>
            </ButtonRow>
          )}
        </div>
      ))}
    </Notice>
  )
}

/** The value of a part in words. */
function useSaid(councilId: string): (part: VisitAside['part'], value: unknown) => string {
  const w = useWords(visitWords)
  const text = useText()
  const format = useFormat()
  const { data } = useKept(reading(readVisitForm, { params: { councilId } }))
  return (part, value) => {
    if (part === 'part') return w.parts[value as Visit['part']]
    if (part === 'onDay') return format.day(String(value))
    if (part === 'laneId') {
      const lane = data?.lanes.find(({ laneId }) => laneId === value)
      return lane ? text(lane.place) : w.none
    }
    if (part === 'topics') {
      const named = data?.topics.filter(({ key }) => (value as readonly string[]).includes(key)) ?? []
      return named.length > 0 ? format.list(named.map(({ name }) => text(name))) : w.none
    }
    return String(value) || w.none
  }
}
