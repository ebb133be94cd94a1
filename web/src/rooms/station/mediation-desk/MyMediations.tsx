import { listMediations } from '@ronghe/contract/station/mediation-work.ts'
import { Outlet, useParams } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { ListDetail, ListRow } from '../../../shell/ListDetail.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { mediationWords } from '../words/mediation/words.ts'
import { mediationDeskWords } from './words/words.ts'

/** The open disputes I mediate; both sides have accepted me. */
export function MyMediations() {
  const w = useWords(mediationDeskWords)
  const { topic: topics, state: states } = useWords(mediationWords)
  const chosen = (useParams({ strict: false }) as { readonly disputeId?: string }).disputeId
  const format = useFormat()
  const read = useQuery(reading(listMediations))
  return (
    <>
      {chosen === undefined && (
        <div className="unseen">
          <PageHeader title={w.myTitle} />
        </div>
      )}
      <ListDetail
        title={w.myTitle}
        second={w.mySecond}
        list={
          <Shown read={read}>
            {({ items }) =>
              items.length === 0 ? (
                <EmptyState title={w.myEmpty}>{w.myEmptyNext}</EmptyState>
              ) : (
                items.map(({ id, topic, state, requester, other, colleague }) => (
                  <ListRow
                    key={id}
                    to="/mediations/$disputeId"
                    params={{ disputeId: id }}
                    title={`${topics[topic]} · ${format.list([requester.name, other.name])}`}
                    tags={<Tag>{states[state]}</Tag>}
                    second={colleague === null ? w.alone : w.with(colleague)}
                  />
                ))
              )
            }
          </Shown>
        }
        detail={chosen === undefined ? undefined : <Outlet />}
      />
    </>
  )
}
