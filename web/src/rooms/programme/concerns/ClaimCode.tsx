import type { RaisedWithCode } from '@ronghe/contract/programme/concerns.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type * as z from 'zod/mini'
import { useWords } from '../../../platform/language/language.tsx'
import { placeOf } from '../../../platform/place.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { saveFile } from '../../../platform/save-file.ts'
import { concernWords } from '../words/resident/concerns/words.ts'
import styles from './concerns.module.css'
import { Dates } from './Dates.tsx'
import { forgetSent } from './sent.ts'

type WithCode = z.infer<typeof RaisedWithCode>

/** The only key to what was said without a name: to be written down, saved or printed before the page is left. */
export function ClaimCode({ raised, carried }: { readonly raised: WithCode; readonly carried: boolean }) {
  const w = useWords(concernWords)
  const address = `${location.origin}${placeOf(location.pathname).prefix}/concerns/code`
  const asText = [w.codePaperTitle, raised.claimCode, `${w.sentNumber} ${raised.number}`, w.codePaperHow, address, '', raised.words].join(
    '\n',
  )
  const copy = (): void =>
    void navigator.clipboard?.writeText(raised.claimCode).then(
      () => toast(w.codeCopied),
      () => {},
    )
  return (
    <>
      <div className="screen-only">
        <PageHeader title={w.codeTitle} lead={carried ? w.carryHand : undefined} />
      </div>
      <Card className="screen-only">
        <p className={styles.code}>{raised.claimCode}</p>
        <Notice tone="attention">{w.codeOnce}</Notice>
        <div className={styles.acts}>
          <Button kind="quiet" wide icon="print" onPress={() => window.print()}>
            {w.codePrint}
          </Button>
          <Button kind="quiet" wide icon="file" onPress={() => saveFile(`${w.codeFile}-${raised.number}.txt`, asText, 'text/plain')}>
            {w.codeSaveFile}
          </Button>
          {isSecureContext && (
            <Button kind="quiet" wide onPress={copy}>
              {w.codeCopy}
            </Button>
          )}
        </div>
        <Dates raised={raised} />
        <p className="muted small">{w.codeHow}</p>
      </Card>
      <div className="screen-only">
        <Done to={carried ? '/concerns/carried' : '/concerns/code'} />
      </div>
      <Paper raised={raised} address={address} />
    </>
  )
}

function Done({ to }: { readonly to: string }) {
  const w = useWords(concernWords)
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  return (
    <div className={styles.acts}>
      <Button wide onPress={() => setAsking(true)}>
        {w.codeKept}
      </Button>
      <Dialog title={w.codeKept} open={asking} onClose={() => setAsking(false)}>
        <p>{w.codeKeptSure}</p>
        <ButtonRow>
          <Button kind="quiet" onPress={() => setAsking(false)}>
            {w.codeNotYet}
          </Button>
          <Button onPress={() => void forgetSent().then(() => navigate({ to }))}>{w.codeKept}</Button>
        </ButtonRow>
      </Dialog>
    </div>
  )
}

function Paper({ raised, address }: { readonly raised: WithCode; readonly address: string }) {
  const w = useWords(concernWords)
  const [now] = useState(() => new Date().toISOString())
  return (
    <div className={styles.paper}>
      <PrintSheet title={w.codePaperTitle} number={raised.number} address={address} printedAt={now}>
        <p className={styles.code}>{raised.claimCode}</p>
        <p>
          {w.codePaperHow} {address}
        </p>
        <Dates raised={raised} />
        <p className={styles.words}>{raised.words}</p>
      </PrintSheet>
    </div>
  )
}
