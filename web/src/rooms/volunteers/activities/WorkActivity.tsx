import {
  type Activity,
  cancelActivity,
  cancelShift,
  declineProposal,
  listWork,
  openActivity,
  readActivity,
  takeUpProposal,
} from '@ronghe/contract/volunteers/activities.ts'
import { listTeams } from '@ronghe/contract/volunteers/teams.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Select, TextArea } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { refreshed } from '../shifts/refreshed.ts'
import { useSpan } from '../span.ts'
import styles from '../volunteers.module.css'
import { ActivityFacts } from './ActivityPage.tsx'
import { ShiftForm } from './ShiftForm.tsx'
import { toneOf } from './Volunteers.tsx'
import { activityWords } from './words/words.ts'

/** One activity for whoever leads it: its shifts, and the next step. */
export function WorkActivity() {
  const params = { activityId: useParam('activityId') }
  const read = useQuery(reading(readActivity, { params }))
  return <Shown read={read}>{(activity) => <Page activity={activity} />}</Shown>
}

function Page({ activity }: { readonly activity: Activity }) {
  const w = useWords(activityWords)
  const text = useText()
  const params = { activityId: activity.id }
  const open = useDeed(openActivity, { refreshes: refreshed, onDone: () => toast(w.opened) })
  const { may } = activity
  return (
    <>
      <PageHeader
        title={text(activity.title)}
        above={w.kind[activity.kind]}
        back={{ to: '/volunteers/work' }}
        beside={<Tag tone={toneOf(activity.state)}>{w.state[activity.state]}</Tag>}
      />
      {activity.reason && (
        <Notice tone="attention" title={w.reason}>
          {activity.reason}
        </Notice>
      )}
      <ActivityFacts activity={activity} />
      {(may.includes('takeUp') || may.includes('decline')) && <Answer activity={activity} />}
      <Shifts activity={activity} />
      {may.includes('addShifts') && <ShiftForm activity={activity} />}
      {open.error && <RefusalLine error={open.error} />}
      <div className={styles.acts}>
        {may.includes('open') && (
          <Button wide busy={open.isPending} onPress={() => open.mutate({ params })}>
            {w.openDo}
          </Button>
        )}
        {may.includes('change') && (
          <LinkButton wide kind="quiet" to="/volunteers/work/$activityId/change" params={params}>
            {w.changeTitle}
          </LinkButton>
        )}
        {may.includes('cancel') && (
          <WithReason
            label={w.cancelDo}
            title={w.cancelTitle}
            lead={w.cancelLead}
            why={w.cancelWhy}
            done={w.cancelled}
            operation={cancelActivity}
            params={params}
          />
        )}
      </div>
    </>
  )
}

/** What is ahead, and folded below it what is over. */
function Shifts({ activity }: { readonly activity: Activity }) {
  const w = useWords(activityWords)
  if (activity.shifts.length === 0) return activity.state === 'proposed' ? null : <Notice>{w.noShifts}</Notice>
  const ahead = activity.shifts.filter(({ over }) => !over)
  const over = activity.shifts.filter(({ over: past }) => past).toReversed()
  return (
    <Card title={w.shifts} className={styles.after}>
      {ahead.length === 0 ? <p className="muted">{w.noShiftsAhead}</p> : <ShiftLines activity={activity} shifts={ahead} />}
      {over.length > 0 && (
        <details className={styles.after}>
          <summary>{w.pastShifts(over.length)}</summary>
          <ShiftLines activity={activity} shifts={over} />
        </details>
      )}
    </Card>
  )
}

