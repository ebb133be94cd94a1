import { listFollowUp } from '@ronghe/contract/council/resolutions.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { ListRow } from '../../../shell/ListDetail.tsx'
import { ListScreen, Rows } from '../../../shell/ListScreen.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { resolutionWords } from './words/words.ts'

/** What waits on the posts I hold: to publish, to name owners for, to carry out, to reply to. The most urgent first. */
export function FollowUp() {
  const w = useWords(resolutionWords)
  const text = useText()
  const format = useFormat()
  const { resolutionId } = useParams({ strict: false }) as { readonly resolutionId?: string }
  const read = useQuery(reading(listFollowUp))
  return (
    <ListScreen title={w.deskTitle} second={w.deskSecond} opened={resolutionId !== undefined}>
      <Rows read={read} empty={<EmptyState title={w.deskEmpty}>{w.deskEmptyText}</EmptyState>}>
        {(item) => (
          <ListRow
            key={`${item.resolutionId} ${item.taskId ?? item.does}`}
            to="/council/follow-up/$resolutionId"
            params={{ resolutionId: item.resolutionId }}
            title={item.words || text(item.title)}
            tags={<Tag tone={item.overdue ? 'alert' : 'going'}>{item.overdue ? w.late : w.does[item.does]}</Tag>}
            second={[w.number(item.number), w.does[item.does], w.dueOn(format.day(item.dueOn))].join(' · ')}
          />
        )}
      </Rows>
    </ListScreen>
  )
}
