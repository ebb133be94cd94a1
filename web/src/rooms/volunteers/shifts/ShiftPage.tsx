import { answerOffer, leaveShift, readShift, type Shift, signUp } from '@ronghe/contract/volunteers/sign-ups.ts'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useKept } from '../../../platform/offline/kept.ts'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { Choice, Tick } from '../../../ui/Choice.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { useSpan } from '../span.ts'
import styles from '../volunteers.module.css'
import { refreshed } from './refreshed.ts'
import { shiftWords } from './words/words.ts'

/** One shift: how many places, one's own turn, and the one tap in or out. */
export function ShiftPage() {
  const params = { shiftId: useParam('shiftId') }
  const read = useKept(reading(readShift, { params }))
  return <Shown read={read}>{(shift) => <Page shift={shift} />}</Shown>
}

function Page({ shift }: { readonly shift: Shift }) {
  const w = useWords(shiftWords)
  const text = useText()
  const span = useSpan()
  const { activity } = shift
  const params = { shiftId: shift.id }
  return (
    <>
      <PageHeader
        title={text(activity.title)}
        above={span(shift)}
        back={{ to: '/volunteers/activities/$activityId', params: { activityId: activity.id }, label: w.to }}
      />
      {shift.cancelled ? (
        <Notice tone="attention" title={w.shiftCancelled}>
          {shift.cancelled.because}
        </Notice>
      ) : (
        shift.over && <Notice>{w.over}</Notice>
      )}
      <Own shift={shift} />
      <Card className={styles.after}>
        <Facts
          facts={[
            [w.when, span(shift)],
            [w.where, text(activity.place)],
            ...(activity.team ? [[w.team, text(activity.team.name)] as const] : []),
            ...(shift.over || shift.cancelled ? [] : [[w.places, <Places key="places" shift={shift} />] as const]),
          ]}
        />
        {shift.night && !shift.over && <Notice>{w.night}</Notice>}
      </Card>
      {(shift.over || shift.cancelled) && (
        <div className={styles.acts}>
          {shift.mine?.checkedIn && (
            <LinkButton wide to="/volunteers/hours">
              {w.toHours}
            </LinkButton>
          )}
          <LinkButton wide kind="quiet" to="/volunteers">
            {w.others}
          </LinkButton>
        </div>
      )}
      {(shift.may.includes('signUp') || shift.may.includes('wait')) && <SignUpForm shift={shift} />}
      {shift.may.includes('lead') && (
        <div className={styles.acts}>
          <LinkButton wide kind="quiet" to="/volunteers/shifts/$shiftId/list" params={params}>
            {w.lead}
          </LinkButton>
        </div>
      )}
    </>
  )
}

function Places({ shift }: { readonly shift: Shift }) {
  const w = useWords(shiftWords)
  const more = [
    w.minimum(shift.minimum, shift.missing),
    shift.waiting > 0 && w.waiting(shift.waiting),
    shift.special > 0 && w.special(shift.special),
  ]
  return (
    <>
      {shift.placesLeft > 0 ? w.left(shift.placesLeft, shift.maximum) : w.full(shift.maximum)}
      <br />
      <span className="muted small">{more.filter(Boolean).join(' · ')}</span>
    </>
  )
}

