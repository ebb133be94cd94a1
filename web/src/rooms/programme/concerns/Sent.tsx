import { Navigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useSearchText } from '../../../platform/params.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { concernWords } from '../words/resident/concerns/words.ts'
import { ClaimCode } from './ClaimCode.tsx'
import { ConcernWaiting } from './ConcernWaiting.tsx'
import { Dates } from './Dates.tsx'
import styles from './concerns.module.css'
import { readSent, type SentConcern } from './sent.ts'

/** After sending: number, reader and dates; without a name also the claim code; without a line, that it waits. */
export function Sent() {
  const waiting = useSearchText('waiting')
  return waiting === undefined ? <Arrived /> : <ConcernWaiting id={waiting} />
}

function Arrived() {
  const w = useWords(concernWords)
  const [sent, setSent] = useState<SentConcern | 'none'>()
  useEffect(() => void readSent().then((found) => setSent(found ?? 'none')), [])
  if (sent === undefined) return <Loading />
  if (sent === 'none') return <Navigate to="/concerns/new" replace />
  if (sent.kind === 'coded') return <ClaimCode raised={sent.raised} carried={sent.carried === true} />
  return (
    <>
      <PageHeader title={w.sentTitle} back={{ to: '/' }} />
      <Card>
        <Dates raised={sent.raised} />
      </Card>
      <div className={styles.acts}>
        <LinkButton wide to="/concerns/$concernId" params={{ concernId: sent.raised.id }}>
          {w.sentFollow}
        </LinkButton>
      </div>
    </>
  )
}
