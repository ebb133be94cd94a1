import type { AuthorAct, MyConcern } from '@ronghe/contract/programme/concerns.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { EscalationsCard } from '../../../shell/EscalationDays.tsx'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { ReadAloud } from '../../../ui/ReadAloud.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import { concernWords } from '../words/resident/concerns/words.ts'
import { SayMore } from './SayMore.tsx'
import { toneOf } from './tone.ts'
import styles from './concerns.module.css'

/** What may be done on it; the way there differs between an account and a claim code. */
export interface ConcernActs {
  readonly act: (what: AuthorAct) => void
  readonly share: (share: boolean) => void
  readonly busy: boolean
  readonly error: unknown
}

/** One concern as its author sees it: where it is, who has it, until when, the answer, and what may be done now. */
export function ConcernView({ concern, acts }: { readonly concern: MyConcern; readonly acts: ConcernActs }) {
  const w = useWords(concernWords)
  const text = useText()
  return (
    <>
      <Card>
        <p>
          <Tag tone={toneOf(concern)}>{w.states[concern.state]}</Tag> <span className="muted">{text(concern.topic)}</span>
        </p>
        <p>{w.stateText[concern.state]}</p>
        <ClockLine of={concern} />
        {concern.owner && <Facts facts={[[w.owner, `${text(concern.owner.organ)} · ${text(concern.owner.post)}`]]} />}
      </Card>
      {concern.answer && (
        <Card title={w.theirAnswer}>
          <p className={`${styles.words} ${styles.note}`}>{concern.answer}</p>
          <ReadAloud text={concern.answer} />
        </Card>
      )}
      {concern.declinedBecause && (
        <Card title={w.declinedBecause}>
          <p className={styles.words}>{concern.declinedBecause}</p>
        </Card>
      )}
      {acts.error != null && <RefusalLine error={acts.error} />}
      <WhatNow concern={concern} acts={acts} />
      <Card title={w.myWords}>
        <p className={styles.words}>{concern.words}</p>
        {concern.place && <p className="muted small">{text(concern.place)}</p>}
      </Card>
      {concern.alongside.length > 0 && (
        <Card title={w.alongside}>
          {concern.alongside.map((words) => (
            <p key={words} className={styles.words}>
              {words}
            </p>
          ))}
        </Card>
      )}
      <Course events={concern.events} aboutStaff={concern.protected} />
      {concern.clock.escalations && <EscalationsCard escalations={concern.clock.escalations} escalated={concern.clock.escalated} />}
    </>
  )
}

/** Until when somebody must have moved, and who was told when they did not. */
export function ClockLine({ of: { clock, protected: aboutStaff } }: { readonly of: Pick<MyConcern, 'clock' | 'protected'> }) {
  const w = useWords(concernWords)
  const format = useFormat()
  if (clock.waitingFor === null || clock.by === null) return null
  const day = format.day(clock.by)
  return (
    <>
      <p>
        <strong>{clock.overdue ? w.late(day) : clock.waitingFor === 'screening' ? w.screenBy(day) : w.answerBy(day)}</strong>
      </p>
      {clock.escalated !== 'none' && <p className="muted small">{aboutStaff ? w.readerReminded : w.escalated[clock.escalated]}</p>}
    </>
  )
}

function WhatNow({ concern, acts }: { readonly concern: MyConcern; readonly acts: ConcernActs }) {
  const w = useWords(concernWords)
  const may = (deed: MyConcern['may'][number]): boolean => concern.may.includes(deed)
  return (
    <div className={styles.acts}>
      {may('answerSharing') && (
        <Notice tone="why" title={w.sharing}>
          <ButtonRow>
            <Button kind="quiet" busy={acts.busy} onPress={() => acts.share(true)}>
              {w.sharingYes}
            </Button>
            <Button kind="quiet" busy={acts.busy} onPress={() => acts.share(false)}>
              {w.sharingNo}
            </Button>
          </ButtonRow>
        </Notice>
      )}
      {may('accept') && (
        <Button wide busy={acts.busy} onPress={() => acts.act({ act: 'accept' })}>
          {w.accept}
        </Button>
      )}
      {may('reopen') && (
        <SayMore
          form={`reopen:${concern.id}`}
          open={w.reopen}
          label={w.reopenWords}
          send={w.reopenDo}
          acts={acts}
          onSend={(words) => acts.act({ act: 'reopen', words })}
        />
      )}
      {may('reportThreat') && (
        <SayMore
          form={`threat:${concern.id}`}
          open={w.threat}
          label={w.threatWords}
          hint={w.threatText}
          send={w.threatDo}
          acts={acts}
          onSend={(words) => acts.act({ act: 'reportThreat', words })}
        />
      )}
    </div>
  )
}

function Course({ events, aboutStaff }: { readonly events: MyConcern['events']; readonly aboutStaff: boolean }) {
  const w = useWords(concernWords)
  const text = useText()
  const format = useFormat()
  return (
    <Card title={w.course}>
      <Timeline
        steps={events.map((event, place) => ({
          key: String(place),
          title:
            event.kind !== 'escalated' || !event.step || event.step === 'none'
              ? w.event[event.kind]
              : aboutStaff
                ? w.readerReminded
                : w.escalated[event.step],
          when: [format.day(event.onDay), event.byAuthor ? w.you : event.by && text(event.by)].filter(Boolean).join(' · '),
          ...(event.words && { detail: <span className={styles.words}>{event.words}</span> }),
        }))}
      />
    </Card>
  )
}
