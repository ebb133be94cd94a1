import { type MeetingPage as Page, readMeeting } from '@ronghe/contract/council/meetings.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { residentAddress } from './address.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { AttendanceTable } from './AttendanceTable.tsx'
import { toneOf, useMeetingName } from './meeting-words.ts'
import styles from './meetings.module.css'
import { Quorum } from './Quorum.tsx'
import { meetingWords } from './words/words.ts'

/** One meeting for everybody; whoever was invited answers here. */
export function MeetingPage() {
  const meetingId = useParam('meetingId')
  const read = useQuery({ ...reading(readMeeting, { params: { meetingId } }), refetchInterval: 20_000 })
  return <Shown read={read}>{(meeting) => <Whole key={meeting.id} meeting={meeting} />}</Shown>
}

function Whole({ meeting }: { readonly meeting: Page }) {
  const w = useWords(meetingWords)
  const format = useFormat()
  const { name, when } = useMeetingName()
  const params = { meetingId: meeting.id }
  return (
    <>
      <PageHeader
        title={name(meeting)}
        above={w.kinds[meeting.kind]}
        beside={<Tag tone={toneOf(meeting.state)}>{w.states[meeting.state]}</Tag>}
        back={{ to: '/council/$councilId/meetings', params: { councilId: meeting.councilId }, label: w.toList }}
      />
      {meeting.kind === 'practice' && <Notice tone="attention">{w.practiceNotice}</Notice>}
      {meeting.cancelledBecause !== null && (
        <Notice tone="attention" title={w.cancelledTitle}>
          {meeting.cancelledBecause}
        </Notice>
      )}
      <Card>
        <Facts
          facts={[
            [w.when, when(meeting)],
            [w.where, meeting.place],
            [w.childcare, meeting.childcare ? w.childcareYes : w.childcareNo],
            [
              w.interpreters,
              meeting.interpreters.length > 0 ? format.list(meeting.interpreters.map((one) => w.interpreting[one])) : w.interpretersNone,
            ],
          ]}
        />
        <ButtonRow>
          <LinkButton kind="quiet" icon="calendar" href={residentAddress(`/api/v1/meetings/${meeting.id}/calendar.ics`)}>
            {w.addToCalendar}
          </LinkButton>
          {meeting.state !== 'cancelled' && (
            <LinkButton kind="quiet" to="/council/meetings/$meetingId/agenda" params={params}>
              {w.toAgenda}
            </LinkButton>
          )}
          {meeting.state === 'open' && (
            <LinkButton kind="quiet" to="/council/meetings/$meetingId/floor" params={params}>
              {w.toFloor}
            </LinkButton>
          )}
          {meeting.minutes !== null && (
            <LinkButton kind="quiet" to="/council/meetings/$meetingId/minutes" params={params}>
              {w.toMinutes}
            </LinkButton>
          )}
        </ButtonRow>
      </Card>
      {meeting.mine?.present ? (
        <Notice title={w.signedIn} />
      ) : (
        meeting.may.includes('signIn') &&
        meeting.mine?.answer !== 'excused' && (
          <div className={styles.block}>
            <LinkButton wide to="/council/meetings/$meetingId/sign-in" params={params}>
              {w.signInLink}
            </LinkButton>
          </div>
        )
      )}
      {meeting.mine && meeting.may.includes('answer') && <AnswerForm meeting={meeting} mine={meeting.mine} />}
      {meeting.may.includes('letter') && (
        <div className={styles.block}>
          <LinkButton kind="quiet" icon="print" to="/council/meetings/$meetingId/letter" params={params}>
            {w.letterLink}
          </LinkButton>
        </div>
      )}
      {meeting.quorum && (
        <Card title={w.quorumTitle}>
          <Quorum quorum={meeting.quorum} />
        </Card>
      )}
      {meeting.attendance.length > 0 && <AttendanceTable attendance={meeting.attendance} />}
      {meeting.minutes === null && meeting.attendance.length > 0 && <p className="muted">{w.minutesNone}</p>}
    </>
  )
}
