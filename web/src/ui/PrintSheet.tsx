import type { ReactNode } from 'react'
import { useFormat } from '../platform/language/format.ts'
import { useWords } from '../platform/language/language.tsx'
import { useStreetName } from '../platform/session/session.tsx'
import styles from './print-sheet.module.css'
import { QrCode } from './QrCode.tsx'
import { uiWords } from './words/words.ts'

/** An A4 page, upright unless it is `wide`. `address` (a full URL) becomes the QR code that opens the same record; `printedAt` is a moment. */
export function PrintSheet({
  title,
  number,
  address,
  printedAt,
  wide = false,
  children,
}: {
  readonly title: ReactNode
  readonly number?: ReactNode
  readonly address?: string
  readonly printedAt: string
  readonly wide?: boolean
  readonly children: ReactNode
}) {
  const w = useWords(uiWords)
  const format = useFormat()
  const street = useStreetName()
  return (
    <article className={styles.sheet} data-print-sheet="" data-wide={wide || undefined}>
      <header className={styles.head}>
        <div>
          <p>{street}</p>
          <h1>{title}</h1>
          {number !== undefined && <p>{number}</p>}
        </div>
        {address !== undefined && (
          <div className={styles.scan}>
            <QrCode text={address} label={`${w.scanToOpen}: ${address}`} />
            {w.scanToOpen}
          </div>
        )}
      </header>
      {children}
      <footer>{w.printedAt(format.moment(printedAt))}</footer>
    </article>
  )
}
