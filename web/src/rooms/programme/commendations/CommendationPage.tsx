import { type CommendationRound, readCommendation } from '@ronghe/contract/programme/commendations.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from './commendations.module.css'
import { CommendationFiguresCard } from './Figures.tsx'
import { Notice } from './Notice.tsx'
import { toneOf } from './tones.ts'
import { commendationWords } from './words/words.ts'

/** One round: what is looked at, what goes on now, and who is on the notice. */
export function CommendationPage() {
  const roundId = useParam('roundId')
  return <Shown read={useQuery(reading(readCommendation, { params: { roundId } }))}>{(round) => <OneRound round={round} />}</Shown>
}

function OneRound({ round }: { readonly round: CommendationRound }) {
  const w = useWords(commendationWords)
  const text = useText()
  const format = useFormat()
  const { person, modules } = useSession()
  const days = {
    call: round.nominationsFrom,
    nominations: round.nominationsUntil,
    review: round.nominationsUntil,
    publicNotice: round.noticeUntil ?? '',
    awarded: round.awardedOn ?? '',
  }
  return (
    <>
      <PageHeader
        title={text(round.title)}
        above={String(round.year)}
        beside={<Tag tone={toneOf(round.state)}>{w.states[round.state]}</Tag>}
        back={{ to: '/commendations', label: w.title }}
        lead={w.now[round.state](format.day(days[round.state]))}
      />
      <p className={styles.words}>{text(round.summary)}</p>
      <div className={styles.actions}>
        {round.may.includes('nominate') && (
          <LinkButton to="/commendations/$roundId/nominate" params={{ roundId: round.id }}>
            {w.nominate}
          </LinkButton>
        )}
        {person && (
          <LinkButton kind="quiet" to="/me/commendations">
            {w.mine}
          </LinkButton>
        )}
        {round.notice.length > 0 && (
          <Button kind="quiet" onPress={() => window.print()}>
            {w.print}
          </Button>
        )}
      </div>
      {round.notice.length > 0 && <Notice round={round} />}
      <Card title={w.criteria} className={styles.gap}>
        <ul className={styles.list}>
          {round.criteria.map(({ key, name }) => (
            <li key={key}>{text(name)}</li>
          ))}
        </ul>
      </Card>
      <Card title={w.categories} className={styles.gap}>
        <ul className={styles.list}>
          {round.categories.map(({ key, name }) => (
            <li key={key}>{text(name)}</li>
          ))}
        </ul>
        {modules.branch && <p className="muted small">{w.party}</p>}
      </Card>
      {round.figures && <CommendationFiguresCard round={round} figures={round.figures} />}
    </>
  )
}
