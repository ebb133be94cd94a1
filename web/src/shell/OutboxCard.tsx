import { useState } from 'react'
import { ProblemError } from '../api.ts'
import { useWords } from '../platform/language/language.tsx'
import { useFormat } from '../platform/language/format.ts'
import { putBack, sendWaiting, tryAgain, useOutbox, withdraw } from '../platform/offline/outbox.ts'
import type { Filing } from '../platform/offline/store.ts'
import { Button, ButtonRow, LinkButton } from '../ui/Button.tsx'
import { Card, CardItem, CardList } from '../ui/Card.tsx'
import { RefusalLine } from '../ui/Refusal.tsx'
import { Tag } from '../ui/Tag.tsx'
import { toast } from '../ui/Toast.tsx'
import { shellWords } from './words/words.ts'

/** What was filed without a line and is not at the station yet, with a way to look at it, try again and leave it; absent when there is nothing. */
export function OutboxCard() {
  const w = useWords(shellWords)
  const outbox = useOutbox()
  if (outbox.length === 0) return null
  return (
    <Card title={w.outbox(outbox.length)}>
      <CardList>
        {outbox.map((filing) => (
          <CardItem
            key={filing.key}
            title={filing.title}
            second={<FilledIn filing={filing} />}
            below={<Acts filing={filing} />}
            end={<Tag tone={filing.problem ? 'attention' : 'quiet'}>{filing.problem ? w.notTaken : w.waitsForLine}</Tag>}
          />
        ))}
      </CardList>
    </Card>
  )
}

function FilledIn({ filing }: { readonly filing: Filing }) {
  const w = useWords(shellWords)
  const format = useFormat()
  return w.filedAt(format.moment(new Date(filing.madeAt).toISOString()))
}

function Acts({ filing }: { readonly filing: Filing }) {
  const w = useWords(shellWords)
  const [busy, setBusy] = useState(false)
  const { problem, opens } = filing
  const again = async (): Promise<void> => {
    setBusy(true)
    await (problem ? tryAgain(filing) : sendWaiting())
    setBusy(false)
  }
  const leave = async (): Promise<void> => {
    await withdraw(filing)
    toast(w.withdrawn(filing.title), () => void putBack(filing))
  }
  return (
    <>
      {problem && <RefusalLine error={new ProblemError(problem)} />}
      <ButtonRow>
        {opens !== undefined && (
          <LinkButton kind="quiet" to={opens}>
            {problem ? w.putRight : w.lookAt}
          </LinkButton>
        )}
        <Button kind="quiet" busy={busy} onPress={() => void again()}>
          {w.sendNow}
        </Button>
        <Button kind="plain" onPress={() => void leave()}>
          {w.withdraw}
        </Button>
      </ButtonRow>
    </>
  )
}
