import {
  askForShift,
  dropAsk,
  notePaperAnswer,
  openNames,
  readWindowMonth,
  type WindowShift,
} from '@ronghe/contract/branch/model-window.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useToday } from '../../../platform/today.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { Select } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { monthAfter } from './clock.ts'
import styles from './life.module.css'
import { useOccasionLines } from './occasion-lines.ts'
import { lifeWords } from './words/words.ts'

type Names = ReplyOf<typeof openNames>['items']

/** Whom the branch asks to serve, month by month; one shift in three is left to everybody else. */
export function WindowPlan() {
  const w = useWords(lifeWords)
  const format = useFormat()
  const branchId = useParam('branchId')
  const today = useToday()
  const [month, setMonth] = useState(() => today.slice(0, 7))
  const [asking, setAsking] = useState<WindowShift>()
  const [names, setNames] = useState<Names>()
  const read = useQuery(reading(readWindowMonth, { params: { branchId }, query: { month } }))
  return (
    <>
      <PageHeader
        title={w.windowTitle}
        above={format.month(month)}
        lead={w.windowLead}
        back={{ to: '/branch/office/$branchId', params: { branchId } }}
      />
      <ButtonRow>
        <Button kind="quiet" onPress={() => setMonth(monthAfter(month, -1))}>
          {w.previousMonth}
        </Button>
        <Button kind="quiet" onPress={() => setMonth(monthAfter(month, 1))}>
          {w.nextMonth}
        </Button>
      </ButtonRow>
      <Shown read={read}>
        {({ shifts, most, asked }) =>
          shifts.length === 0 ? (
            <EmptyState title={w.windowNone}>{w.windowNoneText}</EmptyState>
          ) : (
            <>
              <Notice>{w.share(asked, most, shifts.length)}</Notice>
              <Card>
                <CardList>
                  {shifts.map((shift) => (
                    <OneShift key={shift.shiftId} branchId={branchId} shift={shift} names={names} onAsk={() => setAsking(shift)} />
                  ))}
                </CardList>
              </Card>
            </>
          )
        }
      </Shown>
      {asking && <AskDialog branchId={branchId} shift={asking} names={names} onNames={setNames} onClose={() => setAsking(undefined)} />}
    </>
  )
}

function OneShift({
  branchId,
  shift,
  names,
  onAsk,
}: {
  readonly branchId: string
  readonly shift: WindowShift
  readonly names: Names | undefined
  readonly onAsk: () => void
}) {
  const w = useWords(lifeWords)
  const lines = useOccasionLines()
  const drop = useDeed(dropAsk, { refreshes: [readWindowMonth] })
  const note = useDeed(notePaperAnswer, { refreshes: [readWindowMonth] })
  const { ask } = shift
  const params = { branchId, askId: ask?.id ?? '' }
  const name = ask && names?.find(({ checkInId }) => checkInId === ask.checkInId)?.name
  const error = drop.error ?? note.error
  return (
    <CardItem
      title={lines.when(shift)}
      second={name ?? (ask ? undefined : shift.may.includes('ask') ? w.free : w.othersAsked)}
      end={ask && <Tag tone={ask.state === 'asked' ? 'attention' : 'going'}>{w.askStates[ask.state]}</Tag>}
      below={
        <div className={styles.below}>
          {shift.may.includes('ask') && (
            <Button kind="quiet" onPress={onAsk}>
              {w.ask}
            </Button>
          )}
          {ask?.may.includes('noteAnswer') && (
            <>
              <Button kind="quiet" busy={note.isPending} onPress={() => note.mutate({ params, body: { answer: 'agreed' } })}>
                {w.paperAgreed}
              </Button>
              <Button kind="quiet" busy={note.isPending} onPress={() => note.mutate({ params, body: { answer: 'declined' } })}>
                {w.paperDeclined}
              </Button>
            </>
          )}
          {ask?.may.includes('drop') && (
            <Button kind="plain" busy={drop.isPending} onPress={() => drop.mutate({ params })}>
              {w.dropAsk}
            </Button>
          )}
          {error && <RefusalLine error={error} />}
        </div>
      }
    />
  )
}

function AskDialog({
  branchId,
  shift,
  names,
  onNames,
  onClose,
}: {
  readonly branchId: string
  readonly shift: WindowShift
  readonly names: Names | undefined
  readonly onNames: (names: Names) => void
  readonly onClose: () => void
}) {
  const w = useWords(lifeWords)
  const lines = useOccasionLines()
  const [checkInId, setCheckInId] = useState('')
  const open = useDeed(openNames, { onDone: ({ items }) => onNames(items) })
  const ask = useDeed(askForShift, {
    refreshes: [readWindowMonth],
    onDone: () => {
      toast(w.saved)
      onClose()
    },
  })
  return (
    <Dialog title={`${w.askTitle} · ${lines.when(shift)}`} open onClose={onClose}>
      {names === undefined ? (
        <>
          <p>{w.askLead}</p>
          {open.error && <RefusalLine error={open.error} />}
          <Button busy={open.isPending} onPress={() => open.mutate({ params: { branchId }, body: { purpose: 'window' } })}>
            {w.openNames}
          </Button>
        </>
      ) : (
        <Form
          label={w.askTitle}
          busy={ask.isPending}
          error={ask.error}
          onSubmit={() => checkInId && ask.mutate({ params: { branchId }, body: { shiftId: shift.shiftId, checkInId } })}
        >
          <Field label={w.askMember} name="checkInId" error={fieldErrorsOf(ask.error)['checkInId']}>
            <Select
              value={checkInId}
              onChange={setCheckInId}
              placeholder={w.askTitle}
              options={names.map(({ checkInId: value, name }) => ({ value, label: name }))}
            />
          </Field>
          <Button type="submit" busy={ask.isPending} disabled={checkInId === ''}>
            {w.askDo}
          </Button>
        </Form>
      )}
    </Dialog>
  )
}
