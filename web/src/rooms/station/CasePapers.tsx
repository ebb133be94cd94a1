import { readDocument } from '@ronghe/contract/station/documents.ts'
import { addressOf } from '../../api.ts'
import { useFormat } from '../../platform/language/format.ts'
import { useText, useWords } from '../../platform/language/language.tsx'
import { Card, CardItem, CardList } from '../../ui/Card.tsx'
import { Tag } from '../../ui/Tag.tsx'
import type { MyCase } from './CaseTimeline.tsx'
import styles from './station.module.css'
import { casesWords } from './words/cases/words.ts'

/** The papers of a case: what is there, what was handed back, what may follow. */
export function CasePapers({ documents }: { readonly documents: MyCase['documents'] }) {
  const w = useWords(casesWords)
  const text = useText()
  const format = useFormat()
  if (documents.length === 0) return null
  return (
    <Card title={w.documents}>
      <CardList>
        {documents.map((document) => (
          <CardItem
            key={document.need}
            title={text(document.name)}
            second={
              <>
                {document.promisedOn !== null && w.promisedOn(format.day(document.promisedOn))}
                <span className={styles.files}>
                  {document.files.map((file, place) => (
                    <a key={file.id} href={addressOf(readDocument, { params: { fileId: file.id } })} target="_blank" rel="noreferrer">
                      {w.openFile(place + 1)} <span className="muted">{format.bytes(file.bytes)}</span>
                    </a>
                  ))}
                </span>
              </>
            }
            end={
              <Tag tone={document.state === 'missing' ? 'attention' : document.state === 'needed' ? 'quiet' : 'going'}>
                {w.documentState[document.state]}
              </Tag>
            }
          />
        ))}
      </CardList>
    </Card>
  )
}
