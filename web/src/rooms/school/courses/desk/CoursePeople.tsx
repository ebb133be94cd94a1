import type { DeskCourse } from '@ronghe/contract/school/course-desk.ts'
import { type CourseShares, decideEnrolment, type EnrolmentRow, listEnrolments, moveEnrolment } from '@ronghe/contract/school/enrolments.ts'
import type { Shown as ShownCount } from '@ronghe/contract/platform/shown.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Card, CardItem, CardList, Facts } from '../../../../ui/Card.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { useGroupName } from '../../../../ui/GroupPair.tsx'
import { TextArea } from '../../../../ui/inputs.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { useCourseWords } from '../course-words.ts'
import { courseWords } from '../words/words.ts'
import styles from './course-desk.module.css'
import { deskCourseReads } from './desk-reads.ts'
import { courseDeskWords } from './words/words.ts'

/** Who is in the course, in the order of arrival; the groups only in total and once. */
export function CoursePeople({ course }: { readonly course: DeskCourse }) {
  const w = useWords(courseDeskWords)
  const read = useQuery(reading(listEnrolments, { params: { courseId: course.id } }))
  return (
    <>
      {course.state === 'open' && (
        <div className={styles.acts}>
          <LinkButton kind="quiet" to="/school/enter" search={{ course: course.id }}>
            {w.enter}
          </LinkButton>
        </div>
      )}
      <Shown read={read}>
        {({ items, shares }) => (
          <>
            {items.length === 0 ? (
              <EmptyState title={w.nobody}>{w.nobodyNext}</EmptyState>
            ) : (
              <Card>
                <p className="muted small">{w.recordHint}</p>
                <CardList>
                  {items.map((row) => (
                    <Person key={row.id} row={row} />
                  ))}
                </CardList>
              </Card>
            )}
            <Shares shares={shares} />
          </>
        )}
      </Shown>
    </>
  )
}

function Person({ row }: { readonly row: EnrolmentRow }) {
  const w = useWords(courseDeskWords)
  const c = useWords(courseWords)
  const format = useFormat()
  const { at } = useCourseWords()
  const [refusing, setRefusing] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const decide = useDeed(decideEnrolment, { refreshes: deskCourseReads })
  const move = useDeed(moveEnrolment, {
    refreshes: deskCourseReads,
    onDone: () => {
      setLeaving(false)
      toast(w.movedDone)
    },
  })
  const params = { enrolmentId: row.id }
  const second = [
    w.enrolledOn(format.day(row.enrolledOn), w.channels[row.channel]),
    ...(row.ahead !== null ? [w.aheadOf(row.ahead)] : []),
    ...(row.offeredUntil ? [w.until(at(row.offeredUntil))] : []),
    ...(row.speaks ? [w.help(row.speaks)] : []),
    ...row.children.map(({ nickname, age, collects }) => w.child(nickname, c.ages[age], collects)),
  ].join(' · ')
  return (
    <CardItem
      title={row.name}
      second={second}
      end={
        <Tag tone={row.approval === 'pending' || row.state === 'offered' ? 'attention' : row.state === 'placed' ? 'going' : 'quiet'}>
          {row.approval === 'pending' ? c.pending : w.states[row.state]}
        </Tag>
      }
      below={
        <>
          {(decide.error ?? move.error) && !refusing && <RefusalLine error={decide.error ?? move.error} />}
          <div className={styles.acts}>
            {row.may.includes('approve') && (
              <Button
                busy={decide.isPending}
                onPress={() => decide.mutate({ params, body: { approve: true, reason: '' } }, { onSuccess: () => toast(w.approvedDone) })}
              >
                {w.approve}
              </Button>
            )}
            {row.may.includes('refuse') && (
              <Button kind="quiet" onPress={() => setRefusing(true)}>
                {w.refuse}
              </Button>
            )}
            {row.may.includes('answer') && (
              <>
                <Button kind="quiet" busy={move.isPending} onPress={() => move.mutate({ params, body: { step: 'accept' } })}>
                  {w.acceptFor}
                </Button>
                <Button kind="quiet" busy={move.isPending} onPress={() => move.mutate({ params, body: { step: 'decline' } })}>
                  {w.declineFor}
                </Button>
              </>
            )}
            {row.may.includes('leave') && row.state !== 'offered' && (
              <Button kind="plain" onPress={() => setLeaving(true)}>
                {w.leaveFor}
              </Button>
            )}
          </div>
          <Dialog title={w.leaveFor} open={leaving} onClose={() => setLeaving(false)}>
            <p>{w.leaveAsk(row.name)}</p>
            <ButtonRow>
              <Button kind="careful" busy={move.isPending} onPress={() => move.mutate({ params, body: { step: 'leave' } })}>
                {w.leaveFor}
              </Button>
              <Button kind="quiet" onPress={() => setLeaving(false)}>
                {w.leaveStay}
              </Button>
            </ButtonRow>
          </Dialog>
          {refusing && <Refuse enrolmentId={row.id} onDone={() => setRefusing(false)} />}
        </>
      }
    />
  )
}

function Refuse({ enrolmentId, onDone }: { readonly enrolmentId: string; readonly onDone: () => void }) {
  const w = useWords(courseDeskWords)
  const [reason, setReason] = useState('')
  const decide = useDeed(decideEnrolment, {
    refreshes: deskCourseReads,
    onDone: () => {
      toast(w.refusedDone)
      onDone()
    },
  })
  return (
    <div className={styles.form}>
      <Form
        onSubmit={() => decide.mutate({ params: { enrolmentId }, body: { approve: false, reason: reason.trim() } })}
        busy={decide.isPending}
        error={decide.error}
        label={w.refuse}
      >
        <Field name="reason" label={w.refuseWhy} hint={w.refuseHint} error={fieldErrorsOf(decide.error)['reason']}>
          <TextArea value={reason} onChange={setReason} rows={3} maxLength={300} />
        </Field>
        <ButtonRow>
          <Button type="submit" kind="careful" busy={decide.isPending}>
            {w.refuseDo}
          </Button>
          <Button kind="quiet" onPress={onDone}>
            {w.stop}
          </Button>
        </ButtonRow>
      </Form>
    </div>
  )
}

function Shares({ shares }: { readonly shares: CourseShares | null }) {
  const w = useWords(courseDeskWords)
  const format = useFormat()
  const groupName = useGroupName()
  const count = (shown: ShownCount): string => (shown.kind === 'shown' ? w.people(format.count(shown.count)) : w.few)
  return (
    <Card title={w.sharesTitle}>
      {shares === null ? (
        <p className="muted">{w.sharesNone}</p>
      ) : (
        <>
          <Facts
            facts={[
              [groupName('newcomer'), count(shares.newcomer)],
              [groupName('local'), count(shares.local)],
              [groupName('unstated'), count(shares.unstated)],
            ]}
          />
          <p className="muted small">{w.sharesLead(format.day(shares.countedOn))}</p>
        </>
      )}
    </Card>
  )
}
