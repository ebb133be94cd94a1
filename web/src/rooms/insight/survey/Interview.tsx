import { type FieldDoor, noteDoor, readFieldwork, takeDoors } from '@ronghe/contract/insight/survey-field.ts'
import { answerSurvey, type Asked } from '@ronghe/contract/insight/survey.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../../platform/ids.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { type DraftOf, useDraft } from '../../../platform/offline/draft.ts'
import { useKept } from '../../../platform/offline/kept.ts'
import { file, useOutbox } from '../../../platform/offline/outbox.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { emptySheet, Questions, type Sheet } from './Questions.tsx'
import styles from './survey.module.css'
import { surveyWords } from './words/words.ts'

type Fieldwork = ReplyOf<typeof readFieldwork>
type Wave = Fieldwork['waves'][number]

/** What an interviewer carries on the phone: the doors that were taken, their codes, and the sheet that is being filled. */
interface Round {
  readonly waveId: string | null
  readonly doors: readonly FieldDoor[]
  readonly at: string | null
  readonly sheet: Sheet
}
const noRound: Round = { waveId: null, doors: [], at: null, sheet: emptySheet }

/** Asking at the doors of a lane, with or without a network. */
export function Interview() {
  const w = useWords(surveyWords)
  const round = useDraft<Round>('survey-round', noRound)
  return (
    <Shown read={useKept(reading(readFieldwork))}>
      {({ waves }) => {
        if (round.state === 'reading') return <Loading />
        const wave = waves.find(({ id }) => id === round.value.waveId)
        if (wave) return <Doors wave={wave} round={round} />
        return (
          <>
            <PageHeader title={w.fieldTitle} lead={w.fieldLead} />
            {waves.length === 0 ? (
              <EmptyState title={w.fieldNone}>{w.fieldNoneText}</EmptyState>
            ) : (
              waves.map((one) => <Take key={one.id} wave={one} onTaken={(doors) => round.change({ ...noRound, waveId: one.id, doors })} />)
            )}
            <Notice>{w.fieldRules}</Notice>
          </>
        )
      }}
    </Shown>
  )
}

function Take({ wave, onTaken }: { readonly wave: Wave; readonly onTaken: (doors: readonly FieldDoor[]) => void }) {
  const w = useWords(surveyWords)
  const text = useText()
  const [laneId, setLane] = useState<string>()
  const [tried, setTried] = useState(false)
  const [none, setNone] = useState(false)
  const take = useDeed(takeDoors, { onDone: ({ doors }) => (doors.length > 0 ? onTaken(doors) : setNone(true)) })
  return (
    <Card title={text(wave.title)}>
      <Form
        label={w.take}
        busy={take.isPending}
        error={take.error}
        errors={tried && !laneId ? { lane: w.chooseLane } : {}}
        onSubmit={() => {
          setTried(true)
          setNone(false)
          if (laneId) take.mutate({ params: { waveId: wave.id }, body: { laneId } })
        }}
      >
        <Choice
          label={w.chooseLane}
          name="lane"
          error={tried && !laneId ? w.chooseLane : undefined}
          value={laneId}
          onChange={setLane}
          options={wave.lanes.map(({ id, name, community }) => ({ value: id, label: text(name), hint: text(community) }))}
        />
        {none && <Notice>{w.takenNone}</Notice>}
        <Button type="submit" wide busy={take.isPending}>
          {w.take}
        </Button>
      </Form>
    </Card>
  )
}

