import { type Hazard, HazardKind, hazardKinds, listHazards, listMyHazards } from '@ronghe/contract/station/hazards.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../platform/language/format.ts'
import { useText, useWords } from '../../platform/language/language.tsx'
import { useSearchText } from '../../platform/params.ts'
import { reading, readingPages } from '../../platform/queries.ts'
import { useSession } from '../../platform/session/session.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Pager } from '../../ui/Pager.tsx'
import { Shown } from '../../ui/Shown.tsx'
import { Tag, type Tone } from '../../ui/Tag.tsx'
import styles from './station.module.css'
import { hazardsWords } from './words/hazards/words.ts'

/** Everything broken in the street that somebody reported, and how far it is. */
export function Hazards() {
  const w = useWords(hazardsWords)
  const asked = useSearchText('kind')
  const kind = hazardKinds.find((one) => one === asked)
  const signedIn = useSession().person !== null
  const pages = useInfiniteQuery(readingPages(listHazards, { query: { limit: 20, ...(kind && { kind }) } }))
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={{ to: '/services' }} />
      <LinkButton wide to="/hazards/new" {...(kind && { search: { kind } })}>
        {w.report}
      </LinkButton>
      {signedIn && <Mine />}
      <ul className={styles.needs} aria-label={w.kindLabel}>
        {[undefined, ...hazardKinds].map((one) => (
          <li key={one ?? 'any'}>
            <Link
              to="/hazards"
              search={(one ? { kind: one } : {}) as never}
              className={styles.need}
              aria-current={one === kind || undefined}
            >
              {one ? w.kind[one] : w.anyKind}
            </Link>
          </li>
        ))}
      </ul>
      <Shown read={{ data: pages.data, error: pages.error, refetch: pages.refetch }}>
        {(found) => {
          const items = found.pages.flatMap((page) => page.items)
          return items.length === 0 ? (
            <EmptyState
              title={kind ? w.none : w.noneAtAll}
              next={
                <LinkButton kind="quiet" to="/hazards/new">
                  {w.report}
                </LinkButton>
              }
            >
              {w.noneText}
            </EmptyState>
          ) : (
            <Card>
              <HazardLines hazards={items} />
              <Pager pages={pages} />
            </Card>
          )
        }}
      </Shown>
      <Card className={styles.after}>
        <CardList>
          <CardItem title={w.byCode} second={w.byCodeText} to="/hazards/by-code" />
        </CardList>
      </Card>
    </>
  )
}

function Mine() {
  const w = useWords(hazardsWords)
  const { data } = useQuery(reading(listMyHazards))
  if (!data || data.items.length === 0) return null
  return (
    <Card title={w.mine} className={styles.after}>
      <HazardLines hazards={data.items} />
    </Card>
  )
}

export function HazardLines({ hazards }: { readonly hazards: readonly Hazard[] }) {
  const w = useWords(hazardsWords)
  const format = useFormat()
  const place = usePlaceName()
  return (
    <CardList>
      {hazards.map((hazard) => (
        <CardItem
          key={hazard.id}
          title={w.page(w.kind[hazard.kind], place(hazard))}
          second={
            <>
              {hazard.line} <span className="extra">{w.reportedAt(format.day(hazard.reportedOn))}</span>
            </>
          }
          end={<Tag tone={toneOf(hazard.state)}>{w.state[hazard.state]}</Tag>}
          to="/hazards/$hazardId"
          params={{ hazardId: hazard.id }}
        />
      ))}
    </CardList>
  )
}

export function usePlaceName(): (hazard: Pick<Hazard, 'community' | 'lane'>) => string {
  const w = useWords(hazardsWords)
  const text = useText()
  return ({ community, lane }) => [community, lane].flatMap((name) => (name ? [text(name)] : [])).join(' ') || w.placeUnknown
}

export const toneOf = (state: Hazard['state']): Tone =>
  state === 'fixed' ? 'quiet' : state === 'notFound' || state === 'referred' ? 'attention' : 'going'

export const toKind = (text: string | undefined): HazardKind | undefined => hazardKinds.find((kind) => kind === text)
