import {
  approveMinutes,
  editMinutes,
  type Minutes,
  type MinutesParagraph,
  publishMinutes,
  readMinutes,
} from '@ronghe/contract/council/minutes.ts'
import { readMeeting } from '@ronghe/contract/council/meetings.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useParam } from '../../../../platform/params.ts'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { TwoColumns } from '../../../../shell/ListDetail.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { TextArea, TextInput } from '../../../../ui/inputs.tsx'
import { Menu } from '../../../../ui/Menu.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { useMeetingName } from '../meeting-words.ts'
import { Download } from '../MinutesPage.tsx'
import { MinutesState, MinutesView } from '../MinutesView.tsx'
import { meetingWords } from '../words/words.ts'
import styles from './meetings-desk.module.css'

type How = 'reword' | 'strike' | 'add'
interface Open {
  readonly how: How
  readonly paragraph: MinutesParagraph
}

/** The clerk's desk for the minutes: the system's text, every change beside it, then approval and publication. */
export function EditMinutes() {
  const meetingId = useParam('meetingId')
  const read = useQuery(reading(readMinutes, { params: { meetingId } }))
  return <Shown read={read}>{(minutes) => <Whole minutes={minutes} />}</Shown>
}

function Whole({ minutes }: { readonly minutes: Minutes }) {
  const w = useWords(meetingWords)
  const text = useText()
  const meetingId = minutes.meeting.id
  const [open, setOpen] = useState<Open>()
  const edit = minutes.may.includes('edit')
  const labels: Readonly<Record<How, string>> = { reword: w.reword, strike: w.strike, add: w.addBehind }
  const close = (): void => setOpen(undefined)
  const actionsFor = (paragraph: MinutesParagraph) =>
    (['reword', 'strike', 'add'] as const)
      .filter((how) => how === 'add' || (paragraph.kind === 'text' && !(how === 'strike' && paragraph.struck)))
      .map((how) => ({ label: labels[how], run: () => setOpen({ how, paragraph }) }))
  return (
    <>
      <PageHeader title={text(minutes.title)} back={{ to: '/council/meetings/$meetingId', params: { meetingId }, label: w.back }} />
      <TwoColumns
        beside={
          <>
            <Card>
              <MinutesState minutes={minutes} />
              {edit && <p className="muted small">{w.editLead}</p>}
              <Download meetingId={meetingId} name={text(minutes.title)} />
            </Card>
            {minutes.may.includes('approve') && <Approve minutes={minutes} />}
            {minutes.may.includes('publish') && <Publish meetingId={meetingId} />}
          </>
        }
      >
        <Card>
          <MinutesView
            minutes={minutes}
            changes
            under={(paragraph) =>
              edit && (
                <div className={styles.under}>
                  <Menu label={w.changeParagraph} actions={actionsFor(paragraph)}>
                    {w.changeParagraph}
                  </Menu>
                </div>
              )
            }
          />
        </Card>
      </TwoColumns>
      <Dialog title={open ? labels[open.how] : ''} open={open !== undefined} onClose={close}>
        {open && <Change key={`${open.how}-${open.paragraph.key}`} meetingId={meetingId} open={open} done={close} />}
      </Dialog>
    </>
  )
}

function Change({
  meetingId,
  open: { how, paragraph },
  done,
}: {
  readonly meetingId: string
  readonly open: Open
  readonly done: () => void
}) {
  const w = useWords(meetingWords)
  const [zh, setZh] = useState(how === 'reword' ? paragraph.text['zh-CN'] : '')
  const [en, setEn] = useState(how === 'reword' ? (paragraph.text.en ?? '') : '')
  const [because, setBecause] = useState('')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const edit = useDeed(editMinutes, {
    refreshes: [readMinutes],
    onDone: () => {
      toast(w.savedChange)
      done()
    },
  })
  const submit = (): void => {
    const found = { ...(how === 'strike' || zh.trim() ? {} : { zh: w.needWording }), ...(because.trim() ? {} : { because: w.needBecause }) }
    setErrors(found)
    if (Object.keys(found).length > 0) return
    const text = { 'zh-CN': zh, ...(en.trim() ? { en } : {}) }
    edit.mutate({
      params: { meetingId },
      body: {
        change:
          how === 'add'
            ? { kind: 'add', behind: paragraph.key, text }
            : how === 'strike'
              ? { kind: 'strike', paragraph: paragraph.key }
              : { kind: 'reword', paragraph: paragraph.key, text },
        because,
      },
    })
  }
  return (
    <Form onSubmit={submit} busy={edit.isPending} error={edit.error} errors={errors}>
      {how === 'strike' ? (
        <p>{paragraph.text['zh-CN']}</p>
      ) : (
        <>
          <Field name="zh" label={w.wordingZh} error={errors['zh']}>
            <TextArea value={zh} onChange={setZh} rows={3} maxLength={2000} />
          </Field>
          <Field name="en" label={w.wordingEn} optional>
            <TextArea value={en} onChange={setEn} rows={3} maxLength={4000} />
          </Field>
        </>
      )}
      <Field name="because" label={w.because} hint={w.becauseHint} error={errors['because']}>
        <TextInput value={because} onChange={setBecause} maxLength={200} />
      </Field>
      <ButtonRow>
        <Button type="submit" busy={edit.isPending}>
          {w.saveChange}
        </Button>
        <Button kind="quiet" onPress={done}>
          {w.stop}
        </Button>
      </ButtonRow>
    </Form>
  )
}

const inWriting = 'in-writing'

function Approve({ minutes }: { readonly minutes: Minutes }) {
  const w = useWords(meetingWords)
  const { name, when } = useMeetingName()
  const [how, setHow] = useState<string>()
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const approve = useDeed(approveMinutes, { refreshes: [readMinutes, readMeeting], onDone: () => toast(w.approved) })
  const submit = (): void => {
    setErrors(how ? {} : { approvedIn: w.needApproval })
    if (how) approve.mutate({ params: { meetingId: minutes.meeting.id }, body: { approvedIn: how === inWriting ? null : how } })
  }
  return (
    <Card title={w.approveTitle}>
      <p className="muted small">{w.minutesConfirmLead(minutes.confirmations.given, minutes.confirmations.needed)}</p>
      <Form onSubmit={submit} busy={approve.isPending} error={approve.error} errors={errors}>
        <Choice
          name="approvedIn"
          label={w.approveIn}
          error={errors['approvedIn']}
          value={how}
          onChange={setHow}
          options={[
            ...minutes.laterMeetings.map((meeting) => ({ value: meeting.id, label: name(meeting), hint: when(meeting) })),
            { value: inWriting, label: w.approveInWriting },
          ]}
        />
        <Button type="submit" busy={approve.isPending}>
          {w.approveDo}
        </Button>
      </Form>
    </Card>
  )
}

function Publish({ meetingId }: { readonly meetingId: string }) {
  const w = useWords(meetingWords)
  const publish = useDeed(publishMinutes, { refreshes: [readMinutes, readMeeting], onDone: () => toast(w.publishedNow) })
  return (
    <Card>
      {publish.error && <RefusalLine error={publish.error} />}
      <Button busy={publish.isPending} onPress={() => publish.mutate({ params: { meetingId } })}>
        {w.publish}
      </Button>
    </Card>
  )
}
