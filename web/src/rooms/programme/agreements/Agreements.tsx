import { type AgreementCard, listAgreements } from '@ronghe/contract/programme/agreements.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { useWayBack } from '../way-back.ts'
import { agreementWords } from '../words/resident/agreements/words.ts'

/** By matter, what works today first. */
export function Agreements() {
  const back = useWayBack()
  const w = useWords(agreementWords)
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={back} />
      <Shown read={useQuery(reading(listAgreements))}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.empty} next={<LinkButton to="/concerns/new">{w.speak}</LinkButton>}>
              {w.emptyText}
            </EmptyState>
          ) : (
            (Object.keys(w.subjects) as (keyof typeof w.subjects)[]).map((subject) => (
              <Subject key={subject} title={w.subjects[subject]} items={items.filter((item) => item.subject === subject)} />
            ))
          )
        }
      </Shown>
    </>
  )
}

function Subject({ title, items }: { readonly title: string; readonly items: readonly AgreementCard[] }) {
  const w = useWords(agreementWords)
  const text = useText()
  const format = useFormat()
  if (items.length === 0) return null
  return (
    <Card title={title}>
      <CardList>
        {items
          .toSorted((one, other) => Number(other.inForce) - Number(one.inForce))
          .map((item) => (
            <CardItem
              key={item.id}
              to="/agreements/$agreementId"
              params={{ agreementId: item.id }}
              title={text(item.title)}
              second={[w.counterpart(text(item.counterpart)), item.inForce && item.endsOn && w.until(format.day(item.endsOn))]
                .filter(Boolean)
                .join(' · ')}
              end={<Tag tone={item.inForce ? 'going' : 'quiet'}>{item.inForce ? w.now : w.states[item.state]}</Tag>}
            />
          ))}
      </CardList>
    </Card>
  )
}
