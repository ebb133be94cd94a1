import { confirmMinutes, type Minutes, readMinutes, readMinutesDocument } from '@ronghe/contract/council/minutes.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { download, saveAs } from '../../../platform/download.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { residentAddress } from './address.ts'
import styles from './meetings.module.css'
import { MinutesState, MinutesView } from './MinutesView.tsx'
import { meetingWords } from './words/words.ts'

/** The minutes of one meeting; published ones are everybody's. */
export function MinutesPage() {
  const meetingId = useParam('meetingId')
  const read = useQuery(reading(readMinutes, { params: { meetingId } }))
  return <Shown read={read}>{(minutes) => <Whole minutes={minutes} />}</Shown>
}

function Whole({ minutes }: { readonly minutes: Minutes }) {
  const w = useWords(meetingWords)
  const text = useText()
  const meetingId = minutes.meeting.id
  const [changes, setChanges] = useState(false)
  const [printedAt] = useState(() => new Date().toISOString())
  const anyChange = minutes.paragraphs.some((paragraph) => paragraph.changes.length > 0)
  return (
    <>
      <div className="screen-only">
        <PageHeader title={text(minutes.title)} back={{ to: '/council/meetings/$meetingId', params: { meetingId } }} />
        {minutes.approvedAt === null ? (
          <Notice tone="attention" title={w.minutesDraft}>
            <p>{w.minutesConfirmLead(minutes.confirmations.given, minutes.confirmations.needed)}</p>
          </Notice>
        ) : (
          minutes.publishedAt === null && <Notice tone="attention" title={w.minutesNotPublished} />
        )}
        <MinutesState minutes={minutes} />
        <Confirm minutes={minutes} />
        <ButtonRow>
          <Download meetingId={meetingId} name={text(minutes.title)} />
          <Button kind="quiet" icon="print" onPress={() => print()}>
            {w.printMinutes}
          </Button>
          {anyChange && (
            <Button kind="quiet" pressed={changes} onPress={() => setChanges(!changes)}>
              {changes ? w.minutesHideChanges : w.minutesShowChanges}
            </Button>
          )}
        </ButtonRow>
        <div className={styles.block}>
          <Card>
            <MinutesView minutes={minutes} changes={changes} />
          </Card>
        </div>
      </div>
      <div className={styles.onPaper}>
        <PrintSheet title={text(minutes.title)} printedAt={printedAt} address={residentAddress(`/council/meetings/${meetingId}/minutes`)}>
          <MinutesView minutes={minutes} changes={false} />
          <MinutesState minutes={minutes} />
        </PrintSheet>
      </div>
    </>
  )
}

function Confirm({ minutes }: { readonly minutes: Minutes }) {
  const w = useWords(meetingWords)
  const confirm = useDeed(confirmMinutes, { refreshes: [readMinutes], onDone: () => toast(w.minutesConfirmed) })
  if (!minutes.may.includes('confirm')) return minutes.confirmations.mine ? <p>{w.minutesConfirmed}</p> : null
  return (
    <>
      {confirm.error && <RefusalLine error={confirm.error} />}
      <div className={styles.block}>
        <Button busy={confirm.isPending} wide onPress={() => confirm.mutate({ params: { meetingId: minutes.meeting.id } })}>
          {w.minutesConfirm}
        </Button>
      </div>
    </>
  )
}

export function Download({ meetingId, name }: { readonly meetingId: string; readonly name: string }) {
  const w = useWords(meetingWords)
  const get = useMutation({
    mutationFn: () => download(readMinutesDocument, { params: { meetingId } }),
    onSuccess: (file) => saveAs(file, `${name}.docx`),
  })
  return (
    <>
      <Button kind="quiet" icon="file" busy={get.isPending} onPress={() => get.mutate()}>
        {w.minutesDocx}
      </Button>
      {get.error && <RefusalLine error={get.error} />}
    </>
  )
}
