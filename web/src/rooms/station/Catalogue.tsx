import { listServices, type ServiceLine } from '@ronghe/contract/station/services.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useText, useWords } from '../../platform/language/language.tsx'
import { useKept } from '../../platform/offline/kept.ts'
import { useSearchText } from '../../platform/params.ts'
import { reading } from '../../platform/queries.ts'
import { useSession } from '../../platform/session/session.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Shown } from '../../ui/Shown.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { needOf, needs, toNeed } from './needs.ts'
import styles from './station.module.css'
import { servicesWords } from './words/services/words.ts'

/** Everything the station does: by a word, by what one needs, or the whole list. */
export function Catalogue() {
  const w = useWords(servicesWords)
  const navigate = useNavigate()
  const router = useRouter()
  const searched = useSearchText('q') ?? ''
  const need = toNeed(useSearchText('need'))
  const [typed, setTyped] = useState(searched)
  useEffect(() => {
    if (typed.trim() === searched) return
    const here = router.latestLocation.pathname
    const timer = setTimeout(() => {
      // Somebody who has tapped a service meanwhile is on the way there.
      if (router.latestLocation.pathname === here)
        void navigate({ to: '/services', search: (typed.trim() === '' ? {} : { q: typed.trim() }) as never, replace: true })
    }, 250)
    return () => clearTimeout(timer)
  }, [typed, searched, navigate, router])
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} />
      <search>
        <Field label={w.search} name="q">
          <TextInput type="search" value={typed} onChange={setTyped} maxLength={60} />
        </Field>
      </search>
      {searched !== '' ? <Found search={searched} /> : <Everything need={need} />}
    </>
  )
}

function Found({ search }: { readonly search: string }) {
  const w = useWords(servicesWords)
  return (
    <Shown read={useQuery(reading(listServices, { query: { search, limit: 50 } }))}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState
            title={w.nothing}
            next={
              <LinkButton kind="quiet" to="/services">
                {w.showAll}
              </LinkButton>
            }
          >
            {w.nothingText}
          </EmptyState>
        ) : (
          <Card title={w.found(items.length)}>
            <Lines lines={items} />
          </Card>
        )
      }
    </Shown>
  )
}

function Everything({ need }: { readonly need: ReturnType<typeof toNeed> }) {
  const w = useWords(servicesWords)
  const services = useKept(reading(listServices, { query: { limit: 100 } }))
  return (
    <>
      {need === undefined && <Shortcuts />}
      <nav aria-label={w.needs}>
        <h2 className={styles.heading}>{w.needs}</h2>
        <ul className={styles.needs}>
          {needs.map((one) => (
            <li key={one}>
              <Link
                to="/services"
                search={(one === need ? {} : { need: one }) as never}
                className={styles.need}
                aria-current={one === need || undefined}
              >
                {w.needNames[one]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Shown read={services}>
        {({ items }) => (
          <Card title={need === undefined ? w.all : w.needNames[need]}>
            <Lines lines={items.filter(({ domain }) => need === undefined || needOf(domain) === need)} />
          </Card>
        )}
      </Shown>
    </>
  )
}

/** What people come for besides a service: where their own matters stand, a time, a broken lamp. */
function Shortcuts() {
  const w = useWords(servicesWords)
  const signedIn = useSession().person !== null
  return (
    <Card title={w.shortcuts}>
      <CardList>
        {signedIn && <CardItem title={w.myCases} second={<span className="extra">{w.myCasesText}</span>} to="/cases" />}
        {!signedIn && <CardItem title={w.byCode} second={<span className="extra">{w.byCodeText}</span>} to="/status" />}
        <CardItem title={w.visit} second={<span className="extra">{w.visitText}</span>} to="/visit" />
        <CardItem title={w.hazards} second={<span className="extra">{w.hazardsText}</span>} to="/hazards" />
        <CardItem title={w.agreements} second={<span className="extra">{w.agreementsText}</span>} to="/agreements" />
        <CardItem title={w.mediation} second={<span className="extra">{w.mediationText}</span>} to="/mediation" />
      </CardList>
    </Card>
  )
}

function Lines({ lines }: { readonly lines: readonly ServiceLine[] }) {
  const w = useWords(servicesWords)
  const text = useText()
  const tag = (line: ServiceLine) =>
    line.notOffered ? (
      <Tag tone="attention">{w.notOffered}</Tag>
    ) : line.outOfDate ? (
      <Tag tone="attention">{w.outOfDate}</Tag>
    ) : line.promisedWorkingDays === null ? (
      <Tag tone="quiet">{w.guideOnly}</Tag>
    ) : (
      <Tag>{w.days(line.promisedWorkingDays)}</Tag>
    )
  return (
    <CardList>
      {lines.map((line) => (
        <CardItem
          key={line.key}
          title={text(line.name)}
          second={
            <>
              <span className="extra">{text(line.summary)}</span>
              <span className={styles.tags}>{tag(line)}</span>
            </>
          }
          to="/services/$key"
          params={{ key: line.key }}
        />
      ))}
    </CardList>
  )
}
