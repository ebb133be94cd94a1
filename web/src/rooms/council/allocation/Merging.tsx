import { type AllocationProject, answerMerge, askMerge, listProjects, readProject } from '@ronghe/contract/council/allocation-projects.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Select } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { uiWords } from '../../../ui/words/words.ts'
import styles from './allocation.module.css'
import { allocationWords } from './words/words.ts'

/** Two that want the same: asked by one side, agreed to by both. */
export function Merging({ project }: { readonly project: AllocationProject }) {
  const w = useWords(allocationWords)
  const ui = useWords(uiWords)
  const format = useFormat()
  const [into, setInto] = useState('')
  const others = useQuery({ ...reading(listProjects, { params: { roundId: project.roundId } }), enabled: project.may.includes('merge') })
  const refreshes = [readProject, listProjects]
  const ask = useDeed(askMerge, { refreshes, onDone: () => toast(w.mergeDone) })
  const answer = useDeed(answerMerge, { refreshes })
  const possible = (others.data?.items ?? []).filter(({ id, state }) => id !== project.id && (state === 'proposed' || state === 'feasible'))
  return (
    <Card title={w.mergeTitle} className={styles.gap}>
      <p>{w.mergeText}</p>
      {project.merging.map((merging) => (
        <Notice key={merging.id} title={w.mergeAsked(merging.from.title, merging.into.title)}>
          {merging.mayAnswer ? (
            <ButtonRow>
              <Button busy={answer.isPending} onPress={() => answer.mutate({ params: { mergingId: merging.id }, body: { agreed: true } })}>
                {w.mergeYes}
              </Button>
              <Button
                kind="quiet"
                busy={answer.isPending}
                onPress={() => answer.mutate({ params: { mergingId: merging.id }, body: { agreed: false } })}
              >
                {w.mergeNo}
              </Button>
            </ButtonRow>
          ) : (
            <p>{w.mergeWaits}</p>
          )}
        </Notice>
      ))}
      {answer.error && <RefusalLine error={answer.error} />}
      {project.may.includes('merge') && possible.length > 0 && (
        <Form
          onSubmit={() => into !== '' && ask.mutate({ params: { projectId: project.id }, body: { intoId: into } })}
          busy={ask.isPending}
          error={ask.error}
        >
          <Field label={w.mergeWith} name="intoId">
            <Select
              value={into}
              placeholder={ui.chooseOne}
              onChange={setInto}
              options={possible.map(({ id, number, title }) => ({ value: id, label: w.numbered(format.count(number), title) }))}
            />
          </Field>
          <Button type="submit" kind="quiet" busy={ask.isPending}>
            {w.mergeDo}
          </Button>
        </Form>
      )}
    </Card>
  )
}
