import { printAgreement } from '@ronghe/contract/station/mediation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../platform/language/format.ts'
import { useText, useWords } from '../../platform/language/language.tsx'
import { useParam } from '../../platform/params.ts'
import { reading } from '../../platform/queries.ts'
import { Button, ButtonRow } from '../../ui/Button.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PrintSheet } from '../../ui/PrintSheet.tsx'
import { Shown } from '../../ui/Shown.tsx'
import styles from './station.module.css'
import { mediationWords } from './words/mediation/words.ts'

/** The agreement on A4, with lines for both to sign; no finding of fault. */
export function MediationAgreement() {
  const w = useWords(mediationWords)
  const text = useText()
  const format = useFormat()
  const disputeId = useParam('disputeId')
  const [printedAt] = useState(() => new Date().toISOString())
  return (
    <Shown read={useQuery(reading(printAgreement, { params: { disputeId } }))}>
      {(sheet) => (
        <>
          <div className="screen-only">
            <PageHeader title={w.agreementTitle} back={{ to: '/mediation/$disputeId', params: { disputeId } }} />
            <ButtonRow>
              <Button icon="print" onPress={() => print()}>
                {w.print}
              </Button>
            </ButtonRow>
          </div>
          <PrintSheet title={sheet.title} printedAt={printedAt}>
            <section>
              <h2>{w.parties}</h2>
              <p>{format.list(sheet.parties)}</p>
              <p className="small">
                {w.agreementOn(format.day(sheet.on))} · {w.mediators} {format.list(sheet.mediators)}
              </p>
            </section>
            <section className={styles.part}>
              <h2>{w.agreedWords}</h2>
              <p className={styles.letter}>{sheet.words}</p>
              <p className="small">{w.followUpOn(format.day(sheet.followUpOn))}</p>
            </section>
            <section className={styles.part}>
              <p className="small">{sheet.note}</p>
              <ul className={styles.plainList}>
                {sheet.waysOn.map((way) => (
                  <li key={way.id} className="small">
                    {text(way.name)} {way.phone} {way.limit && w.limit(text(way.limit))}
                  </li>
                ))}
              </ul>
            </section>
            <section className={styles.part}>
              <h2>{w.signatures}</h2>
              {sheet.parties.map((name) => (
                <p key={name} className={styles.sign}>
                  {w.signatureOf(name)} <span>{w.date}</span>
                </p>
              ))}
            </section>
          </PrintSheet>
        </>
      )}
    </Shown>
  )
}
