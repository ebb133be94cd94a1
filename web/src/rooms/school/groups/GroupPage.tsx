import {
  joinStudyGroup,
  leaveStudyGroup,
  listStudyGroups,
  readStudyGroup,
  stepStudyGroup,
  type StudyGroup,
} from '@ronghe/contract/school/study-groups.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList, Facts } from '../../../ui/Card.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Select, TextInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from '../learning.module.css'
import { MeetingForm } from '../MeetingForm.tsx'
import { useMentoringChoices } from '../mentoring/choice-words.ts'
import { groupsWords } from './words/words.ts'

type Step = BodyOf<typeof stepStudyGroup>
const refreshes = [readStudyGroup, listStudyGroups]

/** One study group: what it is, when it meets, who is in it (from inside), in and out. */
export function GroupPage() {
  const groupId = useParam('groupId')
  return <Shown read={useQuery(reading(readStudyGroup, { params: { groupId } }))}>{(group) => <Whole group={group} />}</Shown>
}

function Whole({ group }: { readonly group: StudyGroup }) {
  const w = useWords(groupsWords)
  const { languages } = useMentoringChoices()
  const signedIn = useSession().person !== null
  const step = useDeed(stepStudyGroup, { refreshes, onDone: () => toast(w.noted) })
  const take = (body: Step) => step.mutate({ params: { groupId: group.id }, body })
  return (
    <>
      <PageHeader title={group.name} lead={group.about} back={{ to: '/school/groups', label: w.title }} />
      {group.because && <Notice tone="attention">{w.because(group.because)}</Notice>}
      <Card>
        <Facts
          facts={[
            [w.spoken, languages.find(({ value }) => value === group.language)?.label ?? ''],
            [w.room, group.state === 'closed' ? w.over : group.open ? w.placesLeft(group.placesLeft) : w.shut],
          ]}
        />
        {!signedIn && (
          <>
            <p>{w.signIn}</p>
            <LinkButton kind="quiet" to="/sign-in">
              {w.join}
            </LinkButton>
          </>
        )}
        {group.may.includes('join') && <Join groupId={group.id} />}
      </Card>
      {step.error && <RefusalLine error={step.error} />}
      <Meetings group={group} take={take} busy={step.isPending} error={step.error} />
      {group.members && (
        <Card title={w.members}>
          <CardList>
            {group.members.map(({ called, leads, me }, place) => (
              <CardItem
                key={place}
                title={called}
                end={leads ? <Tag tone="quiet">{w.leads}</Tag> : me ? <Tag tone="quiet">{w.me}</Tag> : undefined}
              />
            ))}
          </CardList>
        </Card>
      )}
      <WaysOut group={group} take={take} busy={step.isPending} />
    </>
  )
}

function Join({ groupId }: { readonly groupId: string }) {
  const w = useWords(groupsWords)
  const { person } = useSession()
  const [called, setCalled] = useState(person?.name ?? '')
  const join = useDeed(joinStudyGroup, { refreshes, onDone: () => toast(w.joined) })
  return (
    <Form
      label={w.join}
      busy={join.isPending}
      error={join.error}
      onSubmit={() => called.trim() !== '' && join.mutate({ params: { groupId }, body: { called } })}
    >
      <Field label={w.called} name="called" hint={w.calledHint}>
        <TextInput value={called} onChange={setCalled} maxLength={20} />
      </Field>
      <Button type="submit" wide busy={join.isPending}>
        {w.join}
      </Button>
    </Form>
  )
}

interface Part {
  readonly group: StudyGroup
  readonly take: (body: Step) => void
  readonly busy: boolean
}

function Meetings({ group, take, busy, error }: Part & { readonly error: unknown }) {
  const w = useWords(groupsWords)
  const text = useText()
  const format = useFormat()
  const [planning, setPlanning] = useState(false)
  const [weeks, setWeeks] = useState('1')
  const mayPlan = group.may.includes('meet')
  return (
    <Card title={w.meetings}>
      {group.meetings.length === 0 ? (
        <p>{w.meetingsNone}</p>
      ) : (
        <CardList>
          {group.meetings.map((meeting) => (
            <CardItem
              key={meeting.id}
              title={`${format.moment(meeting.from)}–${format.time(meeting.until)}`}
              second={meeting.roomName ? text(meeting.roomName) : (meeting.place ?? meeting.because ?? undefined)}
              end={
                meeting.calledOff ? (
                  <Tag tone="quiet">{w.calledOff}</Tag>
                ) : meeting.room === 'asked' ? (
                  <Tag tone="quiet">{w.roomAsked}</Tag>
                ) : meeting.room === 'refused' ? (
                  <Tag tone="attention">{w.roomRefused}</Tag>
                ) : undefined
              }
              below={
                mayPlan &&
                !meeting.calledOff && (
                  <Button kind="plain" busy={busy} onPress={() => take({ step: 'callOff', meeting: meeting.id })}>
                    {w.callOff}
                  </Button>
                )
              }
            />
          ))}
        </CardList>
      )}
      {mayPlan &&
        (planning ? (
          <MeetingForm
            label={w.plan}
            submit={w.plan}
            busy={busy}
            error={error}
            placeOptional={w.placeOptional}
            onPlan={({ from, until, place }) => {
              take({ step: 'meet', from, until, place: place === '' ? null : place, weeks: Number(weeks) })
              setPlanning(false)
            }}
            more={
              <Field label={w.weeks} name="weeks">
                <Select
                  value={weeks}
                  onChange={setWeeks}
                  options={['1', '4', '8', '12'].map((value) => ({ value, label: w.weeksOf(Number(value)) }))}
                />
              </Field>
            }
          />
        ) : (
          <Button kind="quiet" onPress={() => setPlanning(true)}>
            {w.plan}
          </Button>
        ))}
    </Card>
  )
}

function WaysOut({ group, take, busy }: Part) {
  const w = useWords(groupsWords)
  const leave = useDeed(leaveStudyGroup, { refreshes, onDone: () => toast(w.left) })
  const [closing, setClosing] = useState(false)
  const { may } = group
  if (may.length === 0 || (may.length === 1 && may[0] === 'join')) return null
  return (
    <div className={styles.acts}>
      {leave.error && <RefusalLine error={leave.error} />}
      {may.includes('shut') && (
        <Button kind="quiet" busy={busy} onPress={() => take({ step: 'shut' })}>
          {w.doorShut}
        </Button>
      )}
      {may.includes('open') && (
        <Button kind="quiet" busy={busy} onPress={() => take({ step: 'open' })}>
          {w.doorOpen}
        </Button>
      )}
      {may.includes('leave') && (
        <Button kind="quiet" busy={leave.isPending} onPress={() => leave.mutate({ params: { groupId: group.id } })}>
          {w.leave}
        </Button>
      )}
      {may.includes('close') && (
        <Button kind="plain" onPress={() => setClosing(true)}>
          {w.close}
        </Button>
      )}
      <Dialog title={w.closeTitle} open={closing} onClose={() => setClosing(false)}>
        <p>{w.closeText}</p>
        <ButtonRow>
          <Button
            kind="careful"
            busy={busy}
            onPress={() => {
              take({ step: 'close' })
              setClosing(false)
            }}
          >
            {w.closeDo}
          </Button>
          <Button kind="quiet" onPress={() => setClosing(false)}>
            {w.cancel}
          </Button>
        </ButtonRow>
      </Dialog>
    </div>
  )
}
