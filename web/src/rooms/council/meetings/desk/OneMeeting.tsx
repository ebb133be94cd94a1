import {
  cancelMeeting,
  changeMeeting,
  enterAnswer,
  type Invitation,
  listInvitations,
  listMeetings,
  type MeetingPage,
  notifyMeeting,
  openSignInScreen,
  readMeeting,
  signIn,
} from '@ronghe/contract/council/meetings.ts'
import { writeMinutes } from '@ronghe/contract/council/minutes.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { useParam } from '../../../../platform/params.ts'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { TwoColumns } from '../../../../shell/ListDetail.tsx'
import { Button, ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Card, Facts } from '../../../../ui/Card.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { TextArea } from '../../../../ui/inputs.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { residentAddress } from '../address.ts'
import { AnswerFields } from '../AnswerForm.tsx'
import { AttendanceTable, BenchTag } from '../AttendanceTable.tsx'
import { dayOf, timeOf, toneOf, useMeetingName } from '../meeting-words.ts'
import { Quorum } from '../Quorum.tsx'
import { meetingWords } from '../words/words.ts'
import styles from './meetings-desk.module.css'
import { type MeetingDraft, OfferFields, PlaceField, planOf, useMissing, WhenFields } from './MeetingFields.tsx'

/** One meeting for the clerk: the next step first, who comes and who is here beside it. */
export function OneMeeting() {
  const meetingId = useParam('meetingId')
  const read = useQuery({ ...reading(readMeeting, { params: { meetingId } }), refetchInterval: 10_000 })
  return <Shown read={read}>{(meeting) => <Whole key={meeting.id} meeting={meeting} />}</Shown>
}

function Whole({ meeting }: { readonly meeting: MeetingPage }) {
  const w = useWords(meetingWords)
  const format = useFormat()
  const { name, when } = useMeetingName()
  return (
    <>
      <PageHeader
        title={name(meeting)}
        above={w.kinds[meeting.kind]}
        beside={<Tag tone={toneOf(meeting.state)}>{w.states[meeting.state]}</Tag>}
        back={{ to: '/council/meetings', label: w.toList }}
      />
      {meeting.kind === 'practice' && <Notice tone="attention">{w.practiceNotice}</Notice>}
      {meeting.cancelledBecause !== null && (
        <Notice tone="attention" title={w.cancelledTitle}>
          {meeting.cancelledBecause}
        </Notice>
      )}
      <TwoColumns
        beside={
          meeting.quorum && (
            <Card title={w.quorumTitle}>
              <Quorum quorum={meeting.quorum} />
            </Card>
          )
        }
      >
        <Card>
          <Facts
            facts={[
              [w.when, when(meeting)],
              [w.where, meeting.place],
              [w.childcare, meeting.childcare ? w.childcareYes : w.childcareNo],
              [
                w.interpreters,
                meeting.interpreters.length > 0 ? format.list(meeting.interpreters.map((one) => w.interpreting[one])) : w.interpretersNone,
              ],
            ]}
          />
          {meeting.may.includes('notify') && meeting.kind !== 'practice' && (
            <p className="muted">{w.noticeBy(format.day(meeting.noticeBy))}</p>
          )}
          <Steps meeting={meeting} />
        </Card>
      </TwoColumns>
      {meeting.may.includes('invitations') && meeting.state !== 'cancelled' && meeting.attendance.length === 0 && (
        <Invitations meeting={meeting} />
      )}
      {meeting.attendance.length > 0 && <AttendanceTable attendance={meeting.attendance} />}
    </>
  )
}

