import { listBallots, readBallotPlan, setUpBallot } from '@ronghe/contract/council/ballots.ts'
import type { BodyOf, ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice, Tick } from '../../../ui/Choice.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { NumberInput, PhoneInput, Select, TextArea, TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { usePermission } from '../../../platform/session/session.tsx'
import { AllBallots } from './BallotList.tsx'
import { useBenchNames, useCouncilWith } from './names.ts'
import { ballotWords } from './words/words.ts'

/** At the desk: the council's secret ballots, and for the clerk the way to a new one. */
export function DeskBallots() {
  const w = useWords(ballotWords)
  const councilId = useCouncilWith(['councilClerk', 'credentialAuthority'])
  const clerk = usePermission('council.clerk')
  return (
    <>
      <PageHeader title={w.deskTitle} lead={w.lead} />
      {councilId === undefined ? (
        <EmptyState title={w.noCouncil} />
      ) : (
        <>
          {clerk && (
            <LinkButton to="/council/$councilId/ballots/new" params={{ councilId }}>
              {w.setUpLink}
            </LinkButton>
          )}
          <AllBallots councilId={councilId} />
        </>
      )}
    </>
  )
}

export function NewBallot() {
  const w = useWords(ballotWords)
  const councilId = useParam('councilId')
  const plan = useQuery(reading(readBallotPlan, { params: { councilId } }))
  return (
    <>
      <PageHeader title={w.setUpTitle} back={{ to: '/council/ballots', label: w.back }} />
      <Shown read={plan}>{(data) => <SetUp plan={data} councilId={councilId} />}</Shown>
    </>
  )
}

type Plan = ReplyOf<typeof readBallotPlan>
type About = BodyOf<typeof setUpBallot>['about']

interface Typed {
  readonly about: string
  readonly title: string
  readonly answers: string
  readonly least: number | null
  readonly most: number | null
  readonly seats: number | null
  readonly slips: number | null
  readonly paperOnly: boolean
  readonly newcomers: string
  readonly locals: string
  readonly neutralPhone: string
}

const untouched: Typed = {
  about: '',
  title: '',
  answers: '',
  least: 1,
  most: 1,
  seats: 1,
  slips: null,
  paperOnly: false,
  newcomers: '',
  locals: '',
  neutralPhone: '',
}

