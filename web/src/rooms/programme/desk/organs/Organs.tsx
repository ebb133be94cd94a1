import { type OrganCard, listOrgans } from '@ronghe/contract/programme/organs.ts'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useParams, useRouterState } from '@tanstack/react-router'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { usePermission } from '../../../../platform/session/session.tsx'
import { ListDetail, ListRow } from '../../../../shell/ListDetail.tsx'
import { LinkButton } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import styles from '../desk.module.css'
import { organDeskWords } from './words/words.ts'

/** The organs of the street, and beside them the one that is open with its posts. */
export function Organs() {
  const w = useWords(organDeskWords)
  const { organId } = useParams({ strict: false }) as { readonly organId?: string }
  const adding = useRouterState({ select: ({ location }) => location.pathname.endsWith('/organs/new') })
  const mayEdit = usePermission('programme.organs.edit')
  const read = useQuery(reading(listOrgans))
  const showsDetail = organId !== undefined || adding
  const add = mayEdit && (
    <LinkButton kind="quiet" to="/organs/new">
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
                  {items.map((organ) => (
                    <Row key={organ.id} organ={organ} />
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

function Row({ organ }: { readonly organ: OrganCard }) {
  const w = useWords(organDeskWords)
  const text = useText()
  return (
    <ListRow
      to="/organs/$organId"
      params={{ organId: organ.id }}
      title={text(organ.name)}
      second={[w.kinds[organ.kind], w.parties[organ.party], organ.parent && text(organ.parent.name)].filter(Boolean).join(' · ')}
    />
  )
}
