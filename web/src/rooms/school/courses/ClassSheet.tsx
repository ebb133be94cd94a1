import { readClassList } from '@ronghe/contract/school/attendance.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { residentAddress, useCourseWords } from './course-words.ts'
import styles from './courses.module.css'
import { courseWords } from './words/words.ts'

/** The list to sign, on A4; what is on it is entered afterwards and counts the same. */
export function ClassSheet() {
  const w = useWords(courseWords)
  const text = useText()
  const { when } = useCourseWords()
  const sessionId = useParam('sessionId')
  const read = useQuery(reading(readClassList, { params: { sessionId } }))
  const [printedAt] = useState(() => new Date().toISOString())
  return (
    <Shown read={read}>
      {({ course, session, items }) => (
        <>
          <div className="screen-only">
            <PageHeader title={w.sheetTitle} back={{ to: '/school/classes/$sessionId', params: { sessionId }, label: w.classList }} />
            <ButtonRow>
              <Button icon="print" onPress={() => print()}>
                {w.print}
              </Button>
            </ButtonRow>
          </div>
          <PrintSheet
            title={`${text(course.title)} · ${w.sheetTitle}`}
            number={[
              when(session),
              w.sessionTitle(session.number, session.topic && text(session.topic)),
              session.room ? text(session.room.name) : w.noRoom,
            ].join(' · ')}
            printedAt={printedAt}
            address={residentAddress(`/school/classes/${sessionId}`)}
          >
            <table className={styles.signTable}>
              <caption className="unseen">{w.sheetTitle}</caption>
              <thead>
                <tr>
                  {[w.sheetName, w.sheetSign, w.sheetRemark].map((label) => (
                    <th key={label} scope="col">
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {items.map(({ personId, name, guest }) => (
                  <tr key={personId}>
                    <td>{name}</td>
                    <td aria-label={w.sheetSign} />
                    <td aria-label={w.sheetRemark}>{guest ? w.guestHere : ''}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </PrintSheet>
        </>
      )}
    </Shown>
  )
}
