import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { printInvitation } from '@ronghe/contract/station/mediation.ts'
import { useState } from 'react'
import { useWords } from '../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../ui/Button.tsx'
import { PrintSheet } from '../../ui/PrintSheet.tsx'
import { addressHere } from './address-here.ts'
import styles from './station.module.css'
import { mediationWords } from './words/mediation/words.ts'

/** The letter to the other side on A4, with the code as digits and as a picture. */
export function InvitationSheet({ letter }: { readonly letter: ReplyOf<typeof printInvitation> }) {
  const w = useWords(mediationWords)
  const [printedAt] = useState(() => new Date().toISOString())
  const address = addressHere(letter.link)
  return (
    <>
      <PrintSheet title={letter.title} printedAt={printedAt} address={`${address}?code=${encodeURIComponent(letter.code)}`}>
        <p className={styles.letter}>{letter.body}</p>
        <p className={styles.after}>
          {w.letterCode} <strong>{letter.code}</strong>
        </p>
        <p>
          {w.letterAddress} {address}
        </p>
      </PrintSheet>
      <div className="screen-only">
        <ButtonRow>
          <Button icon="print" onPress={() => print()}>
            {w.letterPrint}
          </Button>
        </ButtonRow>
      </div>
    </>
  )
}
