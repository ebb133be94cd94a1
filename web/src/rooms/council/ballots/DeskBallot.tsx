import { closeBallot, listBallots, openBallot, readBallot } from '@ronghe/contract/council/ballots.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { DateInput, TimeInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { BallotQuestion, Boxes, Trustees, type OfBallot } from './BallotPage.tsx'
import { BallotResultView } from './BallotResultView.tsx'
import { toneOf, useBenchNames } from './names.ts'
import { ballotWords } from './words/words.ts'

/** The clerk's page of a ballot: what is ready, opening, ending. Nothing here shows who has voted, for nobody knows. */
export function DeskBallot() {
  const w = useWords(ballotWords)
  const text = useText()
  const params = { councilId: useParam('councilId'), ballotId: useParam('ballotId') }
  const read = useQuery(reading(readBallot, { params }))
  return (
    <Shown read={read}>
      {(ballot) => (
        <>
          <PageHeader
            title={text(ballot.title)}
            above={w.kinds[ballot.kind]}
            beside={<Tag tone={toneOf(ballot.state)}>{w.states[ballot.state]}</Tag>}
            back={{ to: '/council/ballots', label: w.back }}
          />
          {ballot.setAsideBecause && (
            <Notice tone="attention" title={w.setAsideTitle}>
              <p>{ballot.setAsideBecause}</p>
            </Notice>
          )}
          {!ballot.setAsideBecause && <Notice>{w.nextFor[ballot.state]}</Notice>}
          {ballot.may.includes('hand') && (
            <LinkButton to="/council/$councilId/ballots/$ballotId/credentials" params={params}>
              {w.authorityTitle}
            </LinkButton>
          )}
          {ballot.may.includes('open') && <Open ballot={ballot} params={params} />}
          {ballot.may.includes('close') && <Close params={params} />}
          {ballot.result && <BallotResultView ballot={ballot} result={ballot.result} />}
          <BallotQuestion ballot={ballot} />
          <Trustees ballot={ballot} />
          <Boxes ballot={ballot} params={params} />
        </>
      )}
    </Shown>
  )
}

function Open({ ballot, params }: OfBallot) {
  const w = useWords(ballotWords)
  const names = useBenchNames()
  const [day, setDay] = useState('')
  const [time, setTime] = useState('21:00')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const deed = useDeed(openBallot, { refreshes: [readBallot, listBallots], onDone: () => toast(w.opened) })
  const submit = (): void => {
    setErrors(day && time ? {} : { closesAt: w.needed })
    if (day && time) deed.mutate({ params, body: { closesAt: `${day}T${time}:00+08:00` } })
  }
  const ready = ballot.paperOnly || ballot.boxes.every(({ credentials, slips }) => credentials === slips)
  return (
    <Card title={w.openTitle}>
      {!ballot.paperOnly && (
        <Facts facts={ballot.boxes.map(({ bench, credentials, slips }) => [names.box(bench), w.credentialsReady(credentials, slips)])} />
      )}
      {!ready && <p className="muted">{w.waitsForSlips}</p>}
      <Form onSubmit={submit} busy={deed.isPending} errors={errors} error={deed.error}>
        <Field name="closesAt" label={w.openDay} error={errors['closesAt'] ?? fieldErrorsOf(deed.error)['closesAt']}>
          <DateInput value={day} onChange={setDay} />
        </Field>
        <Field name="time" label={w.openTime}>
          <TimeInput value={time} onChange={setTime} />
        </Field>
        <Button type="submit" busy={deed.isPending}>
          {w.openDo}
        </Button>
      </Form>
    </Card>
  )
}

function Close({ params }: Pick<OfBallot, 'params'>) {
  const w = useWords(ballotWords)
  const deed = useDeed(closeBallot, { refreshes: [readBallot, listBallots], onDone: () => toast(w.closed) })
  return (
    <Card title={w.closeDo}>
      <p className="muted">{w.closeHint}</p>
      {deed.error && <RefusalLine error={deed.error} />}
      <Button kind="careful" busy={deed.isPending} onPress={() => deed.mutate({ params })}>
        {w.closeDo}
      </Button>
    </Card>
  )
}
