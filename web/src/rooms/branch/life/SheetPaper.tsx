import { readOccasion } from '@ronghe/contract/branch/occasions.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import styles from './life.module.css'
import { useOccasionLines } from './occasion-lines.ts'
import { lifeWords } from './words/words.ts'

const lines = Array.from({ length: 16 }, (_, index) => index + 1)

/** An empty list for the table at the door: no name is printed on it, and no code that leads anywhere. */
export function SheetPaper() {
  const w = useWords(lifeWords)
  const text = useText()
  const say = useOccasionLines()
  const params = { branchId: useParam('branchId'), occasionId: useParam('occasionId') }
  const [printedAt] = useState(() => new Date().toISOString())
  return (
    <>
      <div className="screen-only">
        <PageHeader title={w.sheetTitle} back={{ to: '/branch/office/$branchId/dates/$occasionId', params }} />
        <ButtonRow>
          <Button icon="print" onPress={() => print()}>
            {w.print}
          </Button>
        </ButtonRow>
      </div>
      <Shown read={useQuery(reading(readOccasion, { params }))}>
        {(one) => (
          <PrintSheet title={`${w.sheetTitle} · ${text(one.title)}`} number={`${say.when(one)} · ${text(one.place)}`} printedAt={printedAt}>
            <table className={styles.blank}>
              <thead>
                <tr>
                  <th scope="col">{w.sheetColumns.number}</th>
                  <th scope="col">{w.sheetColumns.name}</th>
                  <th scope="col">{w.sheetColumns.sign}</th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <tr key={line}>
                    <td>{line}</td>
                    <td aria-label={w.sheetColumns.name} />
                    <td aria-label={w.sheetColumns.sign} />
                  </tr>
                ))}
              </tbody>
            </table>
            <p>{w.sheetFoot}</p>
          </PrintSheet>
        )}
      </Shown>
    </>
  )
}
