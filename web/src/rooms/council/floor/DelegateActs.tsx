import type { FloorAsk } from '@ronghe/contract/council/floor.ts'
import { hasInterest, leftMs, pointKinds, turnsOf, votersOn, whoIsNext, type PointKind, type Stance } from '@ronghe/floor'
import { useState } from 'react'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Dialog, Sheet } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { CountForm } from './CountForm.tsx'
import styles from './floor.module.css'
import { asClock, useNaming } from './naming.ts'
import { type Floor, useMoment } from './use-floor.ts'
import { WordsDialog } from './WordsDialog.tsx'

type Opened = 'point' | 'interest' | 'about' | 'amend' | 'propose' | 'leave' | undefined

/** What I may do now, the most urgent first: speak, vote, ask. */
export function DelegateActs({ floor, me }: { readonly floor: Floor; readonly me: string }) {
  const { read, state, mark, offset, say } = floor
  const { w, span, why, question } = useNaming(state)
  const { item, vote, rules } = state
  const motion = item?.motion
  const [opened, setOpened] = useState<Opened>()
  const mySpeech = motion?.speaking?.delegateId === me ? motion.speaking : null
  const at = useMoment(offset, mySpeech !== null)
  if (!state.present.includes(me))
    return (
      <EmptyState
        title={w.notSignedIn}
        next={
          <LinkButton to="/council/meetings/$meetingId/sign-in" params={{ meetingId: read.meeting.id }}>
            {w.signIn}
          </LinkButton>
        }
      >
        {w.notSignedInNext}
      </EmptyState>
    )
  if (state.presidingId === me && !vote) return <More floor={floor} me={me} opened={opened} setOpened={setOpened} />
  const aside = hasInterest(state, me)
  const queue = whoIsNext(state)
  const place = queue.findIndex(({ delegateId }) => delegateId === me)
  const turnsLeft = motion && rules ? Math.max(0, rules.floor.turns - turnsOf(state, me)) : 0
  const seconded = !rules?.floor.secondRequired || motion?.secondedById != null
  const asked = motion?.speeches.some(({ stance }) => stance === 'question') || motion?.speaking?.stance === 'question'
  const stances: readonly Stance[] = aside ? (asked ? ['answer'] : []) : ['for', 'against', 'question']
  const mayVote = vote !== null && votersOn(state, vote.question).includes(me)
  const amendment = motion?.amendments.find((one) => one.state === 'open' && one.secondedById === null && one.moverId !== me)
  return (
    <>
      {aside && <Notice title={w.interestMine} />}
      {mySpeech && (
        <Card title={w.myTurnNow} className={styles.mine}>
          <p className={styles.verdict} role="timer">
            {w.myLeft(asClock(leftMs(mySpeech, at)))}
          </p>
          {mySpeech.interpretingSince !== null && <p className="muted">{w.heldInterpreting}</p>}
          <div className={styles.big}>
            <Button wide onPress={() => say({ kind: 'endSpeech' })}>
              {w.endMine}
            </Button>
            <Button kind="quiet" wide onPress={() => say({ kind: 'interpret', on: mySpeech.interpretingSince === null })}>
              {mySpeech.interpretingSince === null ? w.interpretOn : w.interpretOff}
            </Button>
          </div>
        </Card>
      )}
      {vote?.way === 'rollCall' && !vote.tie && (
        <Card title={w.voteTitle} className={styles.mine}>
          <p>{question(vote.question)}</p>
          {mayVote ? (
            <>
              <div className={styles.big}>
                {(['for', 'against', 'abstain'] as const).map((one) => (
                  <Button
                    key={one}
                    wide
                    kind={mark === one ? 'main' : 'quiet'}
                    pressed={mark === one}
                    onPress={() => say({ kind: 'castVote', delegateId: me, mark: one })}
                  >
                    {w.vote[one]}
                  </Button>
                ))}
              </div>
              <p role="status">{mark === null ? '' : w.myMark(w.marks[mark])}</p>
              <p className="muted small">{w.voteHint}</p>
            </>
          ) : (
            <p>{aside ? w.notMyVoteInterest : w.notMyVote}</p>
          )}
        </Card>
      )}
      {vote?.way === 'paper' && !vote.tie && <CountForm floor={floor} />}
      {vote?.way === 'secret' && (
        <Card title={w.ways.secret}>
          <p>{w.secretWaits}</p>
          {vote.ballotId !== null && mayVote && (
            <LinkButton to="/council/$councilId/ballots/$ballotId" params={{ councilId: read.meeting.councilId, ballotId: vote.ballotId }}>
              {w.ballotOpen}
            </LinkButton>
          )}
        </Card>
      )}
      {motion && !vote && motion.moverId === null && !aside && (
        <div className={styles.big}>
          <Button wide onPress={() => say({ kind: 'move', delegateId: me })}>
            {w.moveMotion}
          </Button>
        </div>
      )}
      {motion?.moverId != null && !seconded && (
        <div className={styles.big}>
          {motion.moverId === me ? (
            <Button wide kind="quiet" onPress={() => say({ kind: 'withdrawMotion', delegateId: me })}>
              {w.withdrawMotion}
            </Button>
          ) : (
            !aside && (
              <Button wide onPress={() => say({ kind: 'second', delegateId: me, amendmentId: null })}>
                {w.secondMotion}
              </Button>
            )
          )}
        </div>
      )}
      {amendment && !aside && !vote && (
        <Button wide kind="quiet" onPress={() => say({ kind: 'second', delegateId: me, amendmentId: amendment.id })}>
          {w.secondAmendment(amendment.number)}
        </Button>
      )}
      {motion && motion.moverId !== null && seconded && motion.debate === 'open' && !vote && !mySpeech && (
        <Card title={place >= 0 ? w.mine : w.askTitle} className={styles.mine}>
          {place >= 0 ? (
            <>
              <p className={styles.verdict}>{w.myPlace(place + 1)}</p>
              <p className="muted">{why(queue[place]!.because)}</p>
              <Button kind="quiet" wide onPress={() => say({ kind: 'withdrawAsk', delegateId: me })}>
                {w.withdrawAsk}
              </Button>
            </>
          ) : (
            <>
              <p className="muted">{w.turnsLeft(turnsLeft, span((rules?.floor.secondsPerTurn ?? 0) * 1000))}</p>
              {turnsLeft > 0 && stances.length > 0 && (
                <>
                  <p className="extra">{w.askHint}</p>
                  <div className={styles.big}>
                    {stances.map((stance) => (
                      <Button key={stance} wide kind="quiet" onPress={() => say({ kind: 'ask', delegateId: me, stance })}>
                        {w.ask[stance]}
                      </Button>
                    ))}
                  </div>
                </>
              )}
            </>
          )}
        </Card>
      )}
      <More floor={floor} me={me} opened={opened} setOpened={setOpened} />
    </>
  )
}

