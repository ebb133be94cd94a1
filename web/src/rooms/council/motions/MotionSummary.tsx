import { readMotion } from '@ronghe/contract/council/motions.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { Card } from '../../../ui/Card.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ReadAloud } from '../../../ui/ReadAloud.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import styles from './motions.module.css'
import { motionWords } from './words/words.ts'

/** The motion on one page, in large print and to be read aloud (08, Delegates' life). */
export function MotionSummary() {
  const motionId = useParam('motionId')
  const w = useWords(motionWords)
  const text = useText()
  return (
    <Shown read={useQuery(reading(readMotion, { params: { motionId } }))}>
      {(motion) => {
        const words = motion.summary ? text(motion.summary) : motion.lines.join('\n')
        return (
          <>
            <PageHeader
              title={text(motion.title)}
              above={motion.number ? w.number(motion.number.year, motion.number.number) : w.unnumbered}
              back={{ to: '/council/motions/$motionId', params: { motionId } }}
            />
            {!motion.summary && <p className="muted">{w.summaryNone}</p>}
            <Card>
              <p className={styles.big}>{words}</p>
            </Card>
            <div className={styles.acts}>
              <ReadAloud text={`${text(motion.title)}\n${words}`} />
            </div>
          </>
        )
      }}
    </Shown>
  )
}
