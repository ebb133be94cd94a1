import { listOrgans, type OrganCard } from '@ronghe/contract/programme/organs.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import styles from '../concerns/concerns.module.css'
import { organsOf } from '../../../shell/modules.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { useWayBack } from '../way-back.ts'
import { organWords } from '../words/resident/organs/words.ts'

export function Organs() {
  const back = useWayBack()
  const w = useWords(organWords)
  const five: readonly string[] = organsOf(useSession())
  const isOffice = ({ kind }: OrganCard): boolean => kind === 'streetOffice' || kind === 'department'
  const isAround = ({ kind }: OrganCard): boolean => ['socialOrganisation', 'statutoryBody', 'partner'].includes(kind)
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={back} />
      <Shown read={useQuery(reading(listOrgans))}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.none}>{w.noneText}</EmptyState>
          ) : (
            <>
              <Some title={w.five} organs={five.flatMap((kind) => items.filter((organ) => organ.kind === kind))} />
              <Some title={w.offices} organs={items.filter(isOffice)} />
              <Some title={w.around} organs={items.filter(isAround)} />
              <div className={styles.acts}>
                <LinkButton kind="quiet" wide to="/embedding">
                  {w.toEmbedding}
                </LinkButton>
                <LinkButton kind="quiet" wide to="/contracts">
                  {w.toContracts}
                </LinkButton>
                <LinkButton kind="quiet" wide to="/commendations">
                  {w.toCommendations}
                </LinkButton>
              </div>
            </>
          )
        }
      </Shown>
    </>
  )
}

export function Some({ title, organs }: { readonly title: string; readonly organs: readonly OrganCard[] }) {
  const w = useWords(organWords)
  const text = useText()
  if (organs.length === 0) return null
  return (
    <Card title={title}>
      <CardList>
        {organs.map((organ) => (
          <CardItem
            key={organ.id}
            to="/organs/$organId"
            params={{ organId: organ.id }}
            title={text(organ.name)}
            second={organ.summary && <span className="extra">{text(organ.summary)}</span>}
            end={<Tag tone="quiet">{w.parties[organ.party]}</Tag>}
          />
        ))}
      </CardList>
    </Card>
  )
}
