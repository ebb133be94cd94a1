import { useWords } from '../../platform/language/language.tsx'
import { type Person, useSession, useStreetName } from '../../platform/session/session.tsx'
import { organsOf } from '../../shell/modules.ts'
import { OutboxCard } from '../../shell/OutboxCard.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { Card, CardItem, CardLink, CardList } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Tag, type Tone } from '../../ui/Tag.tsx'
import { greeting } from './greeting.ts'
import styles from './home.module.css'
import { homeWords } from './words/words.ts'

/** One of 我的事: a case, a shift, a concern that was answered. `tag` and `second` come worded from the rooms. */
export interface MyThing {
  readonly id: string
  readonly title: string
  readonly second: string
  readonly tag: string
  readonly tone: Tone
  readonly to: string
}

const addresses = { station: '/services', council: '/council', school: '/school', corps: '/volunteers', branch: '/branch' } as const

/** First what waits for this person, then the organs of the street, then a way to say something. `things` undefined: still being read. */
export function Home({
  now,
  things,
  failed = false,
}: {
  readonly now: Date
  readonly things?: readonly MyThing[]
  /** They could not be read, and no copy is on this device. */
  readonly failed?: boolean
}) {
  const w = useWords(homeWords)
  const session = useSession()
  const street = useStreetName()
  const name = session.person?.name ?? ''
  return (
    <>
      <div className={styles.hello}>
        <PageHeader title={greeting(w, name, now)} plainTitle={w.title} />
      </div>
      <OutboxCard />
      {session.person ? <Mine person={session.person} things={things} failed={failed} /> : <SignIn street={street} />}
      <nav aria-label={w.organs}>
        <ul className={styles.tiles}>
          {organsOf(session).map((organ) => (
            <li key={organ}>
              <CardLink to={addresses[organ]} className={styles.tile}>
                <span className={styles.seal} aria-hidden="true">
                  {w.seals[organ]}
                </span>
                <span>
                  <span className={styles.name}>{w.names[organ]}</span>
                  <span className={styles.what}>{w.what[organ]}</span>
                </span>
              </CardLink>
            </li>
          ))}
        </ul>
      </nav>
      <CardLink to="/concerns/new" className={styles.speak}>
        <span className={styles.seal} aria-hidden="true">
          {w.speakSeal}
        </span>
        <span>
          <span className={styles.name}>{w.speak}</span>
          <span className={styles.what}>{w.speakWhat}</span>
        </span>
      </CardLink>
      <StreetLinks />
    </>
  )
}

/** What anybody may read about the street. */
function StreetLinks() {
  const w = useWords(homeWords)
  return (
    <nav aria-label={w.street} className={styles.street}>
      <LinkButton kind="plain" to="/notices">
        {w.notices}
      </LinkButton>
      <LinkButton kind="plain" to="/insight">
        {w.insight}
      </LinkButton>
      <LinkButton kind="plain" to="/together">
        {w.together}
      </LinkButton>
      <LinkButton kind="plain" to="/agreements">
        {w.agreements}
      </LinkButton>
      <LinkButton kind="plain" to="/organs">
        {w.allOrgans}
      </LinkButton>
      <LinkButton kind="plain" to="/concerns/answered">
        {w.answeredConcerns}
      </LinkButton>
    </nav>
  )
}

/** A session that is not yet known to be the owner's shows nothing of theirs, only the way on. */
function Mine(props: { readonly person: Person; readonly things: readonly MyThing[] | undefined; readonly failed: boolean }) {
  const w = useWords(homeWords)
  if (props.person.session === 'empty')
    return (
      <Card className={styles.mine}>
        <div className={styles.in}>
          <p>{w.checkFirst}</p>
          <LinkButton to="/sign-in">{w.checkDo}</LinkButton>
        </div>
      </Card>
    )
  const { about } = props.person
  if (about)
    return (
      <Card title={w.oneMatter} className={styles.mine}>
        <div className={styles.in}>
          <p>{w.oneMatterText}</p>
          <LinkButton to={wayTo(about)}>{props.person.matter}</LinkButton>
        </div>
      </Card>
    )
  return <MyThings things={props.things} failed={props.failed} />
}

/** Where the one matter of an assisted session is dealt with. */
function wayTo(about: NonNullable<Person['about']>): string {
  switch (about.kind) {
    case 'account':
      return '/me'
    case 'service':
      return `/services/${about.service}`
    case 'case':
      return `/cases/${about.caseId}`
    case 'concern':
      return about.concernId ? `/concerns/${about.concernId}` : '/concerns/new'
    case 'visit':
      return '/visit'
    case 'hazard':
      return '/hazards/new'
  }
}

function MyThings({ things, failed }: { readonly things: readonly MyThing[] | undefined; readonly failed: boolean }) {
  const w = useWords(homeWords)
  if (things === undefined)
    return (
      <Card title={w.mine} className={styles.mine}>
        <p className="muted">{failed ? w.notRead : w.reading}</p>
      </Card>
    )
  return (
    <Card title={w.mine} className={styles.mine}>
      {things.length === 0 ? (
        <p className="muted">{w.nothing}</p>
      ) : (
        <CardList>
          {things.map((thing) => (
            <CardItem
              key={thing.id}
              title={thing.title}
              second={thing.second}
              to={thing.to}
              end={<Tag tone={thing.tone}>{thing.tag}</Tag>}
            />
          ))}
        </CardList>
      )}
    </Card>
  )
}

function SignIn({ street }: { readonly street: string }) {
  const w = useWords(homeWords)
  const { demo } = useSession().street
  return (
    <Card className={styles.mine}>
      <div className={styles.in}>
        <p>{w.stranger(street)}</p>
        <LinkButton to="/sign-in">{w.signIn}</LinkButton>
        {demo && (
          <LinkButton kind="quiet" to="/demo">
            {w.demo}
          </LinkButton>
        )}
      </div>
    </Card>
  )
}
