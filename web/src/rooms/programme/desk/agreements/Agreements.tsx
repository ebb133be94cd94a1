import { type AgreementCard, listAgreements } from '@ronghe/contract/programme/agreements.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams, useRouterState } from '@tanstack/react-router'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { ListRow } from '../../../../shell/ListDetail.tsx'
import { ListScreen, Rows } from '../../../../shell/ListScreen.tsx'
import { LinkButton } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { toneOf } from './agreement-reads.ts'
import { agreementDeskWords } from './words/words.ts'

/** All agreements, and beside them the one that is open. */
export function Agreements() {
  const w = useWords(agreementDeskWords)
  const { agreementId } = useParams({ strict: false }) as { readonly agreementId?: string }
  const adding = useRouterState({ select: ({ location }) => location.pathname.endsWith('/agreements/new') })
  const add = (
    <LinkButton kind="quiet" to="/agreements/new">
      {w.add}
    </LinkButton>
  )
  const empty = (
    <EmptyState title={w.empty} next={add}>
      {w.emptyNext}
    </EmptyState>
  )
  return (
    <ListScreen title={w.title} second={w.second} opened={agreementId !== undefined || adding}>
      <Rows read={useQuery(reading(listAgreements))} empty={empty} foot={add}>
        {(agreement) => <Row key={agreement.id} agreement={agreement} />}
      </Rows>
    </ListScreen>
  )
}

function Row({ agreement }: { readonly agreement: AgreementCard }) {
  const w = useWords(agreementDeskWords)
  const text = useText()
  const format = useFormat()
  return (
    <ListRow
      to="/agreements/$agreementId"
      params={{ agreementId: agreement.id }}
      title={text(agreement.title)}
      tags={<Tag tone={toneOf(agreement)}>{w.states[agreement.state]}</Tag>}
      second={[w.subjects[agreement.subject], text(agreement.counterpart), agreement.endsOn && w.until(format.day(agreement.endsOn))]
        .filter(Boolean)
        .join(' · ')}
    />
  )
}
