import { leftMs, quorumOf, timeByPerson } from '@ronghe/floor'
import { useEffect, useState } from 'react'
import { useShortcut } from '../../../platform/keyboard/shortcuts.ts'
import { useText } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Refusal, RefusalLine } from '../../../ui/Refusal.tsx'
import { hallAddress } from './addresses.ts'
import { type Act, actsFor } from './console-acts.ts'
import { CountForm } from './CountForm.tsx'
import styles from './floor.module.css'
import { stageOf, useNaming } from './naming.ts'
import { BenchTimes, LineState, Queue, QuorumWords, ResultView, TurnClock } from './parts.tsx'
import { SeatTable } from './SeatTable.tsx'
import { type Floor, useFloor, useMoment } from './use-floor.ts'
import { WordsDialog } from './WordsDialog.tsx'

/** Whoever presides, and the clerk beside: what comes now with its key, who is next and why, every seat. */
export function Console() {
  const { floor, error, again } = useFloor(useParam('meetingId'))
  if (!floor) return error ? <Refusal error={error} again={again} wholePage /> : <Loading />
  return <Table floor={floor} />
}

function Table({ floor }: { readonly floor: Floor }) {
  const { read, state, line, waiting, refusal, offset, say } = floor
  const { w, name, title, question, happened } = useNaming(state)
  const text = useText()
  const { item, vote, lastResult } = state
  const me = { id: read.me.delegateId, clerk: read.me.clerk }
  const [asked, setAsked] = useState<Act['ask']>()
  const turn = item?.motion?.speaking ?? null
  const at = useMoment(offset, turn?.runningSince != null)
  const acts = actsFor(state, read, me, w, name)
  const do_ = (act: Act): void => (act.command ? say(act.command) : setAsked(act.ask))

  // Somebody has to say the time when a turn is over; whoever presides or keeps the list does.
  const over = turn !== null && turn.runningSince !== null && leftMs(turn, at) <= 0
  const told = turn?.runningSince
  useEffect(() => {
    if (over) say({ kind: 'tick' })
    // oxlint-disable-next-line exhaustive-deps -- once for each turn
  }, [over, told])

  const point = state.points[0]
  const total = quorumOf(state).find(({ bench }) => bench === null)
  return (
    <div className={styles.stack}>
      <PageHeader
        title={`${text(read.meeting.council)} ${w.title(read.meeting.number)}`}
        above={`${w.console} · ${read.meeting.kind === 'practice' ? w.practice : w.phases[state.phase]}`}
        beside={
          <ButtonRow>
            <LinkButton kind="quiet" href={hallAddress(`/meeting/${read.meeting.id}`)}>
              {w.toHall}
            </LinkButton>
          </ButtonRow>
        }
      />
      <div className={styles.head}>
        <LineState line={line} waiting={waiting} />
        {state.phase !== 'before' && (
          <div>
            <QuorumWords state={state} />
          </div>
        )}
      </div>
      {refusal !== undefined && <RefusalLine error={refusal} />}
      {acts.map((act) => (
        <Key key={`${act.key}${act.label}`} act={act} run={() => do_(act)} />
      ))}
      <div className={styles.console}>
        <div className={styles.stack}>
          <Card title={item ? title(item.title) : state.phase === 'open' ? w.noItem : w.phases[state.phase]}>
            {item && (
              <p className="muted">
                {w.stages[stageOf(state)]} · {w.presiding(name(state.presidingId))}
              </p>
            )}
            {state.phase === 'before' && (
              <p>
                {w.openLead(
                  read.delegates.filter(({ present }) => present).length,
                  total?.needs ?? Math.ceil((read.delegates.length * 2) / 3),
                )}
              </p>
            )}
            {state.points.map((one) => (
              <Notice key={one.id} tone="attention" title={w.rule(name(one.delegateId), w.points[one.kind])} />
            ))}
            {vote && (
              <p className={styles.verdict}>
                {w.voteOn(question(vote.question))} · {w.ways[vote.way]}
              </p>
            )}
            {item?.motion && !vote && !point && <TurnClock state={state} at={at} />}
            {item?.motion && state.rules?.kinds[item.motion.kind]?.secret && !vote && (
              <p className="muted">{read.agenda.find(({ id }) => id === item.id)?.ballotId ? '' : w.noBallot}</p>
            )}
            <h3 className="unseen">{w.nowDo}</h3>
            <div className={styles.acts}>
              {acts.map((act) => (
                <Button key={`${act.key}${act.label}`} kind={act.main ? 'main' : 'quiet'} onPress={() => do_(act)}>
                  {act.label}
                  <kbd>{act.key.toUpperCase()}</kbd>
                </Button>
              ))}
            </div>
          </Card>
          {vote && (me.clerk || state.presidingId === me.id) && <CountForm floor={floor} />}
          {lastResult && !vote && (
            <Card>
              <ResultView state={state} result={lastResult} />
            </Card>
          )}
          <SeatTable floor={floor} at={at} />
        </div>
        <div className={styles.stack}>
          {item?.motion && (
            <Card title={w.next}>
              <Queue state={state} most={13} />
            </Card>
          )}
          {item?.motion && (
            <Card title={w.timeOnMotion}>
              <BenchTimes state={state} at={at} />
              <p className="muted">{w.silent(timeByPerson(state).filter(({ turns, bench }) => turns === 0 && bench !== null).length)}</p>
            </Card>
          )}
          <Card title={w.happened}>
            <ol className={styles.log}>
              {floor.recent.map((event) => (
                <li key={event.number}>
                  <time dateTime={event.at}>{event.number}</time>
                  <span>{happened(event)}</span>
                </li>
              ))}
            </ol>
          </Card>
          <Card title={w.agenda}>
            <ol className={styles.numbered}>
              {read.agenda.map((one) => {
                const closed = state.closed.find(({ id }) => id === one.id)
                return (
                  <li key={one.id}>
                    {text(one.title)}
                    {closed && <span className="muted"> · {w.outcomes[closed.outcome]}</span>}
                  </li>
                )
              })}
            </ol>
          </Card>
        </div>
      </div>
      <WordsDialog
        title={w.adjourn}
        label={w.adjournWhy}
        doLabel={w.adjournDo}
        open={asked === 'adjourn'}
        onClose={() => setAsked(undefined)}
        onSay={(because) => say({ kind: 'adjourn', because })}
      />
      <WordsDialog
        title={w.abandonVote}
        label={w.abandonWhy}
        doLabel={w.abandonVote}
        open={asked === 'abandon'}
        onClose={() => setAsked(undefined)}
        onSay={(because) => say({ kind: 'abandonVote', because })}
      />
      <Dialog title={w.closeMeeting} open={asked === 'close'} onClose={() => setAsked(undefined)}>
        <p>{w.closeAsk}</p>
        <ButtonRow>
          <Button
            kind="careful"
            onPress={() => {
              say({ kind: 'close' })
              setAsked(undefined)
            }}
          >
            {w.closeYes}
          </Button>
        </ButtonRow>
      </Dialog>
      <OpenOther floor={floor} open={asked === 'openOther'} onClose={() => setAsked(undefined)} />
      <Interruption floor={floor} open={asked === 'interruption'} onClose={() => setAsked(undefined)} />
    </div>
  )
}

