import type { CaseOnPage } from '@ronghe/contract/station/cases-desk.ts'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { deskWords } from '../words/words.ts'

/** What was decided and told; before that, what the resident was asked for, once. */
export function CaseOutcome({ found: { decision, notice, documents, answers, state } }: { readonly found: CaseOnPage }) {
  const w = useWords(deskWords)
  const text = useText()
  const format = useFormat()
  if (decision)
    return (
      <Card title={`${w.decision}：${w.outcomes[decision.outcome]}`}>
        <p>{text(decision.reason)}</p>
        {decision.law && <p className="muted small">{w.law(text(decision.law))}</p>}
        {decision.instead && <p>{w.instead(text(decision.instead))}</p>}
        {decision.words && <p>{decision.words}</p>}
        <p className="muted small">{format.moment(decision.at)}</p>
      </Card>
    )
  if (!notice || state !== 'waitingForResident') return null
  const names = [
    ...notice.documents.map((need) => documents.find((document) => document.need === need)).flatMap((one) => (one ? [text(one.name)] : [])),
    ...notice.fields.map((field) => answers.find((answer) => answer.field === field)?.question ?? field),
  ]
  return (
    <Notice tone="attention" title={w.notice}>
      <p>{notice.words}</p>
      {names.length > 0 && <p>{w.ask.list(format.list(names))}</p>}
      <p className="muted small">{w.noticeAt(format.moment(notice.at))}</p>
    </Notice>
  )
}
