import { type PatrolBook, planRound, readPatrolBook } from '@ronghe/contract/volunteers/patrol.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList, Facts } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { uiWords } from '../../../ui/words/words.ts'
import { FindingList } from './FindingList.tsx'
import { RouteForm } from './RouteForm.tsx'
import { patrolWords } from './words/words.ts'

/** The leader's page of a patrol: routes, what was walked and missed, what was found. */
export function PatrolBookPage() {
  const w = useWords(patrolWords)
  const teamId = useParam('teamId')
  const read = useQuery(reading(readPatrolBook, { params: { teamId } }))
  return (
    <>
      <PageHeader
        title={w.bookTitle}
        lead={w.bookLead}
        back={{ to: '/volunteers/teams/$teamId', params: { teamId }, label: w.backToTeam }}
      />
      <Shown read={read}>{(book) => <Book book={book} />}</Shown>
    </>
  )
}

function Book({ book }: { readonly book: PatrolBook }) {
  const w = useWords(patrolWords)
  const text = useText()
  const format = useFormat()
  return (
    <>
      <Card>
        <Facts
          facts={[
            [w.team, text(book.team.name)],
            [w.armband, book.armband ?? w.noArmband],
          ]}
        />
        <p>{w.foundFigures(book.found.all, book.found.open, book.found.fixed)}</p>
      </Card>
      <ToPlan book={book} />
      <Card title={w.rounds}>
        {book.rounds.length === 0 ? (
          <p className="muted">{w.noRounds}</p>
        ) : (
          <CardList>
            {book.rounds.map((round) => (
              <CardItem
                key={round.id}
                title={`${format.day(round.onDay)} · ${text(round.route)}`}
                second={w.looked(round.done, round.of)}
                below={round.missed.length > 0 ? w.missedPlaces(format.list(round.missed.map(text))) : undefined}
                end={
                  <Tag tone={round.over && round.missed.length > 0 ? 'attention' : 'quiet'}>
                    {round.over ? (round.missed.length > 0 ? w.missed : w.allLooked) : w.ahead}
                  </Tag>
                }
              />
            ))}
          </CardList>
        )}
      </Card>
      <Routes book={book} />
      <FindingList findings={book.findings} />
    </>
  )
}

function ToPlan({ book }: { readonly book: PatrolBook }) {
  const w = useWords(patrolWords)
  return (
    <Card title={w.toPlan}>
      {book.shiftsWithoutRoute.length === 0 ? (
        <p className="muted">{w.nothingToPlan}</p>
      ) : book.routes.length === 0 ? (
        <p>{w.noRoutes}</p>
      ) : (
        book.shiftsWithoutRoute.map((shift) => <OneToPlan key={shift.id} shift={shift} book={book} />)
      )}
    </Card>
  )
}

function OneToPlan({ shift, book }: { readonly shift: PatrolBook['shiftsWithoutRoute'][number]; readonly book: PatrolBook }) {
  const w = useWords(patrolWords)
  const ui = useWords(uiWords)
  const text = useText()
  const format = useFormat()
  const [routeId, setRouteId] = useState(book.routes.length === 1 ? book.routes[0]!.id : '')
  const plan = useDeed(planRound, { refreshes: [readPatrolBook], onDone: () => toast(w.planned) })
  return (
    <Field label={`${text(shift.title)} · ${format.moment(shift.startsAt)}–${format.time(shift.endsAt)}`} hint={w.chooseRoute}>
      <Select
        value={routeId}
        onChange={setRouteId}
        placeholder={ui.chooseOne}
        options={book.routes.map(({ id, name }) => ({ value: id, label: text(name) }))}
      />
      <ButtonRow>
        <Button
          disabled={routeId === ''}
          busy={plan.isPending}
          onPress={() => plan.mutate({ params: { shiftId: shift.id }, body: { routeId } })}
        >
          {w.plan}
        </Button>
      </ButtonRow>
      {plan.error && <RefusalLine error={plan.error} />}
    </Field>
  )
}

function Routes({ book }: { readonly book: PatrolBook }) {
  const w = useWords(patrolWords)
  const text = useText()
  const [writing, setWriting] = useState<string | 'new' | null>(null)
  if (writing !== null)
    return <RouteForm book={book} route={book.routes.find(({ id }) => id === writing)} onDone={() => setWriting(null)} />
  return (
    <Card title={w.routes}>
      {book.routes.length === 0 && <p className="muted">{w.noRoutes}</p>}
      <CardList>
        {book.routes.map((route) => (
          <CardItem
            key={route.id}
            title={text(route.name)}
            second={w.checkpointsOf(route.checkpoints.length)}
            end={
              <Button kind="quiet" onPress={() => setWriting(route.id)}>
                {w.changeRoute}
              </Button>
            }
          />
        ))}
      </CardList>
      <ButtonRow>
        <Button kind={book.routes.length === 0 ? 'main' : 'quiet'} onPress={() => setWriting('new')}>
          {w.addRoute}
        </Button>
      </ButtonRow>
    </Card>
  )
}
