import { useParam } from '../../../platform/params.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Refusal, RefusalLine } from '../../../ui/Refusal.tsx'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { DelegateActs } from './DelegateActs.tsx'
import styles from './floor.module.css'
import { deskAddress } from './addresses.ts'
import { LineState } from './parts.tsx'
import { Standing } from './Standing.tsx'
import { type Floor, useFloor } from './use-floor.ts'
import { floorWords } from './words/words.ts'

/** A running meeting on a phone: for a delegate with everything that may be done now, for everybody else to look on. */
export function FloorPage() {
  const w = useWords(floorWords)
  const { floor, error, again } = useFloor(useParam('meetingId'))
  if (!floor) return error ? <Refusal error={error} again={again} wholePage /> : <Loading>{w.loading}</Loading>
  return <Meeting floor={floor} />
}

function Meeting({ floor }: { readonly floor: Floor }) {
  const w = useWords(floorWords)
  const text = useText()
  const { read, state, line, waiting, refusal } = floor
  const { meeting, me } = read
  const sits = me.delegateId !== null
  return (
    <div className={styles.stack}>
      <PageHeader
        title={`${text(meeting.council)} ${w.title(meeting.number)}`}
        above={meeting.kind === 'practice' ? w.practice : w.phases[state.phase]}
        back={{ to: '/council/meetings/$meetingId', params: { meetingId: meeting.id }, label: w.toMeeting }}
        {...(!sits && { lead: w.followLead })}
      />
      <LineState line={line} waiting={waiting} />
      {sits && refusal !== undefined && <RefusalLine error={refusal} />}
      {sits && state.presidingId === me.delegateId && state.phase !== 'closed' && (
        <Notice title={w.iPreside}>
          <LinkButton kind="quiet" href={deskAddress(`/council/meetings/${meeting.id}/floor`)}>
            {w.toConsole}
          </LinkButton>
        </Notice>
      )}
      {state.phase === 'before' && <EmptyState title={w.waitTitle}>{w.waitNext}</EmptyState>}
      {state.phase === 'closed' && <EmptyState title={w.overTitle}>{w.overNext}</EmptyState>}
      {sits && state.phase === 'open' && <DelegateActs floor={floor} me={me.delegateId!} />}
      <Standing floor={floor} />
    </div>
  )
}
