import { readPaperForm } from '@ronghe/contract/station/cases-papers.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useParam } from '../../../../platform/params.ts'
import { reading } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { BlankForm } from './BlankForm.tsx'
import styles from './sheets.module.css'
import { sheetsWords } from './words/words.ts'

/** One service's blank form, with the code that leads to it. */
export function PaperForm() {
  const w = useWords(sheetsWords).form
  const text = useText()
  const key = useParam('key')
  const read = useQuery(reading(readPaperForm, { params: { key } }))
  const [printedAt] = useState(() => new Date().toISOString())
  return (
    <Shown read={read}>
      {({ definition, link }) => (
        <>
          <div className="screen-only">
            <PageHeader title={text(definition.name)} back={{ to: '/catalogue' }} />
            <ButtonRow>
              <Button icon="print" onPress={() => window.print()}>
                {w.print}
              </Button>
            </ButtonRow>
          </div>
          <div className={styles.pack}>
            <BlankForm definition={definition} printedAt={printedAt} address={new URL(link, location.origin).href} />
          </div>
        </>
      )}
    </Shown>
  )
}
