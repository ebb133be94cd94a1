import { noisyFigures } from '@ronghe/contract/insight/open-data.ts'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { NoisyTable } from './NoisyTable.tsx'
import styles from './open-data.module.css'
import { openDataWords } from './words/words.ts'

/** What the street publishes for others to work with, and how people in it are protected. */
export function OpenData() {
  const w = useWords(openDataWords)
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={{ to: '/insight', label: w.back }} />
      {w.sets.map(({ title, text, csv, json }) => (
        <Card key={title} title={title} className={styles.gap}>
          <p>{text}</p>
          <div className={styles.actions}>
            <LinkButton kind="quiet" href={csv}>
              {w.csv}
            </LinkButton>
            <LinkButton kind="quiet" href={json}>
              {w.json}
            </LinkButton>
          </div>
        </Card>
      ))}
      <Card title={w.protected} className={styles.gap}>
        <ul>
          {w.protectedHow.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Card>
      <Card title={w.noisy} className={styles.gap}>
        <p>{w.noisyWhat}</p>
        <Shown read={useQuery(reading(noisyFigures))}>
          {({ figures }) =>
            figures.length === 0 ? (
              <p className="muted">{w.noNoisy}</p>
            ) : (
              <>
                {figures.map((figure) => (
                  <NoisyTable key={`${figure.indicator} ${figure.measure} ${figure.period}`} figure={figure} />
                ))}
                <LinkButton kind="quiet" href="/open-data/noisy.json">
                  {w.json}
                </LinkButton>
              </>
            )
          }
        </Shown>
      </Card>
    </>
  )
}
