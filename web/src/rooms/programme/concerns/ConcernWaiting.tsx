import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { raiseConcern } from '@ronghe/contract/programme/concerns.ts'
import { Navigate, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { ProblemError } from '../../../api.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { saveDraft } from '../../../platform/offline/draft.ts'
import { findWaiting, useOutbox, withdraw } from '../../../platform/offline/outbox.ts'
import type { Filing } from '../../../platform/offline/store.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { concernWords } from '../words/resident/concerns/words.ts'
import styles from './concerns.module.css'
import { fromBody, speakingDraft } from './speaking.ts'

/** A concern with a name that waits for a line: what it says, and a way to take it back. Once it has arrived, its own page. */
export function ConcernWaiting({ id }: { readonly id: string }) {
  const outbox = useOutbox()
  const [waiting, setWaiting] = useState<Filing | null>()
  useEffect(() => {
    void findWaiting(id).then((found) => setWaiting(found ?? null))
  }, [id, outbox])
  if (waiting === undefined) return <Loading />
  if (waiting === null) return <Navigate to="/concerns/$concernId" params={{ concernId: id } as never} replace />
  return <Waiting filing={waiting} />
}

function Waiting({ filing }: { readonly filing: Filing }) {
  const w = useWords(concernWords)
  const format = useFormat()
  const navigate = useNavigate()
  const said = fromBody(filing.asked.body as BodyOf<typeof raiseConcern>) // put there by CheckAndSend
  const { problem } = filing
  const takeBack = async (): Promise<void> => {
    await saveDraft(speakingDraft, said, Date.now())
    await withdraw(filing)
    await navigate({ to: '/concerns/new/$step', params: { step: 'check' } as never })
  }
  return (
    <>
      <PageHeader title={problem ? w.notTakenTitle : w.waitsTitle} lead={problem ? undefined : w.waitsText} back={{ to: '/' }} />
      {problem && <RefusalLine error={new ProblemError(problem)} />}
      <Card>
        <Facts
          facts={[
            [w.waitsSince, format.moment(new Date(filing.madeAt).toISOString())],
            [
              w.checkWords,
              <span key="words" className={styles.words}>
                {said.words}
              </span>,
            ],
          ]}
        />
      </Card>
      <ButtonRow>
        <Button kind={problem ? 'main' : 'quiet'} onPress={() => void takeBack()}>
          {w.takeBack}
        </Button>
        <LinkButton kind="quiet" to="/">
          {w.toHome}
        </LinkButton>
      </ButtonRow>
    </>
  )
}
