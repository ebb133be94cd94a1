import { type OrganCard, listOrgans } from '@ronghe/contract/programme/organs.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams, useRouterState } from '@tanstack/react-router'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { usePermission } from '../../../../platform/session/session.tsx'
import { ListRow } from '../../../../shell/ListDetail.tsx'
import { ListScreen, Rows } from '../../../../shell/ListScreen.tsx'
import { LinkButton } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { organDeskWords } from './words/words.ts'

/** The organs of the street, and beside them the one that is open with its posts. */
export function Organs() {
  const w = useWords(organDeskWords)
  const { organId } = useParams({ strict: false }) as { readonly organId?: string }
  const adding = useRouterState({ select: ({ location }) => location.pathname.endsWith('/organs/new') })
  const add = usePermission('programme.organs.edit') && (
    <LinkButton kind="quiet" to="/organs/new">
      {w.add}
    </LinkButton>
  )
  const empty = (
    <EmptyState title={w.empty} next={add}>
      {w.emptyNext}
    </EmptyState>
  )
  return (
    <ListScreen title={w.title} second={w.second} opened={organId !== undefined || adding}>
      <Rows read={useQuery(reading(listOrgans))} empty={empty} foot={add}>
        {(organ) => <Row key={organ.id} organ={organ} />}
      </Rows>
    </ListScreen>
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
