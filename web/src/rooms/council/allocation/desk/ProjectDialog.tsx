import {
  accountForProject,
  type AllocationProject,
  correctCost,
  correctProject,
  decideAppeal,
  decideFeasibility,
  listProjects,
} from '@ronghe/contract/council/allocation-projects.ts'
import { type AllocationRound, readRound } from '@ronghe/contract/council/allocation.ts'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { NumberInput, TextArea } from '../../../../ui/inputs.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { allocationWords } from '../words/words.ts'
import { allocationDeskWords } from './words/words.ts'

export const projectDeeds = ['decide', 'correctCost', 'decideAppeal', 'correct', 'account'] as const
export type ProjectDeed = (typeof projectDeeds)[number]

/** One answer of the office at a time, always with words that everybody reads. */
export function ProjectDialog({
  act,
  project,
  round,
  onClose,
}: {
  readonly act: ProjectDeed
  readonly project: AllocationProject
  readonly round: AllocationRound
  readonly onClose: () => void
}) {
  const w = useWords(allocationDeskWords)
  const page = useWords(allocationWords)
  const format = useFormat()
  const ground = round.returned?.grounds.find(({ projectId }) => projectId === project.id)
  return (
    <Dialog open title={w[act]} onClose={onClose}>
      <p>
        <strong>{page.numbered(format.count(project.number), project.title)}</strong> {project.what}
      </p>
      {act === 'decideAppeal' && <p>{project.appeal?.words}</p>}
      {act === 'correct' && ground && (
        <p>
          {w.correctHint} {page.ruleOf(page.grounds[ground.ground], ground.reason)} {ground.cents !== null && format.money(ground.cents)}
        </p>
      )}
      <Answer act={act} project={project} onClose={onClose} />
    </Dialog>
  )
}

function Answer({
  act,
  project,
  onClose,
}: {
  readonly act: ProjectDeed
  readonly project: AllocationProject
  readonly onClose: () => void
}) {
  const w = useWords(allocationDeskWords)
  const format = useFormat()
  const [yes, setYes] = useState<'yes' | 'no'>()
  const [words, setWords] = useState('')
  const [yuan, setYuan] = useState<number | null>(act === 'account' ? null : Math.round(project.cents / 100))
  const [faults, setFaults] = useState<FieldErrors>({})
  const options = {
    refreshes: [listProjects, readRound],
    onDone: () => {
      toast(w.done)
      onClose()
    },
  }
  const decide = useDeed(decideFeasibility, options)
  const cost = useDeed(correctCost, options)
  const appeal = useDeed(decideAppeal, options)
  const correct = useDeed(correctProject, options)
  const account = useDeed(accountForProject, options)
  const deed = { decide, correctCost: cost, decideAppeal: appeal, correct, account }[act]
  const asksYes = act === 'decide' || act === 'decideAppeal'
  const asksMoney = act === 'correctCost' || act === 'account' || (act === 'decide' && yes === 'yes')
  const said = { ...fieldErrorsOf(deed.error), ...faults }
  const send = (): void => {
    const found: FieldErrors = {
      ...(asksYes && yes === undefined && { feasible: w.choiceMissing }),
      ...(asksMoney && yuan === null && { cents: w.missing.number }),
      ...(words.trim() === '' && { reason: w.reasonMissing }),
    }
    setFaults(found)
    if (Object.keys(found).length > 0) return
    const params = { projectId: project.id }
    const reason = words.trim()
    const cents = (yuan ?? 0) * 100
    if (act === 'decide')
      decide.mutate({ params, body: { feasible: yes === 'yes', reason, ...(yes === 'yes' && cents !== project.cents && { cents }) } })
    else if (act === 'correctCost') cost.mutate({ params, body: { cents, reason } })
    else if (act === 'decideAppeal') appeal.mutate({ params, body: { granted: yes === 'yes', reason } })
    else if (act === 'correct') correct.mutate({ params, body: { reason } })
    else account.mutate({ params, body: { outcome: reason, spentCents: cents } })
  }
  return (
    <Form onSubmit={send} busy={deed.isPending} errors={faults} error={deed.error} label={w[act]}>
      {asksYes && (
        <Choice<'yes' | 'no'>
          label={w.feasibleLabel}
          name="feasible"
          error={said['feasible']}
          value={yes}
          onChange={setYes}
          options={[
            { value: 'yes', label: act === 'decide' ? w.feasible : w.appealYes },
            { value: 'no', label: act === 'decide' ? w.refused : w.appealNo },
          ]}
        />
      )}
      {asksMoney && (
        <Field
          label={act === 'account' ? w.spent : w.cost}
          name="cents"
          {...(act === 'account' ? {} : { hint: w.costHint(format.money(project.askedCents)) })}
          error={said['cents'] ?? said['spentCents']}
        >
          <NumberInput value={yuan} onChange={setYuan} />
        </Field>
      )}
      <Field label={act === 'account' ? w.outcome : w.reason} hint={w.reasonHint} name="reason" error={said['reason'] ?? said['outcome']}>
        <TextArea value={words} onChange={setWords} rows={3} maxLength={1000} />
      </Field>
      <ButtonRow>
        <Button type="submit" busy={deed.isPending}>
          {act === 'account' ? w.accountDo : w.answer}
        </Button>
      </ButtonRow>
    </Form>
  )
}