function ShiftLines({ activity, shifts }: { readonly activity: Activity; readonly shifts: Activity['shifts'] }) {
  const w = useWords(activityWords)
  const span = useSpan()
  const [changing, setChanging] = useState<string>()
  return (
    <CardList>
      {shifts.map((shift) => (
        <CardItem
          key={shift.id}
          title={span(shift)}
          {...(shift.cancelled
            ? { second: w.cancelledShift(shift.cancelled.because) }
            : !shift.over && { second: w.places(shift.placesLeft) })}
          end={shift.missing > 0 && !shift.cancelled && !shift.over ? <Tag tone="attention">{w.missing(shift.missing)}</Tag> : undefined}
          below={
            shift.cancelled ? undefined : (
              <span className={styles.tags}>
                <LinkButton kind="plain" to="/volunteers/shifts/$shiftId/list" params={{ shiftId: shift.id }}>
                  {w.listDo}
                </LinkButton>
                {!shift.over && activity.may.includes('addShifts') && (
                  <>
                    <Button kind="plain" onPress={() => setChanging(changing === shift.id ? undefined : shift.id)}>
                      {w.sChange}
                    </Button>
                    <WithReason
                      plain
                      label={w.cancelShiftDo}
                      title={w.cancelTitle}
                      lead={w.cancelLead}
                      why={w.cancelWhy}
                      done={w.cancelled}
                      operation={cancelShift}
                      params={{ shiftId: shift.id }}
                    />
                  </>
                )}
                {changing === shift.id && <ShiftForm activity={activity} shift={shift} onDone={() => setChanging(undefined)} />}
              </span>
            )
          }
        />
      ))}
    </CardList>
  )
}

/** An idea: taken up by one of the own teams, or answered with the reason why not. */
function Answer({ activity }: { readonly activity: Activity }) {
  const w = useWords(activityWords)
  const text = useText()
  const teams = useQuery(reading(listTeams))
  const own = (teams.data?.items ?? []).filter(({ may }) => may.includes('lead'))
  const [chosen, setChosen] = useState('')
  const teamId = chosen || own[0]?.id || ''
  const params = { activityId: activity.id }
  const take = useDeed(takeUpProposal, { refreshes: [...refreshed, listWork], onDone: () => toast(w.takenUp) })
  return (
    <Card className={styles.after}>
      {own.length > 1 && (
        <Field label={w.fTeam}>
          <Select value={teamId} onChange={setChosen} options={own.map(({ id, name }) => ({ value: id, label: text(name) }))} />
        </Field>
      )}
      {take.error && <RefusalLine error={take.error} />}
      <div className={styles.acts}>
        {own.length > 0 && (
          <Button wide busy={take.isPending} onPress={() => take.mutate({ params, body: { teamId } })}>
            {w.takeUp}
          </Button>
        )}
        <WithReason
          label={w.declineDo}
          title={w.declineDo}
          why={w.declineWhy}
          done={w.declined}
          operation={declineProposal}
          params={params}
        />
      </div>
    </Card>
  )
}

type Reasoned = typeof cancelActivity | typeof cancelShift | typeof declineProposal

/** A step that others are told of, with the reason in words. */
function WithReason({
  label,
  title,
  lead,
  why,
  done,
  operation,
  params,
  plain = false,
}: {
  readonly label: string
  readonly title: string
  readonly lead?: string
  readonly why: string
  readonly done: string
  readonly operation: Reasoned
  readonly params: { readonly activityId: string } | { readonly shiftId: string }
  readonly plain?: boolean
}) {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const deed = useDeed(operation as typeof cancelActivity, {
    refreshes: [...refreshed, listWork],
    onDone: () => {
      setOpen(false)
      toast(done)
    },
  })
  return (
    <>
      <Button wide={!plain} kind={plain ? 'plain' : 'careful'} onPress={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog title={title} open={open} onClose={() => setOpen(false)}>
        {lead && <p>{lead}</p>}
        <Form
          onSubmit={() => deed.mutate({ params: params as never, body: { reason } })}
          busy={deed.isPending}
          error={deed.error}
          label={title}
        >
          <Field label={why} name="reason">
            <TextArea value={reason} onChange={setReason} maxLength={300} rows={3} />
          </Field>
          <Button type="submit" kind="careful" wide busy={deed.isPending}>
            {label}
          </Button>
        </Form>
      </Dialog>
    </>
  )
}
