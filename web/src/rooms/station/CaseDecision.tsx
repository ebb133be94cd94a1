import { confirmCase, listMyCases, readMyCase } from '@ronghe/contract/station/cases.ts'
import { useText, useWords } from '../../platform/language/language.tsx'
import { useDeed } from '../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/Button.tsx'
import { Card, Facts } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { RefusalLine } from '../../ui/Refusal.tsx'
import { toast } from '../../ui/Toast.tsx'
import { casesWords } from './words/cases/words.ts'
import type { MyCase } from './CaseTimeline.tsx'

/** The outcome with its reason, law and other way; it is the resident who says whether it is settled. */
export function Decision({ found, decision }: { readonly found: MyCase; readonly decision: NonNullable<MyCase['decision']> }) {
  const w = useWords(casesWords)
  const text = useText()
  const confirm = useDeed(confirmCase, { refreshes: [readMyCase, listMyCases], onDone: () => toast(w.confirmed) })
  return (
    <Card title={w.decision(w.outcome[decision.outcome])}>
      <Facts facts={[[w.because, text(decision.reason)]]} />
      {decision.words !== null && decision.words !== '' && <p>{decision.words}</p>}
      {decision.law && <p className="muted small">{w.law(text(decision.law))}</p>}
      {decision.instead && <Notice title={w.instead}>{text(decision.instead)}</Notice>}
      {confirm.error && <RefusalLine error={confirm.error} />}
      <ButtonRow>
        {found.may.includes('confirm') && (
          <Button
            kind={decision.outcome === 'granted' ? 'main' : 'quiet'}
            busy={confirm.isPending}
            onPress={() => confirm.mutate({ params: { caseId: found.id } })}
          >
            {decision.outcome === 'granted' ? w.confirm : w.confirmOther}
          </Button>
        )}
        {found.may.includes('reopen') && (
          <LinkButton kind="quiet" to="/cases/$caseId/reopen" params={{ caseId: found.id }}>
            {w.reopen}
          </LinkButton>
        )}
      </ButtonRow>
    </Card>
  )
}
