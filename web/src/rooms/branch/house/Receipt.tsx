import { readMyCheckIn, type MyCheckIn } from '@ronghe/contract/branch/check-ins.ts'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import styles from './house.module.css'
import { usePrintedAt } from './use-printed-at.ts'
import { houseWords } from './words/words.ts'

/** What the member holds in the hand. Neither sheet has a code that leads anywhere: whoever finds it learns no more than it says. */
export function Receipt() {
  const w = useWords(houseWords)
  const text = useText()
  const format = useFormat()
  return (
    <Sheet title={w.receiptTitle}>
      {(mine) => (
        <>
          <p>{w.receiptText(mine.name, text(mine.branch.name), format.day(mine.declaredOn))}</p>
          <Duties mine={mine} />
          <p>{w.sign}</p>
          <p>{w.signDay}</p>
        </>
      )}
    </Sheet>
  )
}

export function Letter() {
  const printedAt = usePrintedAt()
  const w = useWords(houseWords)
  const text = useText()
  return (
    <Sheet title={w.letterTitle}>
      {(mine) => (
        <>
          <p>{w.letterText(mine.name, text(mine.branch.name), printedAt.slice(0, 4))}</p>
          <table>
            <tbody>
              <tr>
                <th scope="row">{w.home}</th>
                <td>{mine.homeBranch}</td>
              </tr>
              <tr>
                <th scope="row">{w.letterBlank}</th>
                <td>{w.blankLong}</td>
              </tr>
            </tbody>
          </table>
          <Duties mine={mine} />
          <p>{w.sign}</p>
          <p>{w.signOwn}</p>
          <p>{w.signDay}</p>
        </>
      )}
    </Sheet>
  )
}

function Duties({ mine }: { readonly mine: MyCheckIn }) {
  const w = useWords(houseWords)
  const text = useText()
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{w.duty}</th>
          <th scope="col">{w.side}</th>
        </tr>
      </thead>
      <tbody>
        {mine.duties.map(({ name, side }) => (
          <tr key={name['zh-CN']}>
            <td>{text(name)}</td>
            <td>{w.sides[side]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Sheet({ title, children }: { readonly title: string; readonly children: (mine: MyCheckIn) => ReactNode }) {
  const printedAt = usePrintedAt()
  const w = useWords(houseWords)
  return (
    <>
      <div className="screen-only">
        <PageHeader title={title} back={{ to: '/branch/my' }} />
      </div>
      <Shown read={useQuery(reading(readMyCheckIn))}>
        {({ checkIn }) =>
          checkIn?.may.includes('print') ? (
            <>
              <div className="screen-only">
                <ButtonRow>
                  <Button onPress={() => window.print()}>{w.print}</Button>
                </ButtonRow>
              </div>
              <PrintSheet title={title} printedAt={printedAt}>
                <div className={styles.letter}>{children(checkIn)}</div>
              </PrintSheet>
            </>
          ) : (
            <EmptyState
              title={w.myNone}
              next={
                <LinkButton kind="quiet" to="/branch/my">
                  {w.my}
                </LinkButton>
              }
            />
          )
        }
      </Shown>
    </>
  )
}
