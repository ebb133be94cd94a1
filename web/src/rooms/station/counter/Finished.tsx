import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { placeOf } from '../../../platform/place.ts'
import { Card } from '../../../ui/Card.tsx'
import { QrCode } from '../../../ui/QrCode.tsx'
import styles from './counter.module.css'
import { counterWords } from './words/words.ts'

export interface Finish {
  readonly label: string
  readonly ratingCode: string
}

/** After a visit: the code to rate it with, to say aloud or to scan from the screen. */
export function Finished({ finish }: { readonly finish: Finish }) {
  const w = useWords(counterWords)
  const [address] = useState(() => residentAddress('/rate', { code: finish.ratingCode }))
  return (
    <Card title={w.finishedTitle(finish.label)}>
      <div className={styles.handOver}>
        <div>
          <p className="muted">{w.ratingCode}</p>
          <p className={styles.code}>{finish.ratingCode}</p>
          <p className="small">{w.ratingHint}</p>
        </div>
        <QrCode text={address} label={`${w.ratingCode} ${finish.ratingCode}`} />
      </div>
    </Card>
  )
}

/** An address at the residents' door, whole, so that a phone can open it from paper or from this screen. */
export const residentAddress = (path: string, search: Readonly<Record<string, string>>): string =>
  `${location.origin}${placeOf(location.pathname).prefix}${path}?${new URLSearchParams(search)}`
