import { listBallots, readBallot, setBallotAside, type Ballot } from '@ronghe/contract/council/ballots.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList, Facts } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './ballots.module.css'
import { BallotResultView } from './BallotResultView.tsx'
import { MyVoteHere } from './MyVote.tsx'
import { toneOf, useBenchNames } from './names.ts'
import { ballotWords } from './words/words.ts'

/** One secret ballot for everybody: the question, who opens it, the boxes, the result and what the charter asked for. */
export function BallotPage() {
  const params = { councilId: useParam('councilId'), ballotId: useParam('ballotId') }
  const read = useQuery(reading(readBallot, { params }))
  return <Shown read={read}>{(ballot) => <Whole ballot={ballot} params={params} />}</Shown>
}

export interface OfBallot {
  readonly ballot: Ballot
  readonly params: { readonly councilId: string; readonly ballotId: string }
}

function Whole({ ballot, params }: OfBallot) {
  const w = useWords(ballotWords)
  const text = useText()
  const { person } = useSession()
  return (
    <>
      <PageHeader
        title={text(ballot.title)}
        above={w.kinds[ballot.kind]}
        beside={<Tag tone={toneOf(ballot.state)}>{w.states[ballot.state]}</Tag>}
        back={{ to: '/council/$councilId/ballots', params: { councilId: params.councilId }, label: w.back }}
      />
      {ballot.setAsideBecause && (
        <Notice tone="attention" title={w.setAsideTitle}>
          <p>{ballot.setAsideBecause}</p>
        </Notice>
      )}
      <NextSteps ballot={ballot} params={params} />
      {person?.session === 'open' && <MyVoteHere ballotId={params.ballotId} />}
      {ballot.result && <BallotResultView ballot={ballot} result={ballot.result} />}
      <BallotQuestion ballot={ballot} />
      <Boxes ballot={ballot} params={params} />
      <Trustees ballot={ballot} />
      {ballot.may.includes('setAside') && <SetAside params={params} />}
    </>
  )
}

function NextSteps({ ballot, params }: OfBallot) {
  const w = useWords(ballotWords)
  const { bench } = useBenchNames()
  const counting = ballot.may.includes('count') ? ballot.boxes.filter(({ cancelled }) => cancelled > 0 || ballot.paperOnly) : []
  const trustee = ballot.may.includes('ceremony') || ballot.may.includes('part')
  if (!trustee && counting.length === 0) return null
  return (
    <ButtonRow>
      {trustee && (
        <LinkButton to="/council/$councilId/ballots/$ballotId/trustee" params={params}>
          {w.toTrustee}
        </LinkButton>
      )}
      {counting.map((box) => (
        <LinkButton key={box.id} to="/council/$councilId/ballots/$ballotId/count/$boxId" params={{ ...params, boxId: box.id }}>
          {box.bench ? `${w.toCount}：${bench(box.bench)}` : w.toCount}
        </LinkButton>
      ))}
    </ButtonRow>
  )
}

export function BallotQuestion({ ballot }: { readonly ballot: Ballot }) {
  const w = useWords(ballotWords)
  const text = useText()
  const format = useFormat()
  return (
    <Card title={w.question}>
      <ol className={styles.lines}>
        {ballot.answers.map(({ name }, place) => (
          <li key={place}>{text(name)}</li>
        ))}
      </ol>
      <p className="muted small">
        {w.chooseRange(Math.max(1, ballot.least), ballot.most)} · {w.blankPossible}
        {ballot.closesAt && ` · ${w.until(format.moment(ballot.closesAt))}`}
      </p>
      <p className="small">
        <a href={ballot.articleAt}>{w.ruleLink(ballot.article)}</a>
      </p>
    </Card>
  )
}

export function Boxes({ ballot, params }: OfBallot) {
  const w = useWords(ballotWords)
  const names = useBenchNames()
  return (
    <Card title={w.boxes}>
      <CardList>
        {ballot.boxes.map((box) => {
          const second = [w.counts(box.ballots, box.slips), box.cancelled > 0 && w.cancelledCount(box.cancelled)]
            .filter(Boolean)
            .join(' · ')
          const below = (
            <>
              {box.paperFault && (
                <Notice tone="attention" title={w.faults[box.paperFault]}>
                  <p>{w.openUntilFits}</p>
                  {box.paperCounts.map((count) => (
                    <p key={count.bench}>
                      {w.countsOf(names.bench(count.bench))}: {count.papers} / {count.marks.join(' · ')} / {w.blank} {count.blank} /{' '}
                      {w.invalid} {count.invalid}
                    </p>
                  ))}
                </Notice>
              )}
            </>
          )
          return ballot.paperOnly ? (
            <CardItem key={box.id} title={names.box(box.bench)} second={w.paperOnly} below={below} />
          ) : (
            <CardItem
              key={box.id}
              title={`${names.box(box.bench)}：${w.openBox}`}
              second={second}
              to="/council/$councilId/ballots/$ballotId/boxes/$boxId"
              params={{ ...params, boxId: box.id }}
              below={below}
            />
          )
        })}
      </CardList>
    </Card>
  )
}

export function Trustees({ ballot }: { readonly ballot: Ballot }) {
  const w = useWords(ballotWords)
  if (ballot.paperOnly) return null
  return (
    <Card title={w.trustees}>
      <p className="muted">{w.trusteesLead}</p>
      <Facts
        facts={ballot.trustees.map(({ side, name, step }) => [
          w.sides[side],
          step === null ? `${name} ${w.notAccepted}` : `${name} · ${w.steps[step]}`,
        ])}
      />
    </Card>
  )
}

function SetAside({ params }: { readonly params: OfBallot['params'] }) {
  const w = useWords(ballotWords)
  const [because, setBecause] = useState('')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const deed = useDeed(setBallotAside, { refreshes: [readBallot, listBallots], onDone: () => toast(w.setAsideDone) })
  const submit = (): void => {
    setErrors(because.trim() ? {} : { because: w.needed })
    if (because.trim()) deed.mutate({ params, body: { because } })
  }
  return (
    <Card title={w.setAsideDo}>
      <p className="muted">{w.setAsideHint}</p>
      <Form onSubmit={submit} busy={deed.isPending} error={deed.error} errors={errors}>
        <Field name="because" label={w.setAsideBecause} error={errors['because']}>
          <TextArea value={because} onChange={setBecause} rows={2} maxLength={500} />
        </Field>
        <Button type="submit" kind="careful" busy={deed.isPending}>
          {w.setAsideDo}
        </Button>
      </Form>
    </Card>
  )
}
