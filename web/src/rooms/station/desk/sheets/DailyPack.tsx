import { readDailyPack } from '@ronghe/contract/station/cases-papers.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { PrintSheet } from '../../../../ui/PrintSheet.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { deskWords } from '../words/words.ts'
import { BlankForm } from './BlankForm.tsx'
import styles from './sheets.module.css'
import { sheetsWords } from './words/words.ts'

/** What the desk needs on paper when there is no power: the queue, the phone list, the blank forms. */
export function DailyPack() {
  const w = useWords(sheetsWords).pack
  const states: Readonly<Record<string, string>> = useWords(deskWords).states
  const text = useText()
  const format = useFormat()
  const [printedAt] = useState(() => new Date().toISOString())
  // Reading it is recorded with every name in it: once for each visit.
  const read = useQuery({ ...reading(readDailyPack), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 })
  return (
    <>
      <div className="screen-only">
        <PageHeader title={w.title} lead={w.lead} />
        <Notice tone="attention">{w.printNote}</Notice>
        <ButtonRow>
          <Button icon="print" onPress={() => window.print()}>
            {w.print}
          </Button>
        </ButtonRow>
      </div>
      <Shown read={read}>
        {({ day, queue, forms, phones }) => (
          <div className={styles.pack}>
            <PrintSheet title={w.queue} number={format.day(day)} printedAt={printedAt} wide>
              {queue.length === 0 ? (
                <p>{w.queueEmpty}</p>
              ) : (
                // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- on a phone it scrolls sideways, by keyboard too
                <div className={styles.wide} role="region" aria-label={w.queue} tabIndex={0}>
                  <table className={styles.small}>
                    <thead>
                      <tr>
                        {[w.number, w.service, w.person, w.phone, w.state, w.due, w.next, w.notes].map((name) => (
                          <th key={name} scope="col" className={styles.whole}>
                            {name}
                          </th>
                        ))}
                      </tr>
                    </thead>
                    <tbody>
                      {queue.map((line) => (
                        <tr key={line.number}>
                          <td className={styles.whole}>{line.number}</td>
                          <td>{text(line.service)}</td>
                          <td className={styles.whole}>{line.person}</td>
                          <td className={styles.whole}>{line.phone}</td>
                          <td className={styles.whole}>{states[line.state] ?? line.state}</td>
                          <td className={styles.whole}>{line.dueOn === null ? '' : format.day(line.dueOn)}</td>
                          <td>{line.next}</td>
                          <td className={styles.byHand}>&nbsp;</td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
              )}
            </PrintSheet>
            <PrintSheet title={w.phones} number={format.day(day)} printedAt={printedAt}>
              <table>
                <tbody>
                  {phones.map(({ name, phone }) => (
                    <tr key={`${text(name)} ${phone}`}>
                      <th scope="row">{text(name)}</th>
                      <td>{phone}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </PrintSheet>
            {forms.map((definition) => (
              <BlankForm key={definition.key} definition={definition} printedAt={printedAt} />
            ))}
          </div>
        )}
      </Shown>
    </>
  )
}
