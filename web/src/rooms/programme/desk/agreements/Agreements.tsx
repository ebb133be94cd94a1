import { type AgreementCard, listAgreements } from '@ronghe/contract/programme/agreements.ts'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useParams, useRouterState } from '@tanstack/react-router'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { ListDetail, ListRow } from '../../../../shell/ListDetail.tsx'
import { LinkButton } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import styles from '../desk.module.css'
import { toneOf } from './agreement-reads.ts'
import { agreementDeskWords } from './words/words.ts'

/** All agreements, and beside them the one that is open. */
export function Agreements() {
  const w = useWords(agreementDeskWords)
  const { agreementId } = useParams({ strict: false }) as { readonly agreementId?: string }
  const adding = useRouterState({ select: ({ location }) => location.pathname.endsWith('/agreements/new') })
  const read = useQuery(reading(listAgreements))
  const showsDetail = agreementId !== undefined || adding
  const add = (
    <LinkButton kind="quiet" to="/agreements/new">
      {w.add}
    </LinkButton>
  )
  return (
    <>
      {!showsDetail && (
        <div className="unseen">
          <PageHeader title={w.title} />
        </div>
      )}
      <ListDetail
        title={w.title}
        second={w.second}
        list={
          <Shown read={read}>
            {({ items }) =>
              items.length === 0 ? (
                <EmptyState title={w.empty} next={add}>
                  {w.emptyNext}
                </EmptyState>
              ) : (
                <>
                  {items.map((agreement) => (
                    <Row key={agreement.id} agreement={agreement} />
                  ))}
                  <div className={styles.end}>{add}</div>
                </>
              )
            }
          </Shown>
        }
        detail={showsDetail ? <Outlet /> : undefined}
      />
    </>
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
