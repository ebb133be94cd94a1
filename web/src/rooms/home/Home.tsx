import { useWords } from '../../platform/language/language.tsx'
import { useSession, useStreetName } from '../../platform/session/session.tsx'
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
  notes = {},
}: {
  readonly now: Date
  readonly things?: readonly MyThing[]
  /** A line of news in place of a tile's second line: 本周 6 个活动缺人. */ readonly notes?: Partial<
    Record<keyof typeof addresses, string>
  >
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
      {session.person ? <MyThings things={things} /> : <SignIn street={street} />}
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
                  <span className={styles.what}>{notes[organ] ?? w.what[organ]}</span>
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
    </>
  )
}

function MyThings({ things }: { readonly things: readonly MyThing[] | undefined }) {
  const w = useWords(homeWords)
  if (things === undefined) return null
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
  return (
    <Card className={styles.mine}>
      <div className={styles.in}>
        <p>{w.stranger(street)}</p>
        <LinkButton to="/sign-in">{w.signIn}</LinkButton>
      </div>
    </Card>
  )
}
