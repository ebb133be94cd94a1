import { readSignInCode } from '@ronghe/contract/council/meetings.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useParam, useSearchText } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { useStreetName } from '../../../platform/session/session.tsx'
import { HallLayout } from '../../../shell/HallShell.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { QrCode } from '../../../ui/QrCode.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { residentAddress } from './address.ts'
import { useMeetingName } from './meeting-words.ts'
import styles from './meetings.module.css'
import { Quorum } from './Quorum.tsx'
import { meetingWords } from './words/words.ts'

/** The code of the moment, large enough for the last row, and who is here already. It changes every half minute; nothing blinks. */
export function HallSignIn() {
  const w = useWords(meetingWords)
  const format = useFormat()
  const street = useStreetName()
  const { name } = useMeetingName()
  const meetingId = useParam('meetingId')
  const key = useSearchText('key') ?? ''
  const read = useQuery({ ...reading(readSignInCode, { params: { meetingId }, query: { key } }), refetchInterval: 5_000, staleTime: 0 })
  if (!key || (read.error && !read.data))
    return <HallLayout above={street} title={w.hallTitle} main={<EmptyState title={w.hallKey}>{w.hallKeyNext}</EmptyState>} />
  const { data } = read
  return (
    <HallLayout
      above={street}
      title={data ? `${name(data.meeting)} · ${w.hallTitle}` : w.hallTitle}
      right={data && <p>{w.hallStarts(format.time(data.meeting.startsAt))}</p>}
      main={
        <Shown read={read}>
          {({ code }) => (
            <div className={styles.hallCode}>
              <QrCode text={residentAddress(`/council/meetings/${meetingId}/sign-in?code=${code}`)} label={w.hallLabel(code)} />
              <div className={styles.hallWords}>
                <p>{w.hallScan}</p>
                <p className="muted">{w.hallCode}</p>
                <p className={styles.hallSigns}>{code}</p>
                <p className="muted">{w.hallNoPhone}</p>
              </div>
            </div>
          )}
        </Shown>
      }
      side={
        data && (
          <div className={styles.hallSide}>
            <h2>{w.quorumTitle}</h2>
            <Quorum quorum={data.quorum} />
          </div>
        )
      }
    />
  )
}