function Key({ act, run }: { readonly act: Act; readonly run: () => void }) {
  useShortcut(act.key, act.label, run)
  return null
}

/** Out of order, with the reason that stands in the minutes. */
function OpenOther({
  floor: { state, say },
  open,
  onClose,
}: {
  readonly floor: Floor
  readonly open: boolean
  readonly onClose: () => void
}) {
  const { w, title } = useNaming(state)
  const [itemId, setItemId] = useState<string>()
  const [because, setBecause] = useState('')
  const done = new Set(state.closed.map(({ id }) => id))
  return (
    <Dialog title={w.openOther} open={open} onClose={onClose}>
      <Choice
        label={w.openOtherWhich}
        value={itemId}
        onChange={setItemId}
        options={state.agenda.filter(({ id }) => !done.has(id)).map((one) => ({ value: one.id, label: title(one.title) }))}
      />
      <Field label={w.openOtherWhy}>
        <TextInput value={because} onChange={setBecause} maxLength={200} />
      </Field>
      <ButtonRow>
        <Button
          onPress={() => {
            if (itemId === undefined || because.trim() === '') return
            say({ kind: 'openItem', itemId, because: because.trim() })
            onClose()
          }}
        >
          {w.openOtherDo}
        </Button>
      </ButtonRow>
    </Dialog>
  )
}

function Interruption({
  floor: { state, say },
  open,
  onClose,
}: {
  readonly floor: Floor
  readonly open: boolean
  readonly onClose: () => void
}) {
  const { w, name } = useNaming(state)
  const [who, setWho] = useState('somebody')
  const speaker = state.item?.motion?.speaking?.delegateId
  return (
    <Dialog title={w.interruption} open={open} onClose={onClose}>
      <Choice
        label={w.interruptionBy}
        value={who}
        onChange={setWho}
        options={[
          { value: 'somebody', label: w.interruptionSomebody },
          ...state.delegates
            .filter(({ id }) => id !== speaker && state.present.includes(id))
            .map(({ id }) => ({ value: id, label: name(id) })),
        ]}
      />
      <ButtonRow>
        <Button
          onPress={() => {
            say({ kind: 'noteInterruption', delegateId: who === 'somebody' ? null : who })
            onClose()
          }}
        >
          {w.interruptionDo}
        </Button>
      </ButtonRow>
    </Dialog>
  )
}
