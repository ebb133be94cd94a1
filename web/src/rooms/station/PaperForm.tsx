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
import styles from './station.module.css'
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
          {/* As wide as paper; on a phone it is moved sideways, with a finger or the arrow keys. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
          <section className={styles.wide} aria-label={w.paperTitle(text(definition.name))} tabIndex={0}>
            <BlankForm definition={definition} printedAt={printedAt} address={addressHere(`/services/${key}/form`)} />
          </section>
        </>
      )}
    </Shown>
  )
}
