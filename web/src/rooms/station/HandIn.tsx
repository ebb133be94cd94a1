import type { CaseService, FileAnswer, NeededDocument } from '@ronghe/forms'
import { useText, useWords } from '../../platform/language/language.tsx'
import { Card } from '../../ui/Card.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Field } from '../../ui/Field.tsx'
import { QuestionPage } from '../../ui/QuestionPage.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Tag } from '../../ui/Tag.tsx'
import type { StepPage } from './filing-page.ts'
import { papersFor } from './filing-steps.ts'
import { PicturesInput } from './PicturesInput.tsx'
import styles from './station.module.css'
import type { Filing } from './use-filing.ts'
import { filingWords } from './words/filing/words.ts'

/** What may be photographed can be sent along now; what is only shown or handed over is named, to be brought. */
export function HandIn({
  definition,
  filing,
  today,
  ...page
}: StepPage & { readonly definition: CaseService; readonly filing: Filing; readonly today: string }) {
  const w = useWords(filingWords)
  const { files } = filing
  const text = useText()
  const papers = papersFor(definition, filing.draft, today)
  const copies = papers.filter(({ handedIn }) => handedIn === 'copy')
  const brought = papers.filter(({ handedIn }) => handedIn !== 'copy')
  return (
    <QuestionPage {...page} question={w.papersTitle} hint={w.papersHint}>
      {copies.map((paper) => (
        <CopyOf key={paper.id} paper={paper} filing={filing} />
      ))}
      {copies.length > 0 && <p className={classNames(styles.below, 'muted', 'small')}>{files.state ? w.photoWithDraft : w.photoHere}</p>}
      {brought.length > 0 && (
        <Card title={w.bring}>
          <ul className={styles.documents}>
            {brought.map((paper) => (
              <li key={paper.id}>
                <strong>{[paper, ...paper.alternatives].map(({ name }) => text(name)).join(' / ')}</strong>
                <span className={styles.tags}>
                  <Tag tone="quiet">{paper.handedIn === 'seen' ? w.bringSeen : w.bringOriginal}</Tag>
                  {paper.waivable && <Tag>{w.later}</Tag>}
                </span>
                {paper.help && <p className="small">{text(paper.help)}</p>}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </QuestionPage>
  )
}

/** A paper to photograph: which of those that do, then the pictures of it. */
function CopyOf({ paper, filing }: { readonly paper: NeededDocument; readonly filing: Filing }) {
  const w = useWords(filingWords)
  const text = useText()
  const { draft, files, change } = filing
  const mine = draft.documents.filter(({ need }) => need === paper.id)
  const which = mine[0]?.alternative ?? (mine.length > 0 ? paper.id : draft.papers[paper.id])
  const pick = (alternative: string): void =>
    change((now) => ({
      ...now,
      papers: { ...now.papers, [paper.id]: alternative },
      documents: now.documents.map((one) => (one.need === paper.id ? entry(paper, alternative, one) : one)),
    }))
  const put = (pictures: readonly FileAnswer[]): void =>
    change((now) => ({
      ...now,
      documents: [...now.documents.filter(({ need }) => need !== paper.id), ...pictures.map((picture) => entry(paper, which, picture))],
    }))
  return (
    <Card title={text(paper.name)}>
      {paper.help && <p className="muted">{text(paper.help)}</p>}
      {paper.waivable && <Tag>{w.later}</Tag>}
      {paper.alternatives.length > 0 && (
        <Choice
          label={w.photoOf}
          name={`paper.${paper.id}`}
          value={which}
          onChange={pick}
          options={paper.alternatives.map(({ id, name, help }) => ({ value: id, label: text(name), ...(help && { hint: text(help) }) }))}
        />
      )}
      <Field label={<span className="unseen">{text(paper.name)}</span>} name={`pictures.${paper.id}`}>
        <PicturesInput value={mine} onChange={(next) => put(next ?? [])} most={6} accept="image/*,application/pdf" files={files} />
      </Field>
    </Card>
  )
}

const entry = (
  paper: NeededDocument,
  which: string | undefined,
  { file, name, type, size }: FileAnswer,
): Filing['draft']['documents'][number] => ({
  need: paper.id,
  ...(which !== undefined && which !== paper.id && { alternative: which }),
  file,
  name,
  type,
  size,
})
