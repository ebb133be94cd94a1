import type { SupportLine } from '@ronghe/contract/programme/support.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { organWords } from '../words/resident/organs/words.ts'

/** What the street gave, who decided and what came of it (M4); amounts are public. */
export function SupportLedger({ lines }: { readonly lines: readonly SupportLine[] }) {
  const w = useWords(organWords)
  const text = useText()
  const format = useFormat()
  const second = (line: SupportLine): string => {
    const asked = line.state === 'requested' && line.dueOn
    return [
      w.supportKinds[line.kind],
      line.cents !== null && format.money(line.cents),
      asked && (line.overdue ? w.supportLate(format.day(asked)) : w.supportDue(format.day(asked))),
      line.escalated !== 'none' && w.supportEscalated[line.escalated],
      line.decidedBy && line.decidedOn && w.supportDecided(text(line.decidedBy), format.day(line.decidedOn)),
      line.state === 'refused' && line.reason,
    ]
      .filter(Boolean)
      .join(' · ')
  }
  return (
    <Card title={w.support}>
      {lines.length === 0 ? (
        <p className="muted">{w.supportNone}</p>
      ) : (
        <CardList>
          {lines.map((line) => (
            <CardItem
              key={line.id}
              title={line.what}
              second={
                <>
                  {second(line)}
                  {line.outcome && (
                    <>
                      <br />
                      {w.supportOutcome(line.outcome)}
                    </>
                  )}
                </>
              }
              end={
                <Tag tone={line.overdue ? 'attention' : line.state === 'delivered' ? 'going' : 'quiet'}>{w.supportStates[line.state]}</Tag>
              }
            />
          ))}
        </CardList>
      )}
    </Card>
  )
}
