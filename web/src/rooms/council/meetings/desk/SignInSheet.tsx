import { type Invitation, listInvitations, type MeetingPage, readMeeting } from '@ronghe/contract/council/meetings.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { useParam } from '../../../../platform/params.ts'
import { reading } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { useGroupName } from '../../../../ui/GroupPair.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { PrintSheet } from '../../../../ui/PrintSheet.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { residentAddress } from '../address.ts'
import { useMeetingName } from '../meeting-words.ts'
import styles from '../meetings.module.css'
import { meetingWords } from '../words/words.ts'

/** The roster with room to sign, for the table at the door. */
export function SignInSheet() {
  const w = useWords(meetingWords)
  const meetingId = useParam('meetingId')
  const meeting = useQuery(reading(readMeeting, { params: { meetingId } }))
  const list = useQuery(reading(listInvitations, { params: { meetingId } }))
  return (
    <>
      <div className="screen-only">
        <PageHeader title={w.sheetTitle} back={{ to: '/council/meetings/$meetingId', params: { meetingId }, label: w.back }} />
        <ButtonRow>
          <Button icon="print" onPress={() => print()}>
            {w.print}
          </Button>
        </ButtonRow>
      </div>
      <Shown read={meeting}>{(page) => <Shown read={list}>{({ items }) => <Sheet meeting={page} delegates={items} />}</Shown>}</Shown>
    </>
  )
}

function Sheet({ meeting, delegates }: { readonly meeting: MeetingPage; readonly delegates: readonly Invitation[] }) {
  const w = useWords(meetingWords)
  const groupName = useGroupName()
  const { name, when } = useMeetingName()
  const [printedAt] = useState(() => new Date().toISOString())
  const seats = {
    chair: w.chair,
    newcomers: groupName('newcomer'),
    locals: groupName('local'),
    substitute: w.substitute,
  }
  return (
    <PrintSheet
      title={`${name(meeting)} · ${w.sheetTitle}`}
      number={`${when(meeting)} · ${meeting.place}`}
      printedAt={printedAt}
      address={residentAddress(`/council/meetings/${meeting.id}`)}
    >
      <table className={styles.signTable}>
        <caption className="unseen">{w.roster}</caption>
        <thead>
          <tr>
            {[w.seatAs, w.name, w.sheetTime, w.sheetSign].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {delegates.map(({ personId, name: delegate, seatAs }) => (
            <tr key={personId}>
              <td>{seats[seatAs]}</td>
              <td>{delegate}</td>
              <td aria-label={w.sheetTime} />
              <td aria-label={w.sheetSign} />
            </tr>
          ))}
        </tbody>
      </table>
    </PrintSheet>
  )
}
