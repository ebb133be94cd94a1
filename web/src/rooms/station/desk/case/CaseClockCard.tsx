import type { CaseOnPage } from '@ronghe/contract/station/cases-desk.ts'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { ProgressBar } from '../../../../ui/ProgressBar.tsx'
import { deskWords } from '../words/words.ts'

/** Which clock runs, until when, and who is told on which day. */
export function CaseClockCard({ found: { clock } }: { readonly found: CaseOnPage }) {
  const w = useWords(deskWords)
  const format = useFormat()
  if (!clock) return null
  const line = w.clockLine(w.clockKinds[clock.kind], clock.used, clock.days)
  const { owner, supervisor, streetLead } = clock.escalations
  const told = [
    ...(owner === null ? [] : [w.escalationOwner(format.day(owner))]),
    ...(supervisor === null ? [] : [w.escalationSupervisor(format.day(supervisor))]),
    ...(streetLead === null ? [] : [w.escalationLead(format.day(streetLead))]),
  ]
  return (
    <Card title={w.clock}>
      <p>{line}</p>
      <ProgressBar value={clock.used} of={clock.days} label={line} />
      {clock.dueOn !== null && <p>{w.clockDue(format.day(clock.dueOn))}</p>}
      {clock.paused && <p>{w.clockPaused[clock.paused]}</p>}
      {told.length > 0 && (
        <ul className="muted small">
          {told.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          <li className="extra">{w.escalationNote}</li>
        </ul>
      )}
    </Card>
  )
}
