import type { CaseClock } from '@ronghe/contract/station/cases.ts'
import { useFormat } from '../../platform/language/format.ts'
import { useWords } from '../../platform/language/language.tsx'
import { Card } from '../../ui/Card.tsx'
import { EscalationDays } from '../../shell/EscalationDays.tsx'
import { escalationsWords } from '../../shell/words/escalations.ts'
import styles from './station.module.css'
import { casesWords } from './words/cases/words.ts'

/** Which clock runs until when, and who is told if it runs out: visible to the person it is about. */
export function CaseClockCard({ clock }: { readonly clock: CaseClock }) {
  const w = useWords(casesWords)
  const e = useWords(escalationsWords)
  const format = useFormat()
  const { kind, escalations } = clock
  const shown = kind !== 'resident' && kind !== 'closing' && Object.values(escalations).some((day) => day !== null)
  return (
    <Card title={w.clock}>
      <p>
        {clock.paused === 'resident'
          ? w.pausedResident
          : clock.paused === 'externalParty'
            ? w.pausedExternal
            : clock.dueOn && w.clockDue(w.clockKinds[clock.kind], format.day(clock.dueOn))}
      </p>
      {shown && (
        <>
          <h3 className={styles.below}>{e.title}</h3>
          <EscalationDays days={escalations} told={clock.escalated} />
        </>
      )}
    </Card>
  )
}
