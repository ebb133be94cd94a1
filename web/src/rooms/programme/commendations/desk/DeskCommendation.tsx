import {
  type CommendationAct,
  CommendationAct as acts,
  type CommendationRound,
  type DeskNomination,
  listCommendations,
  listNominations,
  readCommendation,
  stepCommendation,
} from '@ronghe/contract/programme/commendations.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useParam } from '../../../../platform/params.ts'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import styles from '../commendations.module.css'
import { toneOf } from '../tones.ts'
import { commendationWords } from '../words/words.ts'
import { NominationDialog, type NominationDeed } from './NominationDialog.tsx'
import { commendationDeskWords } from './words/words.ts'

/** One round at the desk: the next step, and each nomination with what can be done about it. */
export function DeskCommendation() {
  const roundId = useParam('roundId')
  return <Shown read={useQuery(reading(readCommendation, { params: { roundId } }))}>{(round) => <OneRound round={round} />}</Shown>
}

function OneRound({ round }: { readonly round: CommendationRound }) {
  const w = useWords(commendationDeskWords)
  const { states } = useWords(commendationWords)
  const text = useText()
  const [deed, setDeed] = useState<NominationDeed>()
  const params = { roundId: round.id }
  const step = useDeed(stepCommendation, { refreshes: [readCommendation, listNominations, listCommendations], onDone: () => toast(w.done) })
  const isAct = (may: string): may is CommendationAct => (acts.options as readonly string[]).includes(may)
  return (
    <>
      <PageHeader
        title={text(round.title)}
        above={String(round.year)}
        beside={<Tag tone={toneOf(round.state)}>{states[round.state]}</Tag>}
        back={{ to: '/commendations', label: w.title }}
      />
      <Card title={w.steps}>
        {step.error && <RefusalLine error={step.error} />}
        <ButtonRow>
          {round.may.filter(isAct).map((act) => (
            <Button key={act} busy={step.isPending} onPress={() => step.mutate({ params, body: { act } })}>
              {w.acts[act]}
            </Button>
          ))}
          {round.may.includes('change') && (
            <LinkButton kind="quiet" to="/commendations/$roundId/edit" params={params}>
              {w.change}
            </LinkButton>
          )}
          {round.may.includes('nominate') && (
            <LinkButton kind="quiet" to="/commendations/$roundId/paper" params={params}>
              {w.enter}
            </LinkButton>
          )}
          <LinkButton kind="quiet" href={`/commendations/${round.id}`}>
            {w.publicPage}
          </LinkButton>
        </ButtonRow>
      </Card>
      <Card title={w.nominations} className={styles.gap}>
        <p className="muted small">{w.order}</p>
        <Shown read={useQuery(reading(listNominations, { params }))}>
          {({ items }) => <Nominations items={items} round={round} onDeed={setDeed} />}
        </Shown>
      </Card>
      {deed && <NominationDialog deed={deed} onClose={() => setDeed(undefined)} />}
    </>
  )
}

function Nominations({
  items,
  round,
  onDeed,
}: {
  readonly items: readonly DeskNomination[]
  readonly round: CommendationRound
  readonly onDeed: (deed: NominationDeed) => void
}) {
  const w = useWords(commendationDeskWords)
  const resident = useWords(commendationWords)
  const text = useText()
  const format = useFormat()
  const criterion = (key: string): string => {
    const found = round.criteria.find((one) => one.key === key)
    return found ? text(found.name) : key
  }
  return (
    <Table
      caption={w.nominations}
      rows={items}
      rowKey={({ id }) => id}
      empty={<p className="muted">{w.nominationsNone}</p>}
      columns={[
        {
          key: 'who',
          label: w.who,
          cell: (item) => (
            <div>
              <strong>{item.name}</strong>{' '}
              <span className="muted">{text(round.categories.find(({ key }) => key === item.category)!.name)}</span>
              <p className="small">{item.deeds}</p>
              {item.phone && <p className="small">{w.ring(item.phone)}</p>}
              {item.state === 'asked' && item.reach === 'inPerson' && <p className="small">{w.noPhone}</p>}
              {item.objections.map(({ id, words, raisedOn, answer }) => (
                <p key={id} className="small">
                  <Tag tone={answer ? 'quiet' : 'attention'}>{w.objection(format.day(raisedOn))}</Tag> {words} {answer ?? w.waiting}
                </p>
              ))}
            </div>
          ),
        },
        {
          key: 'how',
          label: w.how,
          cell: (item) => (
            <div>
              <p className="small">{item.organ ? resident.byOrgan(text(item.organ)) : resident.bys[item.by]}</p>
              <p className="muted small">{w.channel[item.channel]}</p>
            </div>
          ),
        },
        {
          key: 'reviews',
          label: w.reviews,
          cell: ({ reviews }) => (
            <div>
              <p className="small">
                {reviews.outcome === 'waiting' ? w.reviewsCount(format.count(reviews.count)) : w.outcomes[reviews.outcome]}
              </p>
              {reviews.written.map(({ post, recommends, words }, place) => (
                <details key={place}>
                  <summary className={styles.summary}>{`${text(post)} · ${recommends ? w.recommends : w.notRecommends}`}</summary>
                  {words.map((one) => (
                    <p key={one.criterion} className="small">{`${w.criterionWords(criterion(one.criterion))} ${one.words}`}</p>
                  ))}
                </details>
              ))}
            </div>
          ),
        },
        { key: 'state', label: w.state, cell: ({ state }) => <Tag tone={toneOf(state)}>{w.states[state]}</Tag> },
        {
          key: 'act',
          label: w.act,
          cell: (item) => (
            <div>
              {item.may.map((act) => (
                <Button key={act} kind="plain" onPress={() => onDeed({ act, item })}>
                  {w.may[act]}
                </Button>
              ))}
            </div>
          ),
        },
      ]}
    />
  )
}
