import { readDoorDraw } from '@ronghe/contract/insight/survey.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { Card, Facts } from '../../../ui/Card.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Table } from '../../../ui/Table.tsx'
import styles from './survey.module.css'
import { surveyWords } from './words/words.ts'

/** Everything it takes to draw the doors again. */
export function DoorDraw() {
  const w = useWords(surveyWords)
  const text = useText()
  const format = useFormat()
  const waveId = useParam('waveId')
  const hash = (value: string | null) => (value ? <span className={styles.hash}>{value}</span> : w.notYet)
  return (
    <Shown read={useQuery(reading(readDoorDraw, { params: { waveId } }))}>
      {({ wave, frame, frameFile, frameHash, secretHash, word, secret }) => (
        <>
          <PageHeader title={w.drawTitle} above={text(wave.title)} lead={w.drawLead} back={{ to: '/survey' }} />
          <Card>
            <ol className={styles.steps}>
              {w.drawSteps.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
          </Card>
          <Card>
            <Facts
              facts={[
                [w.frameHash, hash(frameHash)],
                [w.secretHash, hash(secretHash)],
                [w.word, word ?? w.notYet],
                [w.secret, secret ? hash(secret) : w.secretLater],
              ]}
            />
          </Card>
          <Table
            caption={w.frame}
            rows={frame}
            rowKey={({ laneId }) => laneId}
            columns={[
              { key: 'lane', label: w.lane, cell: ({ lane, community }) => `${text(community)} ${text(lane)}` },
              { key: 'dwellings', label: w.dwellings, number: true, cell: ({ dwellings }) => format.count(dwellings) },
              { key: 'doors', label: w.drawnDoors, number: true, cell: ({ drawn }) => (drawn === null ? '—' : format.count(drawn)) },
              { key: 'on', label: w.countedOn, cell: ({ countedOn }) => format.wholeDay(countedOn) },
              { key: 'by', label: w.source, cell: ({ source }) => source },
            ]}
          />
          <Card title={w.repeat}>
            <p>{w.repeatText}</p>
            <pre className={styles.file}>{`sortition doors --frame frame.csv --seed "${secret ?? '…'} ${word ?? '…'}"`}</pre>
            {frameFile && (
              <details>
                <summary>{w.frameFile}</summary>
                <pre className={styles.file}>{frameFile}</pre>
              </details>
            )}
          </Card>
        </>
      )}
    </Shown>
  )
}
