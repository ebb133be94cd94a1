import { listOrgans, type OrganKind } from '@ronghe/contract/programme/organs.ts'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { type Organ, organsOf } from '../../../shell/modules.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { organWords } from '../words/resident/organs/words.ts'
import { OrganSheet } from './OrganPage.tsx'
import { Some } from './Organs.tsx'

/** `/school`, `/volunteers`, `/branch`: the street's organ of that kind, or a choice where it has several. */
const ofKind = (kind: OrganKind & Organ) =>
  function OrganOfKind() {
    const w = useWords(organWords)
    const isOn = organsOf(useSession()).includes(kind)
    const read = useQuery({ ...reading(listOrgans, { query: { kind } }), enabled: isOn })
    const all = (
      <LinkButton kind="quiet" to="/organs">
        {w.toAll}
      </LinkButton>
    )
    const empty = (title: string, words: string) => (
      <>
        <PageHeader title={w.kinds[kind]} back={{ to: '/' }} />
        <EmptyState title={title} next={all}>
          {words}
        </EmptyState>
      </>
    )
    if (!isOn) return empty(w.off, w.offText)
    return (
      <Shown read={read}>
        {({ items }) => {
          const [only] = items
          if (!only) return empty(w.none, w.noneText)
          if (items.length === 1) return <OrganSheet organId={only.id} back={{ to: '/' }} />
          return (
            <>
              <PageHeader title={w.kinds[kind]} back={{ to: '/' }} />
              <Some title={w.several} organs={items} />
            </>
          )
        }}
      </Shown>
    )
  }

export const SchoolPage = ofKind('school')
export const CorpsPage = ofKind('corps')
export const BranchPage = ofKind('branch')
