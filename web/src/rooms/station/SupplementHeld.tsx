import { useNavigate } from '@tanstack/react-router'
import { ProblemError } from '../../api.ts'
import { useFormat } from '../../platform/language/format.ts'
import { useText, useWords } from '../../platform/language/language.tsx'
import { Button, ButtonRow, LinkButton } from '../../ui/Button.tsx'
import { Card, Facts } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { RefusalLine } from '../../ui/Refusal.tsx'
import type { MyCase } from './CaseTimeline.tsx'
import type { HandingIn } from './use-handing-in.ts'
import { casesWords } from './words/cases/words.ts'

/** Handed in without a line; it goes off by itself. */
export function OnItsWay({ found, handing }: { readonly found: MyCase; readonly handing: HandingIn }) {
  const w = useWords(casesWords)
  const text = useText()
  return (
    <>
      <PageHeader title={w.supplementTitle} above={text(found.service)} back={{ to: '/cases/$caseId', params: { caseId: found.id } }} />
      <EmptyState
        title={w.supplementLater}
        next={
          <Button kind="quiet" onPress={() => void handing.takeBack()}>
            {w.supplementTakeBack}
          </Button>
        }
      >
        {w.supplementOnce}
      </EmptyState>
    </>
  )
}

/** What another device has handed in since this one began: both stand, and the person knows it before anything is sent. */
export function HandedMeanwhile({ handing, canSend }: { readonly handing: HandingIn; readonly canSend: boolean }) {
  const w = useWords(casesWords)
  const format = useFormat()
  const { meanwhile, waiting } = handing
  if (meanwhile.length === 0) return waiting?.problem ? <RefusalLine error={new ProblemError(waiting.problem)} /> : null
  return (
    <Card title={w.supplementOther}>
      {meanwhile.map(({ number, at, sentence, words }) => (
        <Facts key={number} facts={[[format.moment(at), words === null || words === '' ? sentence : `${sentence} ${words}`]]} />
      ))}
      {canSend && <Notice>{w.supplementBoth}</Notice>}
    </Card>
  )
}

/** The case goes on without what was written here; nothing of it is lost, and nothing of it was sent. */
export function NotHanded({ found, handing }: { readonly found: MyCase; readonly handing: HandingIn }) {
  const w = useWords(casesWords)
  const text = useText()
  const format = useFormat()
  const navigate = useNavigate()
  const { value, files } = handing
  const pictures = value.documents.map(({ mark }) => files.find(mark)?.name ?? '').filter((name) => name !== '')
  const throwAway = async (): Promise<void> => {
    await handing.discard()
    await navigate({ to: '/cases/$caseId', params: { caseId: found.id }, replace: true } as never)
  }
  return (
    <>
      <PageHeader
        title={w.notHandedTitle}
        above={text(found.service)}
        lead={w.notHandedLead}
        back={{ to: '/cases/$caseId', params: { caseId: found.id } }}
      />
      <HandedMeanwhile handing={handing} canSend={false} />
      <Card title={w.notHandedHere}>
        <Facts
          facts={[
            ...(value.words.trim() === '' ? [] : ([[w.supplementWords, value.words]] as const)),
            ...(pictures.length === 0 ? [] : ([[w.notHandedPictures, format.list(pictures)]] as const)),
            ...(Object.keys(value.answers).length === 0
              ? []
              : ([[w.notHandedAnswers, String(Object.keys(value.answers).length)]] as const)),
          ]}
        />
      </Card>
      <ButtonRow>
        <LinkButton to="/cases/$caseId" params={{ caseId: found.id }}>
          {w.seeCase}
        </LinkButton>
        <LinkButton kind="quiet" to="/visit">
          {w.bringToDesk}
        </LinkButton>
        <Button kind="plain" onPress={() => void throwAway()}>
          {w.notHandedDrop}
        </Button>
      </ButtonRow>
    </>
  )
}
