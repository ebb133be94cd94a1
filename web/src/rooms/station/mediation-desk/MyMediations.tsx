import { listMediations } from '@ronghe/contract/station/mediation-work.ts'
import { useParams } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { ListRow } from '../../../shell/ListDetail.tsx'
import { ListScreen, Rows } from '../../../shell/ListScreen.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { mediationWords } from '../words/mediation/words.ts'
import { mediationDeskWords } from './words/words.ts'

/** The open disputes I mediate; both sides have accepted me. */
export function MyMediations() {
  const w = useWords(mediationDeskWords)
  const { topic: topics, state: states } = useWords(mediationWords)
  const { disputeId } = useParams({ strict: false }) as { readonly disputeId?: string }
  const format = useFormat()
  return (
    <ListScreen title={w.myTitle} second={w.mySecond} opened={disputeId !== undefined}>
      <Rows read={useQuery(reading(listMediations))} empty={<EmptyState title={w.myEmpty}>{w.myEmptyNext}</EmptyState>}>
        {({ id, topic, state, requester, other, colleague }) => (
          <ListRow
            key={id}
            to="/mediations/$disputeId"
            params={{ disputeId: id }}
            title={`${topics[topic]} · ${format.list([requester.name, other.name])}`}
            tags={<Tag>{states[state]}</Tag>}
            second={colleague === null ? w.alone : w.with(colleague)}
          />
        )}
      </Rows>
    </ListScreen>
  )
}
