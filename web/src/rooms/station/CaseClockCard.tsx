import type { CaseClock } from '@ronghe/contract/station/cases.ts'
import { useFormat } from '../../platform/language/format.ts'
import { useWords } from '../../platform/language/language.tsx'
import { Card, CardItem, CardList } from '../../ui/Card.tsx'
import { Tag } from '../../ui/Tag.tsx'
import styles from './station.module.css'
import { casesWords } from './words/cases/words.ts'

/** Which clock runs until when, and who is told if it runs out: visible to the person it is about. */
export function CaseClockCard({ clock }: { readonly clock: CaseClock }) {
  const w = useWords(casesWords)
  const format = useFormat()
  const told = [
    [w.escalateOwner, clock.escalations.owner],
    [w.escalateSupervisor, clock.escalations.supervisor],
    [w.escalateLead, clock.escalations.streetLead],
  ] as const
  const escalations = clock.kind === 'resident' || clock.kind === 'closing' ? [] : told
  return (
    <Card title={w.clock}>
      <p>
        {clock.paused === 'resident'
          ? w.pausedResident
          : clock.paused === 'externalParty'
            ? w.pausedExternal
            : clock.dueOn && w.clockDue(w.clockKinds[clock.kind], format.day(clock.dueOn))}
      </p>
      {escalations.some(([, day]) => day !== null) && (
        <>
          <h3 className={styles.below}>{w.escalations}</h3>
          <CardList>
            {escalations.map(
              ([who, day], place) =>
                day !== null && (
                  <CardItem
                    key={who}
                    title={who}
                    second={format.day(day)}
                    {...(clock.escalated > place && { end: <Tag tone="attention">{w.escalated}</Tag> })}
                  />
                ),
            )}
          </CardList>
        </>
      )}
    </Card>
  )
}
