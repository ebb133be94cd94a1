import { type Attendance, listAttendance } from '@ronghe/contract/council/meetings.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useGroupName } from '../../../ui/GroupPair.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Table } from '../../../ui/Table.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from './meetings.module.css'
import { meetingWords } from './words/words.ts'

/** Which bench, with its shape; the chair has none. */
export function BenchTag({ bench }: { readonly bench: 'newcomers' | 'locals' | null }) {
  const w = useWords(meetingWords)
  const groupName = useGroupName()
  if (bench === null) return w.chair
  const group = bench === 'newcomers' ? 'newcomer' : 'local'
  return <Tag tone={group}>{groupName(group)}</Tag>
}

/** Who was at one meeting, in seat order. */
export function AttendanceTable({ attendance }: { readonly attendance: readonly Attendance[] }) {
  const w = useWords(meetingWords)
  const format = useFormat()
  return (
    <div className={styles.block}>
      <Table
        caption={w.attendanceTitle}
        rows={attendance}
        rowKey={({ personId }) => personId}
        columns={[
          { key: 'name', label: w.name, cell: ({ name }) => name ?? w.formerDelegate },
          { key: 'bench', label: w.bench, cell: ({ bench }) => <BenchTag bench={bench} /> },
          { key: 'state', label: w.attendanceState, cell: ({ state }) => w.attendance[state] },
          { key: 'came', label: w.came, cell: ({ cameAt }) => (cameAt ? format.time(cameAt) : '—') },
          { key: 'left', label: w.left, cell: ({ leftAt }) => (leftAt ? format.time(leftAt) : '—') },
        ]}
      />
    </div>
  )
}

/** The past year: never sorted by who was there most. */
export function AttendanceRecord() {
  const w = useWords(meetingWords)
  const format = useFormat()
  const groupName = useGroupName()
  const councilId = useParam('councilId')
  const read = useQuery(reading(listAttendance, { params: { councilId } }))
  return (
    <>
      <PageHeader title={w.attendanceRecordTitle} back={{ to: '/council/$councilId/meetings', params: { councilId }, label: w.toList }} />
      <Shown read={read}>
        {({ meetings, delegates, share, gapPercent, alarmAbovePercent }) =>
          meetings === 0 ? (
            <EmptyState title={w.attendanceNone}>{w.noneToComeNext}</EmptyState>
          ) : (
            <>
              <p className="muted">{w.attendanceRecordLead(meetings)}</p>
              {gapPercent !== null && share.newcomers !== null && share.locals !== null && (
                <Notice tone={gapPercent > alarmAbovePercent ? 'attention' : 'info'}>
                  <p>
                    {w.shareOf(groupName('newcomer'), format.percent(share.newcomers))} ·{' '}
                    {w.shareOf(groupName('local'), format.percent(share.locals))}
                  </p>
                  <p>{w.gap(gapPercent, alarmAbovePercent)}</p>
                </Notice>
              )}
              <div className={styles.block}>
                <Table
                  caption={w.attendanceTitle}
                  rows={delegates}
                  rowKey={({ personId }) => personId}
                  columns={[
                    { key: 'name', label: w.name, cell: ({ name }) => name },
                    { key: 'bench', label: w.bench, cell: ({ bench }) => <BenchTag bench={bench} /> },
                    { key: 'present', label: w.timesPresent, number: true, cell: ({ present }) => format.count(present) },
                    { key: 'excused', label: w.timesExcused, number: true, cell: ({ excused }) => format.count(excused) },
                    { key: 'absent', label: w.timesAbsent, number: true, cell: ({ absent }) => format.count(absent) },
                  ]}
                />
              </div>
            </>
          )
        }
      </Shown>
    </>
  )
}
