import { addPlan, changePlan, endPlan, listPlans, type Plan, type Rule, takeUsualPlans } from '@ronghe/contract/branch/occasions.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { clockOf } from './clock.ts'
import { RuleFields, useRuleWords } from './RuleFields.tsx'
import { nothingWritten, toWhat, toWriting, WhatFields } from './WhatFields.tsx'
import styles from './life.module.css'
import { lifeWords } from './words/words.ts'

const monthly: Rule = { every: 'month', month: 1, on: { kind: 'weekday', nth: 3, weekday: 6 }, moves: 'toDayOff' }

/** What comes back every month, quarter or year. */
export function Plans() {
  const w = useWords(lifeWords)
  const branchId = useParam('branchId')
  const params = { branchId }
  const [writing, setWriting] = useState<Plan | 'new'>()
  const read = useQuery(reading(listPlans, { params }))
  const usual = useDeed(takeUsualPlans, { refreshes: [listPlans], onDone: ({ added }) => toast(w.usualDone(added)) })
  return (
    <>
      <PageHeader title={w.plansTitle} lead={w.plansLead} back={{ to: '/branch/office/$branchId/year', params }} />
      <Shown read={read}>
        {({ items, may, year }) => (
          <>
            <div className={styles.acts}>
              <ButtonRow>
                {may.includes('usual') && (
                  <Button busy={usual.isPending} onPress={() => usual.mutate({ params })}>
                    {w.usual}
                  </Button>
                )}
                {may.includes('add') && (
                  <Button kind="quiet" onPress={() => setWriting('new')}>
                    {w.addPlan}
                  </Button>
                )}
              </ButtonRow>
            </div>
            {usual.error && <RefusalLine error={usual.error} />}
            {items.length === 0 && <EmptyState title={w.plansNone}>{w.plansNoneText}</EmptyState>}
            {items.map((plan) => (
              <OnePlan key={plan.id} branchId={branchId} plan={plan} year={year} onChange={() => setWriting(plan)} />
            ))}
          </>
        )}
      </Shown>
      {writing && <PlanForm branchId={branchId} plan={writing === 'new' ? undefined : writing} onClose={() => setWriting(undefined)} />}
    </>
  )
}

function OnePlan({
  branchId,
  plan,
  year,
  onChange,
}: {
  readonly branchId: string
  readonly plan: Plan
  readonly year: number
  readonly onChange: () => void
}) {
  const w = useWords(lifeWords)
  const text = useText()
  const format = useFormat()
  const ruleWords = useRuleWords()
  const [ending, setEnding] = useState(false)
  const end = useDeed(endPlan, { refreshes: [listPlans] })
  return (
    <Card title={text(plan.title)}>
      <p>
        {text(plan.title) !== w.kinds[plan.kind] && `${w.kinds[plan.kind]} · `}
        {ruleWords(plan.rule)} · {w.time(clockOf(plan.from), clockOf(plan.to))}
      </p>
      <p className="muted">{text(plan.place)}</p>
      <p className="muted small">{w.planDays(year, format.list(plan.days.map((day) => format.day(day))))}</p>
      {end.error && <RefusalLine error={end.error} />}
      <ButtonRow>
        <Button kind="quiet" onPress={onChange}>
          {w.changePlan}
        </Button>
        <Button kind="plain" onPress={() => setEnding(true)}>
          {w.endPlan}
        </Button>
      </ButtonRow>
      {ending && (
        <Dialog title={`${w.endPlan}: ${text(plan.title)}`} open onClose={() => setEnding(false)}>
          <p>{w.endSure}</p>
          <ButtonRow>
            <Button kind="careful" busy={end.isPending} onPress={() => end.mutate({ params: { branchId, planId: plan.id } })}>
              {w.endPlan}
            </Button>
            <Button kind="quiet" onPress={() => setEnding(false)}>
              {w.keepPlan}
            </Button>
          </ButtonRow>
        </Dialog>
      )}
    </Card>
  )
}

function PlanForm({
  branchId,
  plan,
  onClose,
}: {
  readonly branchId: string
  readonly plan: Plan | undefined
  readonly onClose: () => void
}) {
  const w = useWords(lifeWords)
  const [written, setWritten] = useState(() => (plan ? toWriting(plan) : { ...nothingWritten, kind: 'themedDay' as const }))
  const [rule, setRule] = useState<Rule>(plan?.rule ?? monthly)
  const done = () => {
    toast(w.saved)
    onClose()
  }
  const add = useDeed(addPlan, { refreshes: [listPlans], onDone: done })
  const change = useDeed(changePlan, { refreshes: [listPlans], onDone: done })
  const error = add.error ?? change.error
  const busy = add.isPending || change.isPending
  const body = { ...toWhat(written, plan), rule }
  const submit = (): void => {
    if (plan) change.mutate({ params: { branchId, planId: plan.id }, body })
    else add.mutate({ params: { branchId }, body })
  }
  const title = plan ? w.changePlan : w.addPlan
  return (
    <Dialog title={title} open onClose={onClose}>
      <Form label={title} busy={busy} error={error} onSubmit={submit}>
        <RuleFields value={rule} onChange={setRule} />
        <WhatFields value={written} onChange={setWritten} errors={fieldErrorsOf(error)} />
        <ButtonRow>
          <Button type="submit" busy={busy}>
            {w.save}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {w.cancel}
          </Button>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
