import { listCommendations } from '@ronghe/contract/programme/commendations.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { useWayBack } from '../way-back.ts'
import styles from './commendations.module.css'
import { toneOf } from './tones.ts'
import { commendationWords } from './words/words.ts'

/** The yearly rounds, the latest first. */
export function Commendations() {
  const w = useWords(commendationWords)
  const text = useText()
  const back = useWayBack()
  const { person } = useSession()
  const read = useQuery(reading(listCommendations))
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={back} />
      <Shown read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.none} next={<LinkButton to="/concerns/new">{w.speak}</LinkButton>}>
              {w.noneText}
            </EmptyState>
          ) : (
            <Card>
              <CardList>
                {items.map((round) => (
                  <CardItem
                    key={round.id}
                    to="/commendations/$roundId"
                    params={{ roundId: round.id }}
                    title={text(round.title)}
                    second={String(round.year)}
                    end={<Tag tone={toneOf(round.state)}>{w.states[round.state]}</Tag>}
                  />
                ))}
              </CardList>
            </Card>
          )
        }
      </Shown>
      {person && (
        <div className={styles.actions}>
          <LinkButton kind="quiet" to="/me/commendations">
            {w.mine}
          </LinkButton>
        </div>
      )}
    </>
  )
}