/** Points of order, standing aside, amendments, proposals, leaving. */
function More({
  floor: { read, state, say },
  me,
  opened,
  setOpened,
}: {
  readonly floor: Floor
  readonly me: string
  readonly opened: Opened
  readonly setOpened: (opened: Opened) => void
}) {
  const { w, name } = useNaming(state)
  const [about, setAbout] = useState<string>()
  const [step, setStep] = useState<'postpone' | 'refer'>()
  const { item, vote, ruling } = state
  const motion = item?.motion
  const presides = state.presidingId === me
  const done = (command: FloorAsk) => () => {
    say(command)
    setOpened(undefined)
  }
  const amendments = (read.agenda.find(({ id }) => id === item?.id)?.amendments ?? []).filter(
    ({ id }) => !motion?.amendments.some((one) => one.id === id),
  )
  const aside = hasInterest(state, me)
  const debates = motion?.moverId != null && motion.debate === 'open' && !vote && !aside && !presides
  return (
    <>
      {state.points.some(({ delegateId }) => delegateId === me) && <Notice title={w.pointWaits} />}
      <ButtonRow>
        {!vote && !presides && (
          <Button kind="quiet" onPress={() => setOpened('point')}>
            {w.pointTitle}
          </Button>
        )}
        {ruling && !ruling.appealed && ruling.kind !== 'quorum' && !presides && !vote && (
          <Button kind="quiet" onPress={() => say({ kind: 'appeal', delegateId: me, pointId: ruling.id })}>
            {w.appealRuling}
          </Button>
        )}
        {item && !aside && (
          <Button kind="quiet" onPress={() => setOpened('interest')}>
            {w.interestTitle}
          </Button>
        )}
        {item && !vote && state.rules?.interestRaisedByAnyDelegate && (
          <Button kind="plain" onPress={() => setOpened('about')}>
            {w.interestAbout}
          </Button>
        )}
        {debates && amendments.length > 0 && (
          <Button kind="plain" onPress={() => setOpened('amend')}>
            {w.amendTitle}
          </Button>
        )}
        {debates && (
          <Button kind="plain" onPress={() => setOpened('propose')}>
            {w.proposeTitle}
          </Button>
        )}
        <Button kind="plain" onPress={() => setOpened('leave')}>
          {w.leave}
        </Button>
      </ButtonRow>
      <Sheet title={w.pointTitle} open={opened === 'point'} onClose={() => setOpened(undefined)}>
        <p>{w.pointHint}</p>
        <div className={styles.big}>
          {pointKinds.map((point: PointKind) => (
            <Button key={point} kind="quiet" wide onPress={done({ kind: 'raisePoint', delegateId: me, point })}>
              {w.points[point]}
            </Button>
          ))}
        </div>
      </Sheet>
      <Dialog title={w.interestTitle} open={opened === 'interest'} onClose={() => setOpened(undefined)}>
        <p>{w.interestAsk}</p>
        <ButtonRow>
          <Button kind="careful" onPress={done({ kind: 'declareInterest', delegateId: me })}>
            {w.interestYes}
          </Button>
        </ButtonRow>
      </Dialog>
      <Dialog title={w.interestAbout} open={opened === 'about'} onClose={() => setOpened(undefined)}>
        <Choice
          label={w.interestAboutWho}
          value={about}
          onChange={setAbout}
          options={state.delegates
            .filter(({ id }) => id !== me && !hasInterest(state, id))
            .map(({ id }) => ({ value: id, label: name(id) }))}
        />
        <ButtonRow>
          <Button onPress={() => about !== undefined && done({ kind: 'raiseInterest', delegateId: me, about })()}>{w.interestRaise}</Button>
        </ButtonRow>
      </Dialog>
      <Dialog title={w.amendTitle} open={opened === 'amend'} onClose={() => setOpened(undefined)}>
        <div className={styles.big}>
          {amendments.map(({ id, number, fromLine, toLine, lines }) => (
            <Card key={id}>
              <p>
                <strong>{w.amendNumber(number, fromLine, toLine)}</strong>
              </p>
              <p>{lines.join(' ')}</p>
              <Button kind="quiet" onPress={done({ kind: 'moveAmendment', delegateId: me, amendmentId: id })}>
                {w.amendTitle}
              </Button>
            </Card>
          ))}
        </div>
      </Dialog>
      <Dialog title={w.proposeTitle} open={opened === 'propose'} onClose={() => setOpened(undefined)}>
        <div className={styles.big}>
          <Button kind="quiet" wide onPress={() => setStep('postpone')}>
            {w.proposePostpone}
          </Button>
          <Button kind="quiet" wide onPress={() => setStep('refer')}>
            {w.proposeRefer}
          </Button>
        </div>
      </Dialog>
      <WordsDialog
        title={step === 'refer' ? w.proposeRefer : w.proposePostpone}
        label={w.proposeWords[step ?? 'postpone']}
        doLabel={w.propose}
        open={step !== undefined}
        onClose={() => setStep(undefined)}
        onSay={(words) => {
          say({ kind: 'propose', delegateId: me, step: step!, words })
          setOpened(undefined)
        }}
      />
      <Dialog title={w.leave} open={opened === 'leave'} onClose={() => setOpened(undefined)}>
        <p>{w.leaveAsk}</p>
        <ButtonRow>
          <Button kind="careful" onPress={done({ kind: 'leave', delegateId: me })}>
            {w.leaveYes}
          </Button>
        </ButtonRow>
      </Dialog>
    </>
  )
}
