import { addOccasion, layOutYear, listOccasions, type Occasion } from '@ronghe/contract/branch/occasions.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useToday } from '../../../platform/today.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { DateInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { useOccasionLines } from './occasion-lines.ts'
import { nothingWritten, toWhat, WhatFields } from './WhatFields.tsx'
import styles from './life.module.css'
import { lifeWords } from './words/words.ts'

/** A year of the branch, month by month, for its office-holders. */
export function OfficeYear() {
  const w = useWords(lifeWords)
  const format = useFormat()
  const branchId = useParam('branchId')
  const today = useToday()
  const [year, setYear] = useState(() => Number(today.slice(0, 4)))
  const [adding, setAdding] = useState(false)
  const read = useQuery(reading(listOccasions, { params: { branchId }, query: { year } }))
  const layOut = useDeed(layOutYear, { refreshes: [listOccasions], onDone: ({ added }) => toast(w.laidOut(added)) })
  return (
    <>
      <PageHeader
        title={w.officeYear}
        above={w.year(year)}
        lead={w.officeYearLead}
        back={{ to: '/branch/office/$branchId', params: { branchId } }}
      />
      <div className={styles.acts}>
        <ButtonRow>
          <Button onPress={() => setAdding(true)}>{w.add}</Button>
          <Button kind="quiet" busy={layOut.isPending} onPress={() => layOut.mutate({ params: { branchId }, body: { year } })}>
            {w.layOut(year)}
          </Button>
          <LinkButton kind="quiet" to="/branch/office/$branchId/plans" params={{ branchId }}>
            {w.toPlans}
          </LinkButton>
        </ButtonRow>
      </div>
      {layOut.error && <RefusalLine error={layOut.error} />}
      <Shown read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.officeNone}>{w.officeNoneText}</EmptyState>
          ) : (
            monthsFrom(items, today).map(([month, all]) => (
              <Card key={month} title={format.month(month)}>
                <CardList>
                  {all.map((one) => (
                    <Line key={one.id} branchId={branchId} one={one} today={today} />
                  ))}
                </CardList>
              </Card>
            ))
          )
        }
      </Shown>
      <ButtonRow>
        <Button kind="plain" onPress={() => setYear(year - 1)}>
          {w.previousYear}
        </Button>
        <Button kind="plain" onPress={() => setYear(year + 1)}>
          {w.nextYear}
        </Button>
      </ButtonRow>
      {adding && <AddDate branchId={branchId} today={today} onClose={() => setAdding(false)} />}
    </>
  )
}

/** This month and what comes, then the months behind, the last one first. */
function monthsFrom(items: readonly Occasion[], today: string): readonly (readonly [string, readonly Occasion[]])[] {
  const months = [...Map.groupBy(items, ({ day }) => day.slice(0, 7))]
  const isOver = ([month]: readonly [string, unknown]): boolean => month < today.slice(0, 7)
  return [...months.filter((one) => !isOver(one)), ...months.filter(isOver).toReversed()]
}

function Line({ branchId, one, today }: { readonly branchId: string; readonly one: Occasion; readonly today: string }) {
  const w = useWords(lifeWords)
  const text = useText()
  const lines = useOccasionLines()
  const unsaid = one.state === 'planned' && one.day < today
  return (
    <CardItem
      to="/branch/office/$branchId/dates/$occasionId"
      params={{ branchId, occasionId: one.id }}
      title={text(one.title)}
      second={`${lines.kind(one)}${lines.second(one)}`}
      end={<Tag tone={unsaid ? 'attention' : lines.tone(one)}>{unsaid ? w.unsaid : w.states[one.state]}</Tag>}
    />
  )
}

function AddDate({ branchId, today, onClose }: { readonly branchId: string; readonly today: string; readonly onClose: () => void }) {
  const w = useWords(lifeWords)
  const [written, setWritten] = useState(nothingWritten)
  const [day, setDay] = useState(today)
  const deed = useDeed(addOccasion, {
    refreshes: [listOccasions],
    onDone: () => {
      toast(w.saved)
      onClose()
    },
  })
  const errors = fieldErrorsOf(deed.error)
  return (
    <Dialog title={w.addTitle} open onClose={onClose}>
      <Form
        label={w.addTitle}
        busy={deed.isPending}
        error={deed.error}
        onSubmit={() => deed.mutate({ params: { branchId }, body: { ...toWhat(written), day } })}
      >
        <Field label={w.day} name="day" error={errors['day']}>
          <DateInput value={day} onChange={setDay} />
        </Field>
        <WhatFields value={written} onChange={setWritten} errors={errors} />
        <ButtonRow>
          <Button type="submit" busy={deed.isPending}>
            {w.addDo}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {w.cancel}
          </Button>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
