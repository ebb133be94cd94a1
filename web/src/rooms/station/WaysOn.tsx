import type { WayOn } from '@ronghe/contract/station/mediation.ts'
import { useText, useWords } from '../../platform/language/language.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import styles from './station.module.css'
import { mediationWords } from './words/mediation/words.ts'

/** Whom to turn to instead or besides, with the time limit that runs. */
export function WaysOn({ ways }: { readonly ways: readonly WayOn[] }) {
  const w = useWords(mediationWords)
  const text = useText()
  return (
    <>
      {ways.map((way) => (
        <Card key={way.id} title={text(way.name)}>
          <p>{text(way.text)}</p>
          {way.limit && <p>{w.limit(text(way.limit))}</p>}
          {way.phone !== null && (
            <div className={styles.below}>
              <LinkButton kind="quiet" icon="phone" href={`tel:${way.phone.replace(/[^\d+]/g, '')}`}>
                {w.call(way.phone)}
              </LinkButton>
            </div>
          )}
        </Card>
      ))}
    </>
  )
}
