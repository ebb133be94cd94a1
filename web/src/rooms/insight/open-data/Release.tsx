import { noisyFigures, readRelease, releaseNoisy } from '@ronghe/contract/insight/open-data.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useFormat } from '../../../platform/language/format.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Select } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { NoisyTable } from './NoisyTable.tsx'
import styles from './open-data.module.css'
import { openDataWords } from './words/words.ts'

type Page = ReplyOf<typeof readRelease>
/** The more is spent, the less noise: ε in percent. */
const strengths = [10, 25, 50] as const

/** The data officer decides what is published with noise; what is spent does not come back this year. */
export function Release() {
  const w = useWords(openDataWords)
  return (
    <>
      <PageHeader title={w.release} lead={w.releaseLead} />
      <Shown read={useQuery(reading(readRelease))}>
        {(page) => (
          <div className={styles.desk}>
            <Card title={w.budget(page.budget.year)}>
              <ProgressBar label={w.budget(page.budget.year)} value={page.budget.spent} of={page.budget.percent} />
              <p>{w.spent(page.budget.spent, page.budget.percent)}</p>
            </Card>
            <Card title={w.choose}>{page.releasable.length === 0 ? <p className="muted">{w.nothing}</p> : <Choose page={page} />}</Card>
            <Card title={w.released}>
              {page.released.length === 0 ? (
                <p className="muted">{w.noneReleased}</p>
              ) : (
                page.released.map((figure) => <NoisyTable key={`${figure.indicator} ${figure.measure} ${figure.period}`} figure={figure} />)
              )}
            </Card>
          </div>
        )}
      </Shown>
    </>
  )
}

function Choose({ page: { releasable, budget } }: { readonly page: Page }) {
  const w = useWords(openDataWords)
  const text = useText()
  const format = useFormat()
  const [chosen, setChosen] = useState<string>()
  const [quarter, setQuarter] = useState<string>()
  const [strength, setStrength] = useState<string>('25')
  const [asking, setAsking] = useState(false)
  const nameOf = ({ indicator, measure }: Page['releasable'][number]) => `${indicator} ${measure}`
  const one = releasable.find((some) => nameOf(some) === chosen) ?? releasable[0]!
  const period = quarter !== undefined && one.periods.includes(quarter) ? quarter : one.periods.at(-1)!
  const release = useDeed(releaseNoisy, {
    refreshes: [readRelease, noisyFigures],
    onDone: () => {
      setAsking(false)
      toast(w.done)
    },
  })
  const spend = () => release.mutate({ body: { indicator: one.indicator, measure: one.measure, period, epsilonPercent: Number(strength) } })
  return (
    <Form onSubmit={() => setAsking(true)} busy={release.isPending} error={asking ? undefined : release.error} errors={{}} label={w.choose}>
      <Field label={w.figure}>
        <Select
          value={nameOf(one)}
          onChange={setChosen}
          options={releasable.map((some) => ({ value: nameOf(some), label: text(some.title) }))}
        />
      </Field>
      <Field label={w.quarter}>
        <Select
          value={period}
          onChange={setQuarter}
          options={one.periods.toReversed().map((some) => ({ value: some, label: format.quarter(some) }))}
        />
      </Field>
      <Field label={w.noise} hint={w.noiseHint(budget.percent - budget.spent)}>
        <Select
          value={strength}
          onChange={setStrength}
          options={strengths.map((some) => ({ value: String(some), label: w.strengths[some] }))}
        />
      </Field>
      <ButtonRow>
        <Button type="submit">{w.publish}</Button>
      </ButtonRow>
      <Dialog title={w.sure} open={asking} onClose={() => setAsking(false)}>
        <p>{w.sureText(text(one.title), format.quarter(period), strength)}</p>
        {release.error && <RefusalLine error={release.error} />}
        <ButtonRow>
          <Button onPress={spend} busy={release.isPending}>
            {w.publish}
          </Button>
          <Button kind="quiet" onPress={() => setAsking(false)}>
            {w.cancel}
          </Button>
        </ButtonRow>
      </Dialog>
    </Form>
  )
}
