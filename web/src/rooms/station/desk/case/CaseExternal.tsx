import type { CaseOnPage } from '@ronghe/contract/station/cases-desk.ts'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { LinkButton } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { deskWords } from '../words/words.ts'

/** The step at a place outside the city: what was sent, when to ask again, what came back. */
export function CaseExternal({ found: { id, external } }: { readonly found: CaseOnPage }) {
  const w = useWords(deskWords)
  const text = useText()
  const format = useFormat()
  if (!external) return null
  const days = (list: readonly string[]): string => format.list(list.map((day) => format.day(day)))
  const outcomes: Readonly<Record<string, string>> = w.externalForm.outcomes
  return (
    <Card title={w.external}>
      <p>{w.externalParty(text(external.party))}</p>
      <p>{external.sentOn === null ? w.notSent : w.sentOn(format.day(external.sentOn))}</p>
      {external.askOn.length > 0 && <p className="muted small">{w.askOn(days(external.askOn))}</p>}
      {external.asked.length > 0 && <p className="muted small">{w.asked(days(external.asked))}</p>}
      {external.repliedOn !== null && (
        <p>{w.repliedOn(format.day(external.repliedOn), outcomes[external.outcome ?? ''] ?? external.outcome ?? '')}</p>
      )}
      {external.letter !== '' && (
        <LinkButton kind="plain" icon="print" to="/case/$caseId/letter" params={{ caseId: id }}>
          {w.printLetter}
        </LinkButton>
      )}
    </Card>
  )
}