function Steps({ meeting }: { readonly meeting: MeetingPage }) {
  const w = useWords(meetingWords)
  const [open, setOpen] = useState<'change' | 'cancel'>()
  const params = { meetingId: meeting.id }
  const close = (): void => setOpen(undefined)
  const notify = useDeed(notifyMeeting, { refreshes: [readMeeting, listMeetings], onDone: () => toast(w.notified) })
  const write = useDeed(writeMinutes, { refreshes: [readMeeting, listMeetings], onDone: () => toast(w.minutesWroteNow) })
  const screen = useDeed(openSignInScreen)
  const showScreen = (): void =>
    screen.mutate(
      { params },
      { onSuccess: ({ key }) => void window.open(residentAddress(`/hall/sign-in/${meeting.id}?key=${key}`), '_blank') },
    )
  const failed = notify.error ?? write.error ?? screen.error
  return (
    <>
      {failed && <RefusalLine error={failed} />}
      <ButtonRow>
        {meeting.may.includes('notify') && (
          <Button busy={notify.isPending} onPress={() => notify.mutate({ params })}>
            {w.notify}
          </Button>
        )}
        {meeting.may.includes('signOthersIn') && (
          <Button kind={meeting.state === 'notified' ? 'main' : 'quiet'} busy={screen.isPending} onPress={showScreen}>
            {w.screen}
          </Button>
        )}
        {(meeting.state === 'notified' || meeting.state === 'open') && (
          <LinkButton kind="quiet" icon="print" to="/council/meetings/$meetingId/sign-in-sheet" params={params}>
            {w.sheet}
          </LinkButton>
        )}
        {meeting.may.includes('writeMinutes') && (
          <Button busy={write.isPending} onPress={() => write.mutate({ params })}>
            {w.minutesWrite}
          </Button>
        )}
        {meeting.minutes !== null && (
          <LinkButton to="/council/meetings/$meetingId/minutes" params={params}>
            {meeting.may.includes('editMinutes') ? w.minutesEdit : w.toMinutes}
          </LinkButton>
        )}
        {meeting.state !== 'cancelled' && meeting.attendance.length === 0 && (
          <LinkButton kind="quiet" to="/council/agendas/$meetingId" params={params}>
            {w.agenda}
          </LinkButton>
        )}
        {(meeting.state === 'open' || meeting.may.includes('signOthersIn')) && (
          <LinkButton kind="quiet" to="/council/meetings/$meetingId/floor" params={params}>
            {w.floor}
          </LinkButton>
        )}
        {meeting.may.includes('change') && (
          <Button kind="quiet" onPress={() => setOpen('change')}>
            {w.change}
          </Button>
        )}
        {meeting.may.includes('cancel') && (
          <Button kind="careful" onPress={() => setOpen('cancel')}>
            {w.cancel}
          </Button>
        )}
      </ButtonRow>
      <Dialog title={w.change} open={open === 'change'} onClose={close}>
        <Change meeting={meeting} done={close} />
      </Dialog>
      <Dialog title={w.cancel} open={open === 'cancel'} onClose={close}>
        <Cancel meetingId={meeting.id} done={close} />
      </Dialog>
    </>
  )
}

function Change({ meeting, done }: { readonly meeting: MeetingPage; readonly done: () => void }) {
  const w = useWords(meetingWords)
  const missing = useMissing()
  const [draft, setDraft] = useState<MeetingDraft>({
    kind: meeting.kind,
    day: dayOf(meeting.startsAt),
    from: timeOf(meeting.startsAt),
    to: timeOf(meeting.endsAt),
    place: meeting.place,
    childcare: meeting.childcare,
    interpreters: meeting.interpreters,
  })
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const change = useDeed(changeMeeting, {
    refreshes: [readMeeting, listMeetings, listInvitations],
    onDone: () => {
      toast(w.changed)
      done()
    },
  })
  const set = (part: Partial<MeetingDraft>): void => setDraft({ ...draft, ...part })
  const submit = (): void => {
    const found = missing(draft)
    setErrors(found)
    if (Object.keys(found).length === 0) change.mutate({ params: { meetingId: meeting.id }, body: planOf(draft) })
  }
  const shown = { ...fieldErrorsOf(change.error), ...errors }
  return (
    <Form onSubmit={submit} busy={change.isPending} error={change.error} errors={errors}>
      <WhenFields draft={draft} change={set} errors={shown} />
      <PlaceField place={draft.place} change={(place) => set({ place })} error={shown['place']} />
      <OfferFields draft={draft} change={set} />
      <Button type="submit" busy={change.isPending}>
        {w.changeDo}
      </Button>
    </Form>
  )
}

function Cancel({ meetingId, done }: { readonly meetingId: string; readonly done: () => void }) {
  const w = useWords(meetingWords)
  const [because, setBecause] = useState('')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const cancel = useDeed(cancelMeeting, {
    refreshes: [readMeeting, listMeetings],
    onDone: () => {
      toast(w.cancelDone)
      done()
    },
  })
  const submit = (): void => {
    setErrors(because.trim() ? {} : { because: w.needBecause })
    if (because.trim()) cancel.mutate({ params: { meetingId }, body: { because } })
  }
  return (
    <Form onSubmit={submit} busy={cancel.isPending} error={cancel.error} errors={errors}>
      <Field name="because" label={w.cancelBecause} hint={w.cancelHint} error={errors['because']}>
        <TextArea value={because} onChange={setBecause} rows={2} maxLength={200} />
      </Field>
      <ButtonRow>
        <Button type="submit" kind="careful" busy={cancel.isPending}>
          {w.cancelDo}
        </Button>
        <Button kind="quiet" onPress={done}>
          {w.keep}
        </Button>
      </ButtonRow>
    </Form>
  )
}

