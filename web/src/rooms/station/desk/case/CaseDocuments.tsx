import type { CaseOnPage } from '@ronghe/contract/station/cases-desk.ts'
import { readDocument } from '@ronghe/contract/station/documents.ts'
import { addressOf } from '../../../../api.ts'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { deskWords } from '../words/words.ts'
import styles from './case.module.css'

type Document = CaseOnPage['documents'][number]

/** Each paper with where it stands; what is missing stands out and says what else would do. */
export function CaseDocuments({ found: { documents } }: { readonly found: CaseOnPage }) {
  const w = useWords(deskWords)
  return (
    <Card title={w.documents}>
      {documents.length === 0 ? (
        <p className="muted">{w.noDocuments}</p>
      ) : (
        <ul className={styles.documents}>
          {documents.map((document) => (
            <DocumentLine key={document.need} document={document} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function DocumentLine({ document }: { readonly document: Document }) {
  const w = useWords(deskWords)
  const text = useText()
  const format = useFormat()
  const wanted = document.state === 'missing' || document.state === 'needed'
  return (
    <li>
      <span>{text(document.name)}</span>
      <span>
        <span className={document.state === 'missing' ? styles.missing : undefined}>
          {w.documentStates[document.state]}
          {document.promisedOn !== null && ` · ${w.promisedOn(format.day(document.promisedOn))}`}
        </span>
        {wanted && (
          <span className="muted small">
            {' '}
            {w.handedIn[document.handedIn]}
            {document.alternatives.length > 0 && ` · ${w.alternatives(format.list(document.alternatives.map(({ name }) => text(name))))}`}
          </span>
        )}
        {document.files.map((file, place) => (
          <a
            key={file.id}
            className={styles.file}
            href={addressOf(readDocument, { params: { fileId: file.id } })}
            target="_blank"
            rel="noreferrer"
            aria-label={w.openFile(place + 1)}
          >
            {w.fileOf(file.mediaType === 'application/pdf' ? 'PDF' : w.picture, format.bytes(file.bytes))}
          </a>
        ))}
      </span>
    </li>
  )
}
