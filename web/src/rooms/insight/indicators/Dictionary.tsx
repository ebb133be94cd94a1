import { listIndicators } from '@ronghe/contract/insight/indicators.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Meaning } from '../charts/Meaning.tsx'
import { Definition } from './HowMade.tsx'
import styles from './indicators.module.css'
import { indicatorWords } from './words/words.ts'

/** The data dictionary, from the definitions themselves. */
export function Dictionary() {
  const w = useWords(indicatorWords)
  const text = useText()
  return (
    <>
      <PageHeader title={w.dictionary} lead={w.dictionaryLead} back={{ to: '/insight', label: w.back }} />
      <Shown read={useQuery(reading(listIndicators))}>
        {({ indicators }) => (
          <>
            {indicators.map(({ key, number, box, title, measures }) => (
              <Card key={key} title={`${number} · ${text(title)}`}>
                <p className="muted small">{w.boxes[box]}</p>
                {measures.map((measure) => (
                  <details key={measure.key} className={styles.how}>
                    <summary>{text(measure.title)}</summary>
                    <Definition measure={measure} />
                    <Meaning says={measure.says} saysNot={measure.saysNot} />
                  </details>
                ))}
                <LinkButton kind="plain" to="/insight/indicators/$key" params={{ key }}>
                  {w.seeFigures}
                </LinkButton>
              </Card>
            ))}
          </>
        )}
      </Shown>
    </>
  )
}
