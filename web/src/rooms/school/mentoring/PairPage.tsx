import { answerPair, closeReasons, type MentoringPair, readMyMentoring, stepPair } from '@ronghe/contract/school/mentoring.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList, Facts } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from '../learning.module.css'
import { MeetingForm } from '../MeetingForm.tsx'
import { useMentoringChoices } from './choice-words.ts'
import { mentoringWords } from './words/words.ts'

type Step = BodyOf<typeof stepPair>

/** One pair: why, yes or no, goals, meetings, and the ways out of it. */
export function PairPage() {
  const w = useWords(mentoringWords)
  const pairId = useParam('pairId')
  return (
    <Shown read={useQuery(reading(readMyMentoring))}>
      {({ pairs }) => {
        const pair = pairs.find(({ id }) => id === pairId)
        return pair ? (
          <Whole pair={pair} />
        ) : (
          <>
            <PageHeader title={w.title} back={{ to: '/school/mentoring' }} />
            <EmptyState title={w.state.closed} />
          </>
        )
      }}
    </Shown>
  )
}

function Whole({ pair }: { readonly pair: MentoringPair }) {
  const w = useWords(mentoringWords)
  const text = useText()
  const format = useFormat()
  const c = useMentoringChoices()
  const step = useDeed(stepPair, { refreshes: [readMyMentoring], onDone: () => toast(w.noted) })
  const take = (body: Step) => step.mutate({ params: { pairId: pair.id }, body })
  return (
    <>
      <PageHeader title={w.pairTitle(c.skill(pair.why.skill))} above={w.state[pair.state]} back={{ to: '/school/mentoring' }} />
      <Card title={w.why}>
        <Facts
          facts={[
            [pair.side === 'mentor' ? w.learnerIs : w.mentorIs, pair.other.name ?? w.nameLater],
            ...(pair.other.organ ? [[w.organ, text(pair.other.organ)] as const] : []),
            [w.whySkill, c.skill(pair.why.skill)],
            [w.whyLanguages, c.listLanguages(pair.why.languages)],
            [w.whyTimes, c.listTimes(pair.why.times)],
          ]}
        />
        {pair.agreedOn && <p className="muted small">{w.agreedOn(format.day(pair.agreedOn))}</p>}
        {pair.state === 'closed' && pair.closedOn && <p className="muted small">{w.closedOn(format.day(pair.closedOn))}</p>}
      </Card>
      {pair.state === 'proposed' && <Answer pair={pair} />}
      {step.error && <RefusalLine error={step.error} />}
      {pair.agreedOn && (
        <>
          <Goals pair={pair} take={take} busy={step.isPending} />
          <Meetings pair={pair} take={take} busy={step.isPending} error={step.error} />
        </>
      )}
      {pair.may.includes('close') && <WaysOut take={take} busy={step.isPending} />}
    </>
  )
}

function Answer({ pair }: { readonly pair: MentoringPair }) {
  const w = useWords(mentoringWords)
  const format = useFormat()
  const answer = useDeed(answerPair, { refreshes: [readMyMentoring], onDone: () => toast(w.noted) })
  if (pair.saidYes) return <Card>{w.saidYes}</Card>
  const say = (yes: boolean) => answer.mutate({ params: { pairId: pair.id }, body: { yes } })
  return (
    <Card>
      <p>{w.answerBy(format.day(pair.answerBy))}</p>
      {answer.error && <RefusalLine error={answer.error} />}
      <ButtonRow>
        <Button busy={answer.isPending} onPress={() => say(true)}>
          {w.yes}
        </Button>
        <Button kind="quiet" busy={answer.isPending} onPress={() => say(false)}>
          {w.no}
        </Button>
      </ButtonRow>
      <p className="muted small">{w.noHint}</p>
    </Card>
  )
}

interface Part {
  readonly pair: MentoringPair
  readonly take: (body: Step) => void
  readonly busy: boolean
}

