import type { DocumentNeed, NeededDocument } from '@ronghe/forms'
import { useText, useWords } from '../../platform/language/language.tsx'
import { Card } from '../../ui/Card.tsx'
import { Tag } from '../../ui/Tag.tsx'
import styles from './station.module.css'
import { servicesWords } from './words/services/words.ts'

/** What to bring, what does as well, what happens to it. Without answers some are marked as depending. */
export function DocumentNeeds({
  documents,
  title,
}: {
  readonly documents: readonly (DocumentNeed | NeededDocument)[]
  readonly title?: string
}) {
  const w = useWords(servicesWords)
  const text = useText()
  const depends = (document: DocumentNeed | NeededDocument): boolean =>
    'certain' in document ? !document.certain : document.when !== undefined
  return (
    <Card title={title ?? w.documents}>
      {documents.length === 0 && <p>{w.documentsNone}</p>}
      <ul className={styles.documents}>
        {documents.map((document) => (
          <li key={document.id}>
            <strong>{text(document.name)}</strong>
            <span className={styles.tags}>
              <Tag tone="quiet">{w.handedIn[document.handedIn]}</Tag>
              {document.waivable && <Tag>{w.waivable}</Tag>}
              {depends(document) && <Tag tone="quiet">{w.maybe}</Tag>}
            </span>
            {document.help && <p className="small">{text(document.help)}</p>}
            {document.alternatives.length > 0 && (
              <div className="small">
                {w.anyOf}
                <ul className={styles.plainList}>
                  {document.alternatives.map((other) => (
                    <li key={other.id}>{text(other.name)}</li>
                  ))}
                </ul>
              </div>
            )}
            <p className="muted small extra">{text(document.keptWhere)}</p>
          </li>
        ))}
      </ul>
      {documents.some(depends) && <p className="muted small">{w.documentsSome}</p>}
    </Card>
  )
}
