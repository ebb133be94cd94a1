import { readFramework, readOffice } from '@ronghe/contract/insight/framework.ts'
import { useQuery } from '@tanstack/react-query'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { Link } from '@tanstack/react-router'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { Card } from '../../../ui/Card.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Table } from '../../../ui/Table.tsx'
import { Figure } from './Figure.tsx'
import styles from './framework.module.css'
import { MorePages } from './MorePages.tsx'
import { Steps } from './Steps.tsx'
import { frameworkWords } from './words/words.ts'

/** The office version: what could be done next first, then the figure, then every number in a sentence. */
export function DeskFramework() {
  const w = useWords(frameworkWords)
  const read = useQuery(reading(readFramework))
  const office = useQuery(reading(readOffice))
  return (
    <>
      <PageHeader title={w.deskTitle} lead={w.deskLead} />
      <Card title={w.next}>
        <p className="muted small">{w.nextLead}</p>
        <Shown read={office}>{({ steps }) => (steps.length === 0 ? <p>{w.nextNoneAll}</p> : <Steps steps={steps} />)}</Shown>
      </Card>
      <Shown read={read}>
        {(page) => (
          <>
            <Figure page={page} steps={office.data?.steps} withPlaces={false} />
            {office.data && <Sentences figures={office.data.figures} page={page} />}
          </>
        )}
      </Shown>
      <MorePages door="desk" />
    </>
  )
}

function Sentences({
  figures,
  page: { boxes },
}: {
  readonly figures: ReplyOf<typeof readOffice>['figures']
  readonly page: ReplyOf<typeof readFramework>
}) {
  const w = useWords(frameworkWords)
  const text = useText()
  const names = new Map(boxes.map(({ box, title }) => [box, text(title)]))
  return (
    <div className={styles.sentences}>
      <Table
        caption={w.allFigures}
        rows={figures}
        rowKey={({ indicator, measure }) => `${indicator} ${measure}`}
        columns={[
          { key: 'box', label: w.box, cell: ({ box }) => names.get(box) },
          { key: 'number', label: w.number, cell: ({ number }) => number, number: true },
          {
            key: 'indicator',
            label: w.indicator,
            cell: ({ indicator, title }) => (
              <Link to={'/insight/indicators/$key' as string} params={{ key: indicator } as never}>
                {text(title)}
              </Link>
            ),
          },
          { key: 'state', label: w.state, cell: ({ state }) => text(state) },
          { key: 'change', label: w.changeTitle, cell: ({ change }) => w.change[change] },
        ]}
      />
    </div>
  )
}
