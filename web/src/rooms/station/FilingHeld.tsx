import { type CaseService } from '@ronghe/forms'
import { useText, useWords } from '../../platform/language/language.tsx'
import { Button, ButtonRow, LinkButton } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { type Filing } from './use-filing.ts'
import { filingWords } from './words/filing/words.ts'

/** Filed already without a line; it goes off by itself. */
export function Waits({ definition, filing }: { readonly definition: CaseService; readonly filing: Filing }) {
  const w = useWords(filingWords)
  const text = useText()
  return (
    <>
      <PageHeader title={text(definition.name)} back={{ to: '/services/$key', params: { key: definition.key } }} />
      <EmptyState
        title={w.waitingTitle}
        next={
          <LinkButton to="/cases/$caseId/receipt" params={{ caseId: filing.draft.caseId }}>
            {w.seeWaiting}
          </LinkButton>
        }
      >
        {w.waitingText}
      </EmptyState>
    </>
  )
}

/** A form from before anybody signed in on this phone may be somebody else’s. */
export function Strangers({
  definition,
  strangers,
}: {
  readonly definition: CaseService
  readonly strangers: NonNullable<Filing['strangers']>
}) {
  const w = useWords(filingWords)
  const text = useText()
  return (
    <>
      <PageHeader title={text(definition.name)} back={{ to: '/services/$key', params: { key: definition.key } }} />
      <Card title={w.strangersTitle}>
        <p>{w.strangersText}</p>
        <ButtonRow>
          <Button onPress={strangers.take}>{w.takeStrangers}</Button>
          <Button kind="quiet" onPress={strangers.leave}>
            {w.leaveStrangers}
          </Button>
        </ButtonRow>
      </Card>
    </>
  )
}
