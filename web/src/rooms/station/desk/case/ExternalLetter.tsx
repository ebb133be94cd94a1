import { readCase } from '@ronghe/contract/station/cases-desk.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useParam } from '../../../../platform/params.ts'
import { reading } from '../../../../platform/queries.ts'
import { useStreetName } from '../../../../platform/session/session.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { PrintSheet } from '../../../../ui/PrintSheet.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { deskWords } from '../words/words.ts'
import styles from './case.module.css'

/** The letter to the other place, on A4: its words, how to answer, who sends it, and room for the seal. */
export function ExternalLetter() {
  const w = useWords(deskWords)
  const text = useText()
  const format = useFormat()
  const street = useStreetName()
  const caseId = useParam('caseId')
  const read = useQuery(reading(readCase, { params: { caseId } }))
  const [printedAt] = useState(() => new Date().toISOString())
  return (
    <>
      <div className="screen-only">
        <PageHeader title={w.letter} back={{ to: '/cases/$view/$caseId', params: { view: 'all', caseId } }} />
        <ButtonRow>
          <Button icon="print" onPress={() => window.print()}>
            {w.printLetter}
          </Button>
        </ButtonRow>
      </div>
      <Shown read={read}>
        {({ external, number }) =>
          external && external.letter !== '' ? (
            <div className={styles.receipt}>
              <PrintSheet title={text(external.party)} number={w.codeLine(number)} printedAt={printedAt}>
                <p className={styles.letter}>{external.letter}</p>
                <p>{w.letterAnswer(number)}</p>
                <div className={styles.sender}>
                  <p>{w.letterFrom(street)}</p>
                  {external.sentOn !== null && <p>{format.wholeDay(external.sentOn)}</p>}
                  <p>{w.letterSeal}</p>
                </div>
              </PrintSheet>
            </div>
          ) : (
            <EmptyState title={w.notSent} />
          )
        }
      </Shown>
    </>
  )
}
