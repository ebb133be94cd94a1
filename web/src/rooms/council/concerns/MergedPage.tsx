import { listMyParts, type MergedConcern, readMerged } from '@ronghe/contract/council/merged-concerns.ts'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { MyPartCard } from './MyPartCard.tsx'
import styles from './concerns.module.css'
import { mergeWords } from './words/words.ts'

/** One merged concern for everybody; for the author of a part also their own part of it. */
export function MergedPage() {
  const mergedId = useParam('mergedId')
  const read = useQuery(reading(readMerged, { params: { mergedId } }))
  const { person } = useSession()
  const mine = useQuery({ ...reading(listMyParts), enabled: person !== null })
  return (
    <Shown read={read}>
      {(merged) => (
        <>
          <Whole merged={merged}>
            {(mine.data?.items ?? [])
              .filter((part) => part.mergedId === mergedId)
              .map((part) => (
                <MyPartCard key={part.concernId} part={part} />
              ))}
          </Whole>
        </>
      )}
    </Shown>
  )
}

function Whole({ merged, children }: { readonly merged: MergedConcern; readonly children: ReactNode }) {
  const w = useWords(mergeWords)
  const text = useText()
  const format = useFormat()
  const said = (shown: MergedConcern['concerns'], few: string): string => (shown.kind === 'shown' ? format.count(shown.count) : few)
  return (
    <>
      <PageHeader
        title={merged.title}
        above={[w.number(merged.number), text(merged.topic)].join(' · ')}
        beside={<Tag tone={merged.state === 'apart' ? 'quiet' : 'going'}>{merged.state === 'apart' ? w.apart : w.together}</Tag>}
        back={{ to: '/council/$councilId/merged', params: { councilId: merged.councilId } }}
      />
      <Card title={w.shared}>
        <p className={styles.words}>{merged.shared}</p>
        {merged.answered && <Notice>{w.answered}</Notice>}
      </Card>
      {children}
      <Card title={w.dropped}>
        <p className="muted small">{merged.dropped.length > 0 ? w.droppedText : w.nothingDropped}</p>
        <ul className={styles.points}>
          {merged.dropped.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </Card>
      <Card>
        <Facts
          facts={[
            [w.concerns, said(merged.concerns, w.few)],
            [w.agreed, said(merged.agreed, w.fewPeople)],
            [w.objected, said(merged.objected, w.fewPeople)],
            [w.places, merged.places.length > 0 ? format.list(merged.places.map(text)) : '—'],
            [w.visits, w.visitsCount(merged.visits)],
            [w.by, [merged.by && text(merged.by), w.since(format.day(merged.begunOn))].filter(Boolean).join(' · ')],
          ]}
        />
        <p className="muted small">{w.noWords}</p>
      </Card>
      <ButtonRow>
        <LinkButton kind="quiet" to="/council/by-code">
          {w.byCode}
        </LinkButton>
      </ButtonRow>
    </>
  )
}
