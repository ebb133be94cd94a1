import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { startImport } from '@ronghe/contract/station/imports.ts'
import { useState } from 'react'
import { send } from '../../../../api.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { MatchColumns } from './MatchColumns.tsx'
import { SheetInput } from './SheetInput.tsx'
import { StatusBack } from './StatusBack.tsx'
import { sheetsWords } from './words/words.ts'

type Kind = 'residents' | 'cases' | 'status'
type Started = ReplyOf<typeof startImport>

/** Residents, old cases, or what a department's system says: read, match, check, write. */
export function ImportSheet() {
  const w = useWords(sheetsWords).import
  const [kind, setKind] = useState<Kind>('residents')
  const [started, setStarted] = useState<Started>()
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} />
      {started ? (
        <MatchColumns started={started} onAgain={() => setStarted(undefined)} />
      ) : (
        <>
          <Card>
            <Choice<Kind>
              label={w.kind}
              name="kind"
              value={kind}
              onChange={setKind}
              options={(['residents', 'cases', 'status'] as const).map((value) => ({
                value,
                label: w.kinds[value],
                hint: w.kindHints[value],
              }))}
            />
          </Card>
          {kind === 'status' ? <StatusBack /> : <ReadSheet kind={kind} onRead={setStarted} />}
        </>
      )}
    </>
  )
}

function ReadSheet({ kind, onRead }: { readonly kind: 'residents' | 'cases'; readonly onRead: (started: Started) => void }) {
  const w = useWords(sheetsWords).import
  const [file, setFile] = useState<File>()
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const read = async (): Promise<void> => {
    setMissing(file === undefined)
    if (!file) return
    setBusy(true)
    setError(undefined)
    const form = new FormData()
    form.append('kind', kind)
    form.append('file', file)
    await send(startImport, form).then(onRead, setError)
    setBusy(false)
  }
  return (
    <Card>
      <Form onSubmit={() => void read()} busy={busy} errors={missing ? { file: w.chooseFile } : {}} error={error} label={w.read}>
        <SheetInput onChange={setFile} error={missing ? w.chooseFile : undefined} />
        <ButtonRow>
          <Button type="submit" busy={busy}>
            {w.read}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}