function Doors({ wave, round }: { readonly wave: Wave; readonly round: DraftOf<Round> }) {
  const w = useWords(surveyWords)
  const text = useText()
  const waiting = useOutbox().filter(({ operation }) => operation.id === answerSurvey.id || operation.id === noteDoor.id).length
  const { doors, at, sheet } = round.value
  const [noting, setNoting] = useState<string>()
  const set = (id: string, state: FieldDoor['state']): void =>
    round.change((now) => ({ ...now, doors: now.doors.map((door) => (door.id === id ? { ...door, state } : door)) }))
  const note = useMutation({
    networkMode: 'always',
    mutationFn: ({ id, state }: { readonly id: string; readonly state: 'waiting' | 'nonContact' | 'refused' | 'notEligible' }) =>
      file(noteDoor, { params: { doorId: id }, body: { state } }, w.fieldTitle, { opens: '/survey/field' }),
    onSuccess(_, { id, state }) {
      set(id, state)
      setNoting(undefined)
    },
  })
  const open = doors.find(({ id }) => id === at)
  if (open) return <AtDoor wave={wave} door={open} round={round} sheet={sheet} onDone={() => set(open.id, 'answered')} />
  return (
    <>
      <PageHeader title={w.fieldTitle} lead={doors[0] ? w.taken(text(doors[0].lane), doors.length) : w.takenNone} />
      {waiting > 0 && <Notice tone="attention">{w.waitingToSend(waiting)}</Notice>}
      <Notice>{w.fieldRules}</Notice>
      {note.error && <RefusalLine error={note.error} />}
      <Card>
        <CardList>
          {doors.map((door) => (
            <CardItem
              key={door.id}
              title={w.door(door.number)}
              end={<Tag tone={door.state === 'answered' ? 'quiet' : 'attention'}>{w.doorStates[door.state]}</Tag>}
              below={
                door.state !== 'answered' && (
                  <div className={styles.doorActs}>
                    <ButtonRow>
                      {noting !== door.id && (door.state === 'waiting' || door.state === 'nonContact') && (
                        <Button kind="quiet" onPress={() => round.change((now) => ({ ...now, at: door.id, sheet: emptySheet }))}>
                          {w.ask}
                          <span className="unseen">{w.door(door.number)}</span>
                        </Button>
                      )}
                      {door.state !== 'waiting' ? (
                        <Button kind="plain" onPress={() => note.mutate({ id: door.id, state: 'waiting' })}>
                          {w.undo}
                          <span className="unseen">{w.door(door.number)}</span>
                        </Button>
                      ) : noting === door.id ? (
                        (['nonContact', 'refused', 'notEligible'] as const).map((state) => (
                          <Button key={state} kind="quiet" onPress={() => note.mutate({ id: door.id, state })}>
                            {w.doorStates[state]}
                            <span className="unseen">{w.door(door.number)}</span>
                          </Button>
                        ))
                      ) : (
                        <Button kind="plain" onPress={() => setNoting(door.id)}>
                          {w.noteLabel}
                          <span className="unseen">{w.door(door.number)}</span>
                        </Button>
                      )}
                    </ButtonRow>
                  </div>
                )
              }
            />
          ))}
        </CardList>
      </Card>
      <div className={styles.acts}>
        <Button kind="quiet" onPress={() => round.change(noRound)}>
          {w.takeNew}
        </Button>
      </div>
    </>
  )
}

/** One door: the same questions as on a phone, sent in under the door's own code and by nobody. */
function AtDoor({
  wave,
  door,
  round,
  sheet,
  onDone,
}: {
  readonly wave: Wave
  readonly door: FieldDoor
  readonly round: DraftOf<Round>
  readonly sheet: Sheet
  readonly onDone: () => void
}) {
  const w = useWords(surveyWords)
  const asked: Asked = { waveId: wave.id, title: wave.title, closesOn: wave.closesOn, content: wave.content }
  const leave = (): void => round.change((now) => ({ ...now, at: null, sheet: emptySheet }))
  const send = useMutation({
    networkMode: 'always',
    mutationFn: (filled: Pick<Sheet, 'answers'> & { readonly group: NonNullable<Sheet['group']> }) =>
      file(answerSurvey, { body: { code: door.code, ...filled }, idempotencyKey: newId() }, w.title, { opens: '/survey/field' }),
    onSuccess() {
      onDone()
      leave()
    },
  })
  return (
    <>
      <ButtonRow>
        <Button kind="plain" icon="back" onPress={leave}>
          {w.backToDoors}
        </Button>
      </ButtonRow>
      <Questions
        asked={asked}
        sheet={sheet}
        onChange={(next) => round.change((now) => ({ ...now, sheet: next }))}
        onSend={(filled) => send.mutate(filled)}
        busy={send.isPending}
        error={send.error}
      />
    </>
  )
}
