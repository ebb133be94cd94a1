import { listAccess } from '@ronghe/contract/people/access.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { readingPages } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Paged } from '../../../ui/Paged.tsx'
import { Actions } from '../Actions.tsx'
import { dataWords } from '../words/data/words.ts'

/** Every look at my data by somebody else, with its reason. */
export function Looks() {
  const w = useWords(dataWords)
  const text = useText()
  const format = useFormat()
  const pages = useInfiniteQuery(readingPages(listAccess))
  return (
    <>
      <PageHeader title={w.accessTitle} lead={w.accessLead} back={{ to: '/me' }} />
      <Paged pages={pages} empty={<EmptyState title={w.accessEmpty}>{w.accessEmptyText}</EmptyState>}>
        {(looks) => (
          <Card>
            <CardList>
              {looks.map(({ id, at, post, organ, purposeText }) => (
                <CardItem
                  key={id}
                  title={purposeText}
                  second={`${format.moment(at)} · ${[organ, post].flatMap((one) => (one ? text(one) : [])).join(' ') || w.accessBySystem}`}
                />
              ))}
            </CardList>
          </Card>
        )}
      </Paged>
      <Actions>
        <LinkButton kind="plain" to="/me/requests">
          {w.accessAsk}
        </LinkButton>
      </Actions>
    </>
  )
}
