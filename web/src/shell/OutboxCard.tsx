import { useWords } from '../platform/language/language.tsx'
import { useFormat } from '../platform/language/format.ts'
import { useOutbox, withdraw } from '../platform/offline/outbox.ts'
import { Button } from '../ui/Button.tsx'
import { Card, CardItem, CardList } from '../ui/Card.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Tag } from '../ui/Tag.tsx'
import { shellWords } from './words/words.ts'

/** What was filed without a line and is not at the station yet; absent when there is nothing. */
export function OutboxCard() {
  const w = useWords(shellWords)
  const format = useFormat()
  const outbox = useOutbox()
  if (outbox.length === 0) return null
  return (
    <Card title={w.outbox}>
      <CardList>
        {outbox.map((filing) => (
          <CardItem
            key={filing.key}
            title={filing.title}
            second={
              <>
                {w.filedAt(format.moment(new Date(filing.madeAt).toISOString()))}
                {filing.problem && (
                  <Notice tone="attention" title={filing.problem.title}>
                    {filing.problem.detail} {filing.problem.instead}
                  </Notice>
                )}
                {filing.problem && (
                  <Button kind="quiet" onPress={() => void withdraw(filing)}>
                    {w.withdraw}
                  </Button>
                )}
              </>
            }
            end={<Tag tone={filing.problem ? 'attention' : 'quiet'}>{filing.problem ? w.notTaken : w.waitsForLine}</Tag>}
          />
        ))}
      </CardList>
    </Card>
  )
}
