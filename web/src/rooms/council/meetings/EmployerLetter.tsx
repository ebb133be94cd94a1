import { readEmployerLetter } from '@ronghe/contract/council/meetings.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { residentAddress } from './address.ts'
import styles from './meetings.module.css'
import { meetingWords } from './words/words.ts'

/** On A4, one page in each language; the code opens the public page of the meeting. */
export function EmployerLetter() {
  const w = useWords(meetingWords)
  const meetingId = useParam('meetingId')
  const read = useQuery(reading(readEmployerLetter, { params: { meetingId } }))
  const [printedAt] = useState(() => new Date().toISOString())
  return (
    <>
      <div className="screen-only">
        <PageHeader title={w.letterTitle} lead={w.letterLead} back={{ to: '/council/meetings/$meetingId', params: { meetingId } }} />
        <ButtonRow>
          <Button icon="print" onPress={() => print()}>
            {w.print}
          </Button>
        </ButtonRow>
      </div>
      <Shown read={read}>
        {({ letters }) =>
          letters.map(({ language, title, body, signed }) => (
            <div key={language} lang={language}>
              <PrintSheet title={title} printedAt={printedAt} address={residentAddress(`/council/meetings/${meetingId}`)}>
                <p className={styles.letter}>{body}</p>
                <p className={styles.sign}>{signed}</p>
              </PrintSheet>
            </div>
          ))
        }
      </Shown>
    </>
  )
}
