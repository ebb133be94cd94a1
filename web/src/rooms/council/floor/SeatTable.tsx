import type { FloorAsk } from '@ronghe/contract/council/floor.ts'
import { signIn } from '@ronghe/contract/council/meetings.ts'
import { hasInterest, pointKinds, timeByPerson, votersOn, type Delegate, type PointKind } from '@ronghe/floor'
import { useState } from 'react'
import { call } from '../../../api.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import styles from './floor.module.css'
import { useNaming } from './naming.ts'
import { BenchTag } from './parts.tsx'
import type { Floor } from './use-floor.ts'

/** Every seat in its order, never sorted by who speaks most; beside it what the clerk enters for those without a device. */
export function SeatTable({ floor, at }: { readonly floor: Floor; readonly at: string }) {
  const { read, state, say } = floor
  const { w, name, span } = useNaming(state)
  const [hand, setHand] = useState<string>()
  const [error, setError] = useState<unknown>()
  const [entered, setEntered] = useState<Readonly<Record<string, boolean>>>({})
  const before = state.phase === 'before'
  const seats: readonly Delegate[] = before ? read.delegates : state.delegates
  const isHere = (id: string): boolean =>
    before ? (entered[id] ?? read.delegates.find((one) => one.id === id)?.present ?? false) : state.present.includes(id)
  const times = new Map(timeByPerson(state, at, 'meeting').map((one) => [one.delegateId, one]))
  const { clerk, delegateId: me } = read.me
  const keeps = clerk || (me !== null && me === state.presidingId)
  const enter = async (id: string, here: boolean): Promise<void> => {
    setError(undefined)
    if (!before) return say(here ? { kind: 'come', delegateId: id } : { kind: 'leave', delegateId: id })
    try {
      await call(signIn, { params: { meetingId: read.meeting.id, personId: id }, body: { here } })
      setEntered((known) => ({ ...known, [id]: here }))
    } catch (failed) {
      setError(failed)
    }
  }
  const stateOf = ({ id }: Delegate): string => {
    const { item, vote, presidingId } = state
    if (!isHere(id)) return w.seatStates.away
    if (item?.motion?.speaking?.delegateId === id) return w.seatStates.speaking
    if (item?.motion?.waiting.some((request) => request.delegateId === id)) return w.seatStates.waiting
    if (hasInterest(state, id)) return w.seatStates.interest
    if (presidingId === id) return w.seatStates.presiding
    if (vote && id in vote.marks) return w.seatStates.voted
    return ''
  }
  return (
    <Card title={w.seats}>
      {error !== undefined && <RefusalLine error={error} />}
      <div className={styles.scroll}>
        <table className={styles.seats}>
          <thead>
            <tr>
              <th scope="col">{w.name}</th>
              <th scope="col">{w.turns}</th>
              <th scope="col">{w.spoke}</th>
              <th scope="col">{w.state}</th>
              {keeps && <th scope="col">{w.actions}</th>}
            </tr>
          </thead>
          <tbody>
            {seats.map((seat) => (
              <tr key={seat.id} className={classNames(!isHere(seat.id) && styles.away)}>
                <td>
                  {before ? seat.name : name(seat.id)}{' '}
                  <BenchTag bench={seat.bench} {...(Object.values(state.deputies).includes(seat.id) && { more: w.deputy })} />
                </td>
                <td>{times.get(seat.id)?.turns ?? 0}</td>
                <td>{span(times.get(seat.id)?.ms ?? 0)}</td>
                <td>{stateOf(seat)}</td>
                {keeps && (
                  <td>
                    <div className={styles.marks}>
                      <Button kind="plain" onPress={() => void enter(seat.id, !isHere(seat.id))}>
                        {isHere(seat.id) ? w.leaves : w.comes}
                      </Button>
                      {clerk && isHere(seat.id) && state.phase === 'open' && (
                        <Button kind="plain" onPress={() => setHand(seat.id)}>
                          {w.handFor}
                        </Button>
                      )}
                    </div>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <RaisedHand floor={floor} delegateId={hand} onClose={() => setHand(undefined)} />
    </Card>
  )
}

/** What a raised hand may mean now; the clerk enters it as it was said. */
function RaisedHand({
  floor: { state, say },
  delegateId,
  onClose,
}: {
  readonly floor: Floor
  readonly delegateId: string | undefined
  readonly onClose: () => void
}) {
  const { w, name } = useNaming(state)
  const { item, vote } = state
  const motion = item?.motion
  const id = delegateId ?? ''
  const choices: (readonly [string, FloorAsk])[] = []
  if (vote?.way === 'rollCall' && !vote.tie && votersOn(state, vote.question).includes(id))
    for (const mark of ['for', 'against', 'abstain'] as const) choices.push([w.vote[mark], { kind: 'castVote', delegateId: id, mark }])
  else if (motion && !vote) {
    if (motion.speaking?.delegateId === id) choices.push([w.handEnd, { kind: 'endSpeech' }])
    else if (motion.moverId === null) choices.push([w.handMove, { kind: 'move', delegateId: id }])
    else if (state.rules?.floor.secondRequired && motion.secondedById === null)
      choices.push([w.handSecond, { kind: 'second', delegateId: id, amendmentId: null }])
    else if (motion.waiting.some((request) => request.delegateId === id))
      choices.push([w.withdrawAsk, { kind: 'withdrawAsk', delegateId: id }])
    else
      for (const stance of ['for', 'against', 'question', 'answer'] as const)
        choices.push([w.stances[stance], { kind: 'ask', delegateId: id, stance }])
  }
  if (item && !hasInterest(state, id)) choices.push([w.handInterest, { kind: 'declareInterest', delegateId: id }])
  if (!vote)
    for (const point of pointKinds as readonly PointKind[])
      choices.push([w.handPoint(w.points[point]), { kind: 'raisePoint', delegateId: id, point }])
  const seat = state.delegates.find((one) => one.id === id)
  if (seat?.bench && state.deputies[seat.bench] !== id) choices.push([w.nameDeputy, { kind: 'nameDeputy', delegateId: id }])
  return (
    <Dialog title={w.handWhat(name(id))} open={delegateId !== undefined} onClose={onClose}>
      <div className={styles.acts}>
        {choices.map(([label, command]) => (
          <Button
            key={label}
            kind="quiet"
            onPress={() => {
              say(command)
              onClose()
            }}
          >
            {label}
          </Button>
        ))}
      </div>
    </Dialog>
  )
}
