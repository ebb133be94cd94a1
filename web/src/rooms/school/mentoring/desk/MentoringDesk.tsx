import {
  type DeskPair,
  type DeskProfile,
  enterAnswer,
  readMentoringDesk,
  readMentoringFigures,
  readProposal,
  sendProposal,
} from '@ronghe/contract/school/mentoring.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { useToday } from '../../../../platform/today.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../../ui/Card.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Stat, Stats } from '../../../../ui/Stat.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { useMentoringChoices } from '../choice-words.ts'
import { mentoringWords } from '../words/words.ts'
import { EnterForm } from './EnterForm.tsx'

/** Who waits, what could be put together and why, and who has to be asked on paper. */
export function MentoringDesk() {
  const w = useWords(mentoringWords)
  const desk = useQuery(reading(readMentoringDesk))
  return (
    <>
      <PageHeader title={w.deskTitle} lead={w.deskLead} />
      <Shown read={desk}>
        {({ waiting, pairs, consent }) => (
          <>
            <Proposed waiting={waiting} />
            <Waiting waiting={waiting} />
            <Asked pairs={pairs} />
            <EnterForm consentVersion={consent.version} />
            <LastYear />
          </>
        )}
      </Shown>
    </>
  )
}

function Proposed({ waiting }: { readonly waiting: readonly DeskProfile[] }) {
  const w = useWords(mentoringWords)
  const c = useMentoringChoices()
  const send = useDeed(sendProposal, { refreshes: [readProposal, readMentoringDesk], onDone: () => toast(w.proposed) })
  return (
    <Card title={w.proposalTitle}>
      {send.error && <RefusalLine error={send.error} />}
      <Shown read={useQuery(reading(readProposal))}>
        {({ pairs, without }) => (
          <>
            {pairs.length === 0 ? (
              <p>{w.proposalNone}</p>
            ) : (
              <>
                <p>{w.proposalOf(pairs.length)}</p>
                <CardList>
                  {pairs.map(({ mentor, learner, why }) => (
                    <CardItem
                      key={`${mentor} ${learner}`}
                      title={c.skill(why.skill)}
                      second={w.sharing(c.listLanguages(why.languages), c.listTimes(why.times))}
                    />
                  ))}
                </CardList>
                <Button busy={send.isPending} onPress={() => send.mutate({})}>
                  {w.propose}
                </Button>
              </>
            )}
            {without.length > 0 && (
              <>
                <h3>{w.without}</h3>
                <CardList>
                  {without.map(({ learner, reason }) => (
                    <CardItem
                      key={learner}
                      title={c.listSkills(waiting.find(({ id }) => id === learner)?.skills ?? [])}
                      end={<Tag tone="quiet">{w.withoutReason[reason]}</Tag>}
                    />
                  ))}
                </CardList>
              </>
            )}
          </>
        )}
      </Shown>
    </Card>
  )
}

function Waiting({ waiting }: { readonly waiting: readonly DeskProfile[] }) {
  const w = useWords(mentoringWords)
  const text = useText()
  const format = useFormat()
  const c = useMentoringChoices()
  return (
    <Card>
      <Table
        caption={w.deskWaiting}
        rows={waiting}
        rowKey={({ id }) => id}
        empty={<p>{w.deskWaitingNone}</p>}
        columns={[
          { key: 'side', label: w.side, cell: ({ side }) => w[side] },
          {
            key: 'skills',
            label: w.skill,
            cell: ({ skills, paperName }) => (
              <>
                {c.listSkills(skills)} {paperName && <Tag tone="quiet">{w.onPaper(paperName)}</Tag>}
              </>
            ),
          },
          { key: 'languages', label: w.languages, cell: ({ languages }) => c.listLanguages(languages) },
          { key: 'times', label: w.times, cell: ({ times }) => c.listTimes(times) },
          { key: 'organ', label: w.organ, cell: ({ organ }) => (organ ? text(organ) : '—') },
          { key: 'since', label: w.since, cell: ({ since }) => format.day(since) },
        ]}
      />
    </Card>
  )
}

function Asked({ pairs }: { readonly pairs: readonly DeskPair[] }) {
  const w = useWords(mentoringWords)
  const format = useFormat()
  const c = useMentoringChoices()
  const answer = useDeed(enterAnswer, { refreshes: [readMentoringDesk, readProposal], onDone: () => toast(w.noted) })
  if (pairs.length === 0) return null
  return (
    <Card title={w.askedTitle}>
      {answer.error && <RefusalLine error={answer.error} />}
      <CardList>
        {pairs.map((pair) => (
          <CardItem
            key={pair.id}
            title={c.skill(pair.why.skill)}
            second={pair.state === 'proposed' ? w.answerBy(format.day(pair.answerBy)) : undefined}
            end={<Tag tone="quiet">{w.state[pair.state]}</Tag>}
            below={
              pair.state === 'proposed' &&
              pair.onPaper
                .filter(({ saidYes }) => !saidYes)
                .map(({ side, name, phone }) => (
                  <div key={side}>
                    <p>
                      {w.askOnPaper}：{name} {phone}
                    </p>
                    <ButtonRow>
                      <Button
                        kind="quiet"
                        busy={answer.isPending}
                        onPress={() => answer.mutate({ params: { pairId: pair.id }, body: { side, yes: true } })}
                      >
                        {w.sayYes}
                      </Button>
                      <Button
                        kind="plain"
                        busy={answer.isPending}
                        onPress={() => answer.mutate({ params: { pairId: pair.id }, body: { side, yes: false } })}
                      >
                        {w.sayNo}
                      </Button>
                    </ButtonRow>
                  </div>
                ))
            }
          />
        ))}
      </CardList>
    </Card>
  )
}

function LastYear() {
  const w = useWords(mentoringWords)
  const format = useFormat()
  const year = Number(useToday().slice(0, 4)) - 1
  const read = useQuery(reading(readMentoringFigures, { query: { year } }))
  return (
    <Card title={w.figures}>
      <Shown read={read}>
        {(figures) => {
          const said = (figure: (typeof figures)['agreed']) => (figure.kind === 'shown' ? format.count(figure.count) : null)
          return (
            <Stats>
              <Stat label={w.figuresAgreed} value={said(figures.agreed)} />
              <Stat label={w.figuresMixed} value={said(figures.mixed)} />
              <Stat label={w.figuresReached} value={said(figures.reached)} note={w.figuresNote} />
            </Stats>
          )
        }}
      </Shown>
    </Card>
  )
}
