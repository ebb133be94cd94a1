import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card, Facts } from '../../../../ui/Card.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { PrintSheet } from '../../../../ui/PrintSheet.tsx'
import styles from '../desk.module.css'
import taking from './taking.module.css'
import type { Taken } from './TakeDown.tsx'
import { concernDeskWords } from './words/words.ts'

/** Number, reader and dates; and the code, which is shown this once, on a sheet for the author to take along. */
export function TakenDown({ taken, onAgain }: { readonly taken: Taken; readonly onAgain: () => void }) {
  const w = useWords(concernDeskWords)
  const text = useText()
  const format = useFormat()
  const [printedAt] = useState(() => new Date().toISOString())
  const facts = [
    [w.enteredNumber, taken.number],
    [w.enteredReader, text(taken.readBy)],
    [w.enteredScreen, w.before(format.day(taken.screenBy))],
    [w.enteredAnswer, w.before(format.day(taken.answerBy))],
  ] as const
  return (
    <div className={styles.page}>
      <div className="screen-only">
        <PageHeader title={w.entered} lead={w.enteredLead} />
        <Card>
          <Facts facts={facts} />
        </Card>
        {taken.claimCode !== null && (
          <Notice tone="attention" title={w.codeTitle}>
            <p className={taking.code}>{taken.claimCode}</p>
            <p>{w.codeOnce}</p>
          </Notice>
        )}
        <ButtonRow>
          {taken.claimCode !== null && (
            <Button icon="print" onPress={() => window.print()}>
              {w.printCode}
            </Button>
          )}
          <Button kind="quiet" onPress={onAgain}>
            {w.again}
          </Button>
        </ButtonRow>
      </div>
      {taken.claimCode !== null && (
        <div className={taking.onPaper}>
          <PrintSheet
            title={w.codeTitle}
            number={taken.number}
            address={`${location.origin}${location.pathname.replace(/\/desk(\/.*)?$/, '')}/concerns/code`}
            printedAt={printedAt}
          >
            <p className={taking.code}>{taken.claimCode}</p>
            <p>{w.sheetHow}</p>
            <Facts facts={facts} />
            <p className={styles.words}>{taken.words}</p>
          </PrintSheet>
        </div>
      )}
    </div>
  )
}
