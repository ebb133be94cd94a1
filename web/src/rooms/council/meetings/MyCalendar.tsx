import { makeCalendarFeed, readCalendarFeed, revokeCalendarFeed } from '@ronghe/contract/council/meeting-polls.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { residentAddress } from './address.ts'
import { dayOf } from './meeting-words.ts'
import styles from './meetings.module.css'
import { meetingWords } from './words/words.ts'

/** A secret address for the calendar of one's own phone. */
export function MyCalendar() {
  const w = useWords(meetingWords)
  const format = useFormat()
  const councilId = useParam('councilId')
  const read = useQuery(reading(readCalendarFeed))
  const make = useDeed(makeCalendarFeed, { refreshes: [readCalendarFeed] })
  const revoke = useDeed(revokeCalendarFeed, {
    refreshes: [readCalendarFeed],
    onDone: () => {
      make.reset()
      toast(w.calendarRevoked)
    },
  })
  const address = make.data?.path ? residentAddress(make.data.path) : undefined
  return (
    <>
      <PageHeader
        title={w.calendarTitle}
        lead={w.calendarLead}
        back={{ to: '/council/$councilId/meetings', params: { councilId }, label: w.toList }}
      />
      <Shown read={read}>
        {({ since }) => (
          <Card>
            {(make.error ?? revoke.error) && <RefusalLine error={make.error ?? revoke.error} />}
            {address !== undefined && (
              <div role="status">
                <p>{w.calendarOnce}</p>
                <p className={styles.secret}>{address}</p>
                <Button kind="quiet" onPress={() => void navigator.clipboard.writeText(address).then(() => toast(w.copied))}>
                  {w.copy}
                </Button>
              </div>
            )}
            {since !== null && <p className="muted">{w.calendarSince(format.day(dayOf(since)))}</p>}
            <ButtonRow>
              <Button busy={make.isPending} onPress={() => make.mutate({})}>
                {since === null ? w.calendarMake : w.calendarAgain}
              </Button>
              {since !== null && (
                <Button kind="careful" busy={revoke.isPending} onPress={() => revoke.mutate({})}>
                  {w.calendarRevoke}
                </Button>
              )}
            </ButtonRow>
          </Card>
        )}
      </Shown>
    </>
  )
}