/** Who comes, what has to be arranged, who is here: the list is read once, since every look is noted; who is here comes with the meeting. Answers by phone or paper are entered in the same list. */
function Invitations({ meeting }: { readonly meeting: MeetingPage }) {
  const w = useWords(meetingWords)
  const format = useFormat()
  const params = { meetingId: meeting.id }
  const read = useQuery(reading(listInvitations, { params }))
  const [entering, setEntering] = useState<Invitation>()
  const mark = useDeed(signIn, { refreshes: [readMeeting] })
  return (
    <Shown read={read}>
      {({ items, expected }) => {
        const children = items.reduce((sum, one) => sum + one.children, 0)
        const languages = [...new Set(items.flatMap(({ interpreter }) => interpreter ?? []))].map((one) => w.interpreting[one])
        return (
          <Card className={styles.below}>
            <p className="muted small">{w.invitationsLead}</p>
            {meeting.state === 'notified' && (
              <>
                <h3>{w.expectedTitle}</h3>
                <Quorum quorum={expected} verdict={false} />
              </>
            )}
            <p>{w.arrangeLine(w.arrange(children, format.list(languages)))}</p>
            {mark.error && <RefusalLine error={mark.error} />}
            <Table
              caption={w.invitationsTitle}
              rows={items}
              rowKey={({ personId }) => personId}
              columns={[
                { key: 'name', label: w.name, cell: ({ name }) => name },
                {
                  key: 'seat',
                  label: w.seatAs,
                  cell: ({ seatAs }) => (seatAs === 'substitute' ? w.substitute : <BenchTag bench={seatAs === 'chair' ? null : seatAs} />),
                },
                {
                  key: 'answer',
                  label: w.answerColumn,
                  cell: ({ answer, excuse }) => (
                    <>
                      {w.answerOf[answer ?? 'none']}
                      {excuse && ` · ${w.excuses[excuse]}`}
                    </>
                  ),
                },
                {
                  key: 'needs',
                  label: w.needs,
                  cell: (one) =>
                    [one.children > 0 ? w.childrenCount(one.children) : '', one.interpreter ? w.interpreting[one.interpreter] : '']
                      .filter(Boolean)
                      .join(' · ') || '—',
                },
                {
                  key: 'here',
                  label: w.attendanceState,
                  cell: (one) => (
                    <ButtonRow>
                      {meeting.here.includes(one.personId) && <Tag>{w.here}</Tag>}
                      {meeting.may.includes('signOthersIn') && one.seatAs !== 'substitute' && (
                        <Button
                          kind="quiet"
                          busy={mark.isPending}
                          onPress={() =>
                            mark.mutate({
                              params: { meetingId: meeting.id, personId: one.personId },
                              body: { here: !meeting.here.includes(one.personId) },
                            })
                          }
                        >
                          {meeting.here.includes(one.personId) ? w.markGoneShort : w.markHereShort}
                          <span className="unseen">{one.name}</span>
                        </Button>
                      )}
                      {meeting.state === 'notified' && (
                        <Button kind="plain" onPress={() => setEntering(one)}>
                          {w.enterAnswer}
                          <span className="unseen">{one.name}</span>
                        </Button>
                      )}
                    </ButtonRow>
                  ),
                },
              ]}
            />
            <Dialog title={w.enterTitle(entering?.name ?? '')} open={entering !== undefined} onClose={() => setEntering(undefined)}>
              {entering && <Enter meetingId={meeting.id} invitation={entering} done={() => setEntering(undefined)} />}
            </Dialog>
          </Card>
        )
      }}
    </Shown>
  )
}

function Enter({
  meetingId,
  invitation,
  done,
}: {
  readonly meetingId: string
  readonly invitation: Invitation
  readonly done: () => void
}) {
  const w = useWords(meetingWords)
  const enter = useDeed(enterAnswer, {
    refreshes: [listInvitations, readMeeting],
    onDone: () => {
      toast(w.entered)
      done()
    },
  })
  return (
    <>
      <p className="muted">{w.enterLead}</p>
      <AnswerFields
        start={invitation}
        submit={w.enterDo}
        busy={enter.isPending}
        error={enter.error}
        onSubmit={(body) => enter.mutate({ params: { meetingId, personId: invitation.personId }, body })}
      />
    </>
  )
}
