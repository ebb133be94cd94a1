import { useFormat } from '../../platform/language/format.ts'
import { useText, useWords } from '../../platform/language/language.tsx'
import { Card, CardItem, CardList } from '../../ui/Card.tsx'
import { Tag } from '../../ui/Tag.tsx'
import type { MyCase } from './CaseTimeline.tsx'
import { OpenFiles } from './OpenFiles.tsx'
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
                <OpenFiles files={document.files} label={w.openFile} />
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
