import { listMyDisputes, readMediation } from '@ronghe/contract/station/mediation.ts'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../platform/language/language.tsx'
import { reading } from '../../platform/queries.ts'
import { useSession } from '../../platform/session/session.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Shown } from '../../ui/Shown.tsx'
import { Tag } from '../../ui/Tag.tsx'
import styles from './station.module.css'
import { WaysOn } from './WaysOn.tsx'
import { mediationWords } from './words/mediation/words.ts'

/** What mediation is and what it is not for, my own, and the other ways with their time limits. */
export function Mediation() {
  const w = useWords(mediationWords)
  const signedIn = useSession().person !== null
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={{ to: '/services' }} />
      {signedIn && <Mine />}
      <div className={`${styles.ways} ${styles.after}`}>
        <LinkButton wide to="/mediation/new">
          {w.ask}
        </LinkButton>
        <LinkButton wide kind="quiet" to="/mediation/answer">
          {w.gotLetter}
        </LinkButton>
        <p className="muted small extra">{w.gotLetterText}</p>
      </div>
      <Card title={w.about}>
        <ol className={styles.numbered}>
          {w.how.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Card>
      <Shown read={useQuery(reading(readMediation))}>
        {({ dangers, waysOn }) => (
          <>
            <Notice tone="attention" title={w.notFor}>
              {w.notForText}
            </Notice>
            <WaysOn ways={dangers} />
            <h2 className={styles.heading}>{w.otherWays}</h2>
            <WaysOn ways={waysOn} />
          </>
        )}
      </Shown>
    </>
  )
}

function Mine() {
  const w = useWords(mediationWords)
  return (
    <Card title={w.mine}>
      <Shown read={useQuery(reading(listMyDisputes))}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{w.mineNone}</p>
          ) : (
            <CardList>
              {items.map((dispute) => (
                <CardItem
                  key={dispute.id}
                  title={`${w.topic[dispute.topic]} · ${w.with(dispute.otherName)}`}
                  second={dispute.line}
                  end={<Tag tone={dispute.may.length > 0 ? 'attention' : 'quiet'}>{w.state[dispute.state]}</Tag>}
                  to="/mediation/$disputeId"
                  params={{ disputeId: dispute.id }}
                />
              ))}
            </CardList>
          )
        }
      </Shown>
    </Card>
  )
}
