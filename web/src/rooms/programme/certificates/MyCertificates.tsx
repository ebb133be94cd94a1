import { listMyCertificates } from '@ronghe/contract/programme/certificates.ts'
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
import { certificateWords } from './words/words.ts'

/** The certificates somebody holds. */
export function MyCertificates() {
  const w = useWords(certificateWords)
  const text = useText()
  const format = useFormat()
  return (
    <>
      <PageHeader title={w.mineTitle} lead={w.mineLead} back={{ to: '/me' }} />
      <Shown read={useQuery(reading(listMyCertificates))}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.mineEmpty} next={<LinkButton to="/volunteers/hours">{w.toHours}</LinkButton>}>
              {w.mineEmptyText}
            </EmptyState>
          ) : (
            <Card>
              <CardList>
                {items.map((one) => (
                  <CardItem
                    key={one.id}
                    to="/me/certificates/$certificateId"
                    params={{ certificateId: one.id }}
                    title={text(one.name)}
                    second={`${text(one.issuer.name)} · ${format.wholeDay(one.issuedOn)}`}
                    end={<Tag tone={one.revoked ? 'attention' : 'going'}>{one.revoked ? w.states.revoked : w.kinds[one.kind]}</Tag>}
                  />
                ))}
              </CardList>
            </Card>
          )
        }
      </Shown>
    </>
  )
}
