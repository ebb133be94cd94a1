import { listMyRounds, type PatrolRound, readBriefing, readRound, tickCheckpoint } from '@ronghe/contract/volunteers/patrol.ts'
import { useEffect, useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useKept } from '../../../platform/offline/kept.ts'
import { file, useOutbox } from '../../../platform/offline/outbox.ts'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed, useRefresh } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { FindingList } from './FindingList.tsx'
import styles from './patrol.module.css'
import { ReportFinding } from './ReportFinding.tsx'
import { patrolWords } from './words/words.ts'

/** One patrol on the phone of somebody who is on it, with or without a line. */
export function PatrolRoundPage() {
  const w = useWords(patrolWords)
  const text = useText()
  const roundId = useParam('roundId')
  const read = useKept(reading(readRound, { params: { roundId } }))
  return (
    <>
      <PageHeader title={read.data ? text(read.data.route) : w.mine} back={{ to: '/volunteers/patrols', label: w.backToMine }} />
      <Shown read={read}>{(round) => (round.briefed ? <Round round={round} /> : <Briefing round={round} />)}</Shown>
    </>
  )
}

function Heading({ round }: { readonly round: PatrolRound }) {
  const w = useWords(patrolWords)
  const text = useText()
  const format = useFormat()
  return (
    <Card>
      <Facts
        facts={[
          [w.armband, <Armband key="armband" number={round.armband} />],
          [w.when, `${format.moment(round.startsAt)}–${format.time(round.endsAt)}`],
          [w.team, text(round.team)],
        ]}
      />
    </Card>
  )
}

function Armband({ number }: { readonly number: string | null }) {
  const w = useWords(patrolWords)
  return number ? <span className={styles.armband}>{number}</span> : <>{w.noArmband}</>
}

/** Before anything else: what a patrol may do, and what it never does. */
function Briefing({ round }: { readonly round: PatrolRound }) {
  const w = useWords(patrolWords)
  const confirm = useDeed(readBriefing, { refreshes: [readRound, listMyRounds] })
  return (
    <>
      <Heading round={round} />
      <Card title={w.briefingTitle}>
        <h3>{w.mayTitle}</h3>
        <ul>
          {w.may.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <h3>{w.neverTitle}</h3>
        <ul>
          {w.never.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="muted">{w.complaintLine}</p>
        {round.may.includes('brief') ? (
          <Button wide busy={confirm.isPending} onPress={() => confirm.mutate({ params: { roundId: round.id } })}>
            {w.read}
          </Button>
        ) : (
          <Notice>{w.past}</Notice>
        )}
        {confirm.error && <RefusalLine error={confirm.error} />}
      </Card>
    </>
  )
}

function Round({ round }: { readonly round: PatrolRound }) {
  const w = useWords(patrolWords)
  const text = useText()
  const refresh = useRefresh()
  const waiting = useOutbox().filter(({ asked }) => (asked.params as { roundId?: string } | undefined)?.roundId === round.id)
  const [error, setError] = useState<unknown>()
  const open = round.may.includes('tick')
  useEffect(() => {
    if (waiting.length === 0) void refresh(readRound)
    // oxlint-disable-next-line react/exhaustive-deps -- once what waited has been sent
  }, [waiting.length])
  const waitsFor = (checkpointId: string): boolean | undefined => {
    const bodies = waiting.filter(({ operation }) => operation.id === tickCheckpoint.id).map(({ asked }) => asked.body)
    const mine = (bodies as { checkpointId: string; done: boolean }[]).findLast((body) => body.checkpointId === checkpointId)
    return mine?.done
  }
  const tick = async (checkpointId: string, done: boolean): Promise<void> => {
    setError(undefined)
    try {
      const opens = `/volunteers/patrols/${round.id}`
      const outcome = await file(tickCheckpoint, { params: { roundId: round.id }, body: { checkpointId, done } }, text(round.route), {
        opens,
      })
      if (outcome.sent) await refresh(readRound, listMyRounds)
    } catch (refusal) {
      setError(refusal)
    }
  }
  return (
    <div className={styles.gap}>
      <Heading round={round} />
      <Card title={w.places}>
        <p className="muted small">{w.placesHint}</p>
        {!open && <Notice>{w.closed}</Notice>}
        <ul className={styles.list}>
          {round.checkpoints.map(({ id, place, lane, done }) => {
            const waits = waitsFor(id)
            const now = waits ?? done
            return (
              <li key={id} className={styles.place}>
                <span>
                  <strong>{text(place)}</strong> <span className="muted">{text(lane)}</span>{' '}
                  {waits !== undefined && <Tag tone="quiet">{w.waits}</Tag>}
                  {!open && <Tag tone={now ? 'going' : 'quiet'}>{now ? w.done : now === false ? w.notDone : w.notYet}</Tag>}
                </span>
                {open && (
                  <span className={styles.pair} role="group" aria-label={text(place)}>
                    <Button kind={now === true ? 'main' : 'quiet'} pressed={now === true} onPress={() => void tick(id, true)}>
                      {w.done}
                    </Button>
                    <Button kind={now === false ? 'main' : 'quiet'} pressed={now === false} onPress={() => void tick(id, false)}>
                      {w.notDone}
                    </Button>
                  </span>
                )}
              </li>
            )
          })}
        </ul>
        {error !== undefined && <RefusalLine error={error} />}
      </Card>
      {round.may.includes('report') && <ReportFinding round={round} />}
      <FindingList findings={round.findings} waiting={waiting} />
    </div>
  )
}