function SetUp({ plan, councilId }: { readonly plan: Plan; readonly councilId: string }) {
  const w = useWords(ballotWords)
  const text = useText()
  const names = useBenchNames()
  const navigate = useNavigate()
  const [typed, setTyped] = useState<Typed>(untouched)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const set =
    <Name extends keyof Typed>(name: Name) =>
    (value: Typed[Name]): void =>
      setTyped({ ...typed, [name]: value })
  const deed = useDeed(setUpBallot, {
    refreshes: [listBallots, readBallotPlan],
    onDone: ({ ballotId }) => {
      toast(w.setUpDone)
      void navigate({ to: '/council/$councilId/ballots/$ballotId', params: { councilId, ballotId } as never })
    },
  })
  const call = plan.calls.find(({ id }) => typed.about === `call ${id}`)
  const options = [
    ...plan.motions.map(({ id, title, byBench }) => ({
      value: `motion ${id}`,
      label: w.aboutMotion(text(title)),
      ...(byBench && { hint: w.byBenchHint }),
    })),
    ...plan.calls.map(({ id, bench, seats, candidates }) => ({
      value: `call ${id}`,
      label: w.aboutCall(bench === null ? w.chairSeat : names.bench(bench), seats),
      hint: candidates.join('、'),
    })),
    { value: 'own', label: w.aboutOwn },
  ]
  const submit = (): void => {
    const found = faultsIn(typed, call?.bench !== undefined && call.bench !== null, w.needed)
    setErrors(found)
    if (Object.keys(found).length > 0) return
    const { newcomers, locals, neutralPhone, paperOnly } = typed
    deed.mutate({
      params: { councilId },
      body: { about: aboutOf(typed), trustees: paperOnly ? null : { newcomers, locals, neutralPhone }, paperOnly },
    })
  }
  const all = { ...fieldErrorsOf(deed.error), ...errors }
  const people = (bench: 'newcomers' | 'locals') =>
    plan.delegates.filter((one) => one.bench === bench).map(({ personId, name }) => ({ value: personId, label: name }))
  return (
    <Card>
      <Form onSubmit={submit} busy={deed.isPending} errors={errors} error={deed.error}>
        <Choice
          name="about"
          label={w.aboutLabel}
          error={all['about']}
          options={options}
          value={typed.about || undefined}
          onChange={set('about')}
        />
        {typed.about === 'own' && (
          <>
            <Field name="about.title" label={w.ownTitle} error={all['about.title']}>
              <TextInput value={typed.title} onChange={set('title')} maxLength={120} />
            </Field>
            <Field name="about.answers" label={w.ownAnswers} error={all['about.answers']}>
              <TextArea value={typed.answers} onChange={set('answers')} rows={4} />
            </Field>
            <Field name="about.least" label={w.ownLeast} error={all['about.least']}>
              <NumberInput value={typed.least} onChange={set('least')} />
            </Field>
            <Field name="about.most" label={w.ownMost} error={all['about.most']}>
              <NumberInput value={typed.most} onChange={set('most')} />
            </Field>
            <Field name="about.seats" label={w.ownSeats} error={all['about.seats']}>
              <NumberInput value={typed.seats} onChange={set('seats')} />
            </Field>
          </>
        )}
        {call?.bench && (
          <Field name="about.slips" label={w.slipsOrdered} error={all['about.slips']}>
            <NumberInput value={typed.slips} onChange={set('slips')} />
          </Field>
        )}
        <Tick checked={typed.paperOnly} onChange={set('paperOnly')} label={w.paperOnlyTick} hint={w.paperOnlyHint} />
        {!typed.paperOnly && (
          <>
            <Field name="trustees.newcomers" label={w.trusteeNewcomers} error={all['trustees.newcomers']}>
              <Select value={typed.newcomers} onChange={set('newcomers')} options={people('newcomers')} placeholder={w.chooseOne} />
            </Field>
            <Field name="trustees.locals" label={w.trusteeLocals} error={all['trustees.locals']}>
              <Select value={typed.locals} onChange={set('locals')} options={people('locals')} placeholder={w.chooseOne} />
            </Field>
            <Field name="trustees.neutralPhone" label={w.trusteeNeutral} error={all['trustees.neutralPhone']}>
              <PhoneInput value={typed.neutralPhone} onChange={set('neutralPhone')} />
            </Field>
          </>
        )}
        <Button type="submit" busy={deed.isPending}>
          {w.setUpDo}
        </Button>
      </Form>
    </Card>
  )
}

const linesOf = (answers: string): string[] =>
  answers
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

function faultsIn(typed: Typed, needsSlips: boolean, needed: string): Record<string, string> {
  const own = typed.about === 'own'
  const missing: readonly (readonly [string, boolean])[] = [
    ['about', typed.about === ''],
    ['about.title', own && typed.title.trim() === ''],
    ['about.answers', own && linesOf(typed.answers).length < 2],
    ['about.least', own && typed.least === null],
    ['about.most', own && typed.most === null],
    ['about.seats', own && typed.seats === null],
    ['about.slips', needsSlips && typed.slips === null],
    ['trustees.newcomers', !typed.paperOnly && typed.newcomers === ''],
    ['trustees.locals', !typed.paperOnly && typed.locals === ''],
    ['trustees.neutralPhone', !typed.paperOnly && typed.neutralPhone.length !== 11],
  ]
  return Object.fromEntries(missing.flatMap(([name, is]) => (is ? [[name, needed]] : [])))
}

function aboutOf({ about, title, answers, least, most, seats, slips }: Typed): About {
  const [kind, id = ''] = about.split(' ')
  if (kind === 'motion') return { kind: 'motion', motionId: id }
  if (kind === 'call') return { kind: 'seats', callId: id, ...(slips === null ? {} : { slips }) }
  return { kind: 'own', title, answers: linesOf(answers), least: least!, most: most!, seats: seats! }
}
