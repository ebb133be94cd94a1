import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { listQueue, readCase } from '@ronghe/contract/station/cases-desk.ts'
import { bringStatusBack } from '@ronghe/contract/station/cases-excel.ts'
import { useState } from 'react'
import { send } from '../../../../api.ts'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { useRefresh } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { SheetInput } from './SheetInput.tsx'
import { sheetsWords } from './words/words.ts'

/** What the department's own system says: seen first, applied after. */
export function StatusBack() {
  const w = useWords(sheetsWords).import
  const format = useFormat()
  const refresh = useRefresh()
  const [file, setFile] = useState<File>()
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [reply, setReply] = useState<ReplyOf<typeof bringStatusBack>>()
  const bring = async (preview: boolean): Promise<void> => {
    setMissing(file === undefined)
    if (!file) return
    setBusy(true)
    setError(undefined)
    const form = new FormData()
    if (preview) form.append('preview', 'yes')
    form.append('file', file)
    await send(bringStatusBack, form).then(setReply, setError)
    if (!preview) await refresh(listQueue, readCase)
    setBusy(false)
  }
  return (
    <>
      <Card>
        <Form
          onSubmit={() => void bring(true)}
          busy={busy}
          errors={missing ? { file: w.chooseFile } : {}}
          error={error}
          label={w.kinds.status}
        >
          <SheetInput
            hint={w.statusHint}
            error={missing ? w.chooseFile : undefined}
            onChange={(next) => {
              setFile(next)
              setReply(undefined)
            }}
          />
          <ButtonRow>
            <Button type="submit" kind={reply ? 'quiet' : 'main'} busy={busy}>
              {w.preview}
            </Button>
            {reply?.preview && reply.results.some(({ done }) => done) && (
              <Button busy={busy} onPress={() => void bring(false)}>
                {w.apply}
              </Button>
            )}
          </ButtonRow>
        </Form>
      </Card>
      {reply && (
        <>
          {reply.unknownColumns.length > 0 && <Notice>{w.unknownColumns(format.list(reply.unknownColumns))}</Notice>}
          <Table
            caption={reply.preview ? w.preview : w.apply}
            columns={[
              { key: 'row', label: w.row, cell: ({ row }) => w.rowOf(row), sortBy: ({ row }) => row },
              { key: 'number', label: w.number, cell: ({ number }) => number },
              { key: 'done', label: w.result, cell: ({ done, sentence }) => (done ? w.done : `${w.refused}：${sentence ?? ''}`) },
            ]}
            rows={reply.results}
            rowKey={({ row }) => String(row)}
          />
        </>
      )}
    </>
  )
}