function SignUpForm({ shift }: { readonly shift: Shift }) {
  const w = useWords(shiftWords)
  const text = useText()
  const { person } = useSession()
  const [briefed, setBriefed] = useState(false)
  const [age, setAge] = useState<'adult' | 'minor'>()
  const [tried, setTried] = useState(false)
  const deed = useDeed(signUp, {
    refreshes: refreshed,
    onDone: ({ mine }) => toast(mine?.state === 'placed' ? w.signedUp : w.nowWaiting),
  })
  const waits = !shift.may.includes('signUp')
  const { briefing } = shift.activity
  if (!person)
    return (
      <div className={styles.acts}>
        <LinkButton wide to="/sign-in" search={{ next: `/volunteers/shifts/${shift.id}` }}>
          {w.signInFirst}
        </LinkButton>
      </div>
    )
  const errors = {
    ...(tried && shift.askAge && !age && { age: w.chooseAge }),
    ...(tried && briefing && !briefed && { briefed: w.tickBriefing }),
  }
  const send = (): void => {
    setTried(true)
    if ((shift.askAge && !age) || (briefing && !briefed)) return
    deed.mutate({ params: { shiftId: shift.id }, body: { briefed, ...(shift.askAge && { minor: age === 'minor' }) } })
  }
  return (
    <div className={styles.form}>
      <Form onSubmit={send} busy={deed.isPending} error={deed.error} errors={errors} label={w.signUp}>
        {(briefing || shift.askAge) && (
          <Card {...(briefing && { title: w.briefing })}>
            <div className={styles.stack}>
              {briefing && (
                <>
                  <p className={styles.words}>{text(briefing)}</p>
                  <Tick label={w.briefed} checked={briefed} onChange={setBriefed} />
                </>
              )}
              {shift.askAge && (
                <Choice
                  label={w.askAge}
                  hint={w.askAgeHint}
                  name="age"
                  error={errors.age}
                  value={age}
                  onChange={setAge}
                  options={[
                    { value: 'adult', label: w.adult },
                    { value: 'minor', label: w.minor },
                  ]}
                />
              )}
            </div>
          </Card>
        )}
        <div className={styles.acts}>
          <Button type="submit" wide busy={deed.isPending}>
            {waits ? w.wait : w.signUp}
          </Button>
          {waits && <p className="muted small">{w.waitHint}</p>}
        </div>
      </Form>
    </div>
  )
}

/** The own turn: what it is and what can be done with it. */
function Own({ shift }: { readonly shift: Shift }) {
  const w = useWords(shiftWords)
  const format = useFormat()
  const { mine, may } = shift
  const params = { shiftId: shift.id }
  const leave = useDeed(leaveShift, { refreshes: refreshed, onDone: () => toast(w.left2) })
  const answer = useDeed(answerOffer, {
    refreshes: refreshed,
    onDone: ({ mine: now }) => toast(now?.state === 'placed' ? w.accepted : w.declined),
  })
  if (!mine || mine.state === 'left' || mine.state === 'declined') return null
  if (mine.state === 'passed') return <Notice>{w.passed}</Notice>
  const error = leave.error ?? answer.error
  return (
    <Card title={mine.state === 'placed' ? w.placed : mine.state === 'offered' ? w.offered : w.inLine}>
      {mine.state === 'placed' && <p>{w.placedText}</p>}
      {mine.state === 'waiting' && (
        <p>
          {w.ahead(mine.ahead)} <span className="muted">{w.waitHint}</span>
        </p>
      )}
      {mine.state === 'offered' && mine.offerUntil && <p>{w.offerUntil(format.moment(mine.offerUntil))}</p>}
      {mine.checkedIn && (
        <p>
          {[w.checkedIn(format.time(mine.checkedIn)), mine.checkedOut && w.checkedOut(format.time(mine.checkedOut))]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {error && <RefusalLine error={error} />}
      <div className={styles.acts}>
        {may.includes('accept') && (
          <Button wide busy={answer.isPending} onPress={() => answer.mutate({ params, body: { answer: 'accept' } })}>
            {w.accept}
          </Button>
        )}
        {may.includes('decline') && (
          <Button wide kind="quiet" busy={answer.isPending} onPress={() => answer.mutate({ params, body: { answer: 'decline' } })}>
            {w.decline}
          </Button>
        )}
        {(may.includes('checkIn') || may.includes('checkOut')) && (
          <LinkButton wide to="/volunteers/shifts/$shiftId/check-in" params={params}>
            {may.includes('checkIn') ? w.checkIn : w.checkOut}
          </LinkButton>
        )}
        {may.includes('leave') && mine.state !== 'offered' && (
          <>
            <Button wide kind="quiet" busy={leave.isPending} onPress={() => leave.mutate({ params })}>
              {w.leave}
            </Button>
            <p className="muted small">{w.leaveHint}</p>
          </>
        )}
      </div>
    </Card>
  )
}
