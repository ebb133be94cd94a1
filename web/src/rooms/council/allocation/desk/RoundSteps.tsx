import { countRound } from '@ronghe/contract/council/allocation-results.ts'
import { listProjects } from '@ronghe/contract/council/allocation-projects.ts'
import {
  type AllocationRound,
  endRound,
  fixRoundRules,
  listRounds,
  openCall,
  putToCouncil,
  readRound,
} from '@ronghe/contract/council/allocation.ts'
import { listMotions } from '@ronghe/contract/council/motions.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { usePermission } from '../../../../platform/session/session.tsx'
import { Button, ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { Select, TextArea } from '../../../../ui/inputs.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import styles from '../allocation.module.css'
import { allocationDeskWords } from './words/words.ts'

const refreshes = [readRound, listRounds, listProjects]

/** What the clerk can do next, and why where it cannot be done yet. */
export function RoundSteps({ round }: { readonly round: AllocationRound }) {
  const w = useWords(allocationDeskWords)
  const format = useFormat()
  const isClerk = usePermission('council.clerk')
  const params = { roundId: round.id }
  const onDone = (): void => toast(w.done)
  const fix = useDeed(fixRoundRules, { refreshes, onDone })
  const open = useDeed(openCall, { refreshes, onDone })
  const count = useDeed(countRound, { refreshes, onDone })
  const error = fix.error ?? open.error ?? count.error
  const to = (page: string) => ({ to: `/council/allocation/$roundId/${page}`, params })
  return (
    <Card title={w.steps}>
      {error && <RefusalLine error={error} />}
      {round.state === 'setUp' && round.motionId && <p>{w.linked}</p>}
      {round.may.includes('link') && !round.motionId && <LinkMotion round={round} />}
      {isClerk && round.state === 'rulesFixed' && !round.may.includes('openCall') && (
        <p>{w.openCallAt(format.day(round.rules.dates.callFrom))}</p>
      )}
      {round.counting && <p role="status">{w.counting}</p>}
      {round.may.includes('count') && <p>{w.countHint}</p>}
      <ButtonRow>
        {round.may.includes('edit') && <LinkButton {...to('edit')}>{w.edit}</LinkButton>}
        {round.may.includes('link') && round.motionId && <Unlink round={round} />}
        {round.may.includes('fix') && (
          <Button kind="quiet" busy={fix.isPending} onPress={() => fix.mutate({ params, body: {} })}>
            {w.fix}
          </Button>
        )}
        {round.may.includes('openCall') && (
          <Button busy={open.isPending} onPress={() => open.mutate({ params, body: {} })}>
            {w.openCall}
          </Button>
        )}
        {isClerk && round.may.includes('propose') && (
          <LinkButton kind="quiet" {...to('paper-project')}>
            {w.paperProject}
          </LinkButton>
        )}
        {isClerk && round.state === 'voting' && !round.closed && (
          <LinkButton kind="quiet" {...to('paper-ballot')}>
            {w.paperBallot}
          </LinkButton>
        )}
        {round.may.includes('enterPapers') && <LinkButton {...to('papers')}>{w.papers}</LinkButton>}
        {round.may.includes('count') && (
          <Button busy={count.isPending} onPress={() => count.mutate({ params, body: {} })}>
            {w.count}
          </Button>
        )}
        <LinkButton kind="quiet" href={`/council/allocation/${round.id}`}>
          {w.publicPage}
        </LinkButton>
      </ButtonRow>
      {round.may.includes('end') && <EndRound round={round} />}
    </Card>
  )
}

function LinkMotion({ round }: { readonly round: AllocationRound }) {
  const w = useWords(allocationDeskWords)
  const text = useText()
  const [motionId, setMotionId] = useState('')
  const motions = useQuery(reading(listMotions, { params: { councilId: round.councilId }, query: { which: 'open' } }))
  const deed = useDeed(putToCouncil, { refreshes, onDone: () => toast(w.done) })
  const money = (motions.data?.items ?? []).filter(({ kind }) => kind === 'money')
  if (motions.data && money.length === 0) return <p>{w.motionNone}</p>
  return (
    <Form
      onSubmit={() => motionId !== '' && deed.mutate({ params: { roundId: round.id }, body: { motionId } })}
      busy={deed.isPending}
      error={deed.error}
    >
      <Field label={w.motion} hint={w.motionHint} name="motionId">
        <Select
          value={motionId}
          placeholder=""
          onChange={setMotionId}
          options={money.map(({ id, title }) => ({ value: id, label: text(title) }))}
        />
      </Field>
      <Button type="submit" busy={deed.isPending}>
        {w.link}
      </Button>
    </Form>
  )
}

function Unlink({ round }: { readonly round: AllocationRound }) {
  const w = useWords(allocationDeskWords)
  const deed = useDeed(putToCouncil, { refreshes, onDone: () => toast(w.done) })
  return (
    <>
      {deed.error && <RefusalLine error={deed.error} />}
      <Button kind="quiet" busy={deed.isPending} onPress={() => deed.mutate({ params: { roundId: round.id }, body: { motionId: null } })}>
        {w.unlink}
      </Button>
    </>
  )
}

function EndRound({ round }: { readonly round: AllocationRound }) {
  const w = useWords(allocationDeskWords)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const deed = useDeed(endRound, { refreshes, onDone: () => toast(w.done) })
  const missing: Readonly<Record<string, string>> = words.trim() === '' ? { evaluation: w.reasonMissing } : {}
  const send = (): void => {
    setTried(true)
    if (words.trim() !== '') deed.mutate({ params: { roundId: round.id }, body: { evaluation: words.trim() } })
  }
  return (
    <div className={styles.gap}>
      <Form onSubmit={send} busy={deed.isPending} error={deed.error} errors={tried ? missing : {}}>
        <Field
          label={w.evaluation}
          hint={w.evaluationHint}
          name="evaluation"
          error={fieldErrorsOf(deed.error)['evaluation'] ?? (tried ? missing['evaluation'] : undefined)}
        >
          <TextArea value={words} onChange={setWords} rows={3} maxLength={4000} />
        </Field>
        <Button type="submit" kind="quiet" busy={deed.isPending}>
          {w.end}
        </Button>
      </Form>
    </div>
  )
}
