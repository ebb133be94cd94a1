import { type EmbeddingGraph, readEmbedding } from '@ronghe/contract/programme/embedding.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Stat, Stats } from '../../../ui/Stat.tsx'
import { Table } from '../../../ui/Table.tsx'
import { EmbeddingDrawing } from './EmbeddingDrawing.tsx'
import styles from './embedding.module.css'
import { embeddingWords } from './words/words.ts'

/** The embedding of organisations (M6): words first, then the drawing, then every line of it in a table. */
export function EmbeddingPage() {
  const w = useWords(embeddingWords)
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={{ to: '/organs' }} />
      <Shown read={useQuery(reading(readEmbedding))}>{(graph) => <Graph graph={graph} />}</Shown>
      <div className={styles.acts}>
        <LinkButton kind="quiet" wide to="/together">
          {w.toAll}
        </LinkButton>
      </div>
    </>
  )
}

function Graph({ graph }: { readonly graph: EmbeddingGraph }) {
  const w = useWords(embeddingWords)
  const text = useText()
  const format = useFormat()
  if (graph.ties.length === 0) return <EmptyState title={w.noTies}>{w.noTiesText}</EmptyState>
  // What a branch does is the branch's own and never drawn, so nothing is missed here.
  const alone = graph.organs.filter(({ joint, kind }) => joint === 0 && kind !== 'branch')
  const names = new Map(graph.organs.map(({ id, name }) => [id, text(name)]))
  return (
    <>
      <p className="muted">{w.means}</p>
      <Card title={w.joint} className={styles.gap}>
        <Stats>
          <Stat label={w.joint} value={format.count(graph.jointItems)} note={w.since(format.wholeDay(graph.since))} />
          <Stat label={w.allThree} value={format.count(graph.allThree)} note={w.allThreeNote} />
          <Stat
            label={w.alone}
            value={format.count(alone.length)}
            note={alone.length === 0 ? w.nobodyAlone : w.aloneNote(format.list(alone.slice(0, 3).map(({ name }) => text(name))))}
          />
        </Stats>
      </Card>
      <Card title={w.drawing}>
        <EmbeddingDrawing graph={graph} />
      </Card>
      <details className={styles.table}>
        <summary>{w.table}</summary>
        <Table
          caption={w.table}
          rows={graph.ties}
          rowKey={({ from, to }) => `${from} ${to}`}
          columns={[
            { key: 'from', label: w.one, cell: ({ from }) => names.get(from) },
            { key: 'to', label: w.other, cell: ({ to }) => names.get(to) },
            { key: 'under', label: w.under, cell: ({ under }) => (under ? w.yes : '') },
            {
              key: 'cross',
              label: w.crossPostings,
              number: true,
              sortBy: (tie) => tie.crossPostings,
              cell: (tie) => tie.crossPostings || '',
            },
            { key: 'joint', label: w.jointCount, number: true, sortBy: ({ joint }) => joint, cell: ({ joint }) => joint || '' },
          ]}
        />
      </details>
    </>
  )
}
