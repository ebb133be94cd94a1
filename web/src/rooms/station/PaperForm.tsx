import { readService } from '@ronghe/contract/station/services.ts'
import { useState } from 'react'
import { useText, useWords } from '../../platform/language/language.tsx'
import { useKept } from '../../platform/offline/kept.ts'
import { useParam } from '../../platform/params.ts'
import { reading } from '../../platform/queries.ts'
import { Button, ButtonRow } from '../../ui/Button.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Shown } from '../../ui/Shown.tsx'
import { addressHere } from './address-here.ts'
import { BlankForm } from './desk/sheets/BlankForm.tsx'
import { servicesWords } from './words/services/words.ts'

/** The same questions on A4, with a code that opens the form on a phone. */
export function PaperForm() {
  const w = useWords(servicesWords)
  const text = useText()
  const key = useParam('key')
  const [printedAt] = useState(() => new Date().toISOString())
  return (
    <Shown read={useKept(reading(readService, { params: { key } }))}>
      {({ definition }) => (
        <>
          <div className="screen-only">
            <PageHeader title={w.paperTitle(text(definition.name))} lead={w.paperHelp} back={{ to: '/services/$key', params: { key } }} />
            <ButtonRow>
              <Button icon="print" onPress={() => print()}>
                {w.paperPrint}
              </Button>
            </ButtonRow>
          </div>
          <BlankForm definition={definition} printedAt={printedAt} address={addressHere(`/services/${key}/form`)} />
        </>
      )}
    </Shown>
  )
}