function Goals({ pair, take, busy }: Part) {
  const w = useWords(mentoringWords)
  const [words, setWords] = useState('')
  const open = pair.state === 'agreed'
  return (
    <Card title={w.goals}>
      <p className="muted small">{w.goalsHint}</p>
      {pair.goals.length === 0 ? (
        <p>{w.goalsNone}</p>
      ) : (
        <CardList>
          {pair.goals.map((goal) => (
            <CardItem
              key={goal.id}
              title={goal.words}
              end={<Tag tone={goal.reached ? 'going' : 'quiet'}>{goal.reached ? w.reached : w.notYet}</Tag>}
              below={
                open && (
                  <ButtonRow>
                    <Button kind="quiet" busy={busy} onPress={() => take({ step: 'goalReached', goal: goal.id, reached: !goal.reached })}>
                      {goal.reached ? w.notYet : w.reached}
                    </Button>
                    <Button kind="plain" busy={busy} onPress={() => take({ step: 'dropGoal', goal: goal.id })}>
                      {w.dropGoal}
                    </Button>
                  </ButtonRow>
                )
              }
            />
          ))}
        </CardList>
      )}
      {pair.may.includes('goal') && (
        <Form
          label={w.addGoal}
          busy={busy}
          onSubmit={() => {
            if (words.trim() === '') return
            take({ step: 'goal', words })
            setWords('')
          }}
        >
          <Field label={w.goal} name="words">
            <TextInput value={words} onChange={setWords} maxLength={200} />
          </Field>
          <Button type="submit" kind="quiet" busy={busy}>
            {w.addGoal}
          </Button>
        </Form>
      )}
    </Card>
  )
}

function Meetings({ pair, take, busy, error }: Part & { readonly error: unknown }) {
  const w = useWords(mentoringWords)
  const format = useFormat()
  // Open until one more meeting stands in the list.
  const [plannedSoFar, setPlannedSoFar] = useState<number>()
  const planning = plannedSoFar === pair.meetings.length
  return (
    <Card title={w.meetings}>
      {pair.meetings.length === 0 ? (
        <p>{w.meetingsNone}</p>
      ) : (
        <CardList>
          {pair.meetings.map((meeting) => (
            <CardItem
              key={meeting.id}
              title={`${format.moment(meeting.from)}–${format.time(meeting.until)}`}
              second={meeting.place}
              end={<Tag tone={meeting.state === 'planned' ? 'going' : 'quiet'}>{w.meetingState[meeting.state]}</Tag>}
              below={
                meeting.may.length > 0 &&
                pair.state === 'agreed' && (
                  <ButtonRow>
                    {meeting.may.includes('held') && (
                      <Button kind="quiet" busy={busy} onPress={() => take({ step: 'held', meeting: meeting.id })}>
                        {w.held}
                      </Button>
                    )}
                    <Button kind="plain" busy={busy} onPress={() => take({ step: 'callOff', meeting: meeting.id })}>
                      {w.callOff}
                    </Button>
                  </ButtonRow>
                )
              }
            />
          ))}
        </CardList>
      )}
      {pair.may.includes('meet') &&
        (planning ? (
          <MeetingForm label={w.plan} submit={w.plan} busy={busy} error={error} onPlan={(meeting) => take({ step: 'meet', ...meeting })} />
        ) : (
          <Button kind="quiet" onPress={() => setPlannedSoFar(pair.meetings.length)}>
            {w.plan}
          </Button>
        ))}
    </Card>
  )
}

function WaysOut({ take, busy }: Omit<Part, 'pair'>) {
  const w = useWords(mentoringWords)
  const [asked, setAsked] = useState<'close' | 'another'>()
  const [because, setBecause] = useState<(typeof closeReasons)[number]>()
  const shut = () => setAsked(undefined)
  return (
    <div className={styles.acts}>
      <Button kind="quiet" onPress={() => setAsked('close')}>
        {w.end}
      </Button>
      <Button kind="plain" onPress={() => setAsked('another')}>
        {w.another}
      </Button>
      <Dialog title={w.endTitle} open={asked === 'close'} onClose={shut}>
        <Form label={w.endTitle} busy={busy} onSubmit={() => because && take({ step: 'close', because })}>
          <p>{w.endText}</p>
          <Choice
            label={w.because}
            name="because"
            value={because}
            onChange={setBecause}
            options={closeReasons.map((value) => ({ value, label: w.reason[value] }))}
          />
          <ButtonRow>
            <Button type="submit" kind="careful" busy={busy}>
              {w.endDo}
            </Button>
            <Button kind="quiet" onPress={shut}>
              {w.cancel}
            </Button>
          </ButtonRow>
        </Form>
      </Dialog>
      <Dialog title={w.anotherTitle} open={asked === 'another'} onClose={shut}>
        <p>{w.anotherText}</p>
        <ButtonRow>
          <Button kind="careful" busy={busy} onPress={() => take({ step: 'another' })}>
            {w.anotherDo}
          </Button>
          <Button kind="quiet" onPress={shut}>
            {w.cancel}
          </Button>
        </ButtonRow>
      </Dialog>
    </div>
  )
}
