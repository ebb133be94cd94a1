import { type ConcernPage, listAlike } from '@ronghe/contract/programme/concerns.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { uiWords } from '../../../../ui/words/words.ts'
import { useConcernStep } from './use-concern-step.ts'
import { concernDeskWords } from './words/words.ts'

/** Into an open one on the same topic and place; nobody is shown another's words by it. */
export function MergeStep({ found, onDone }: { readonly found: ConcernPage; readonly onDone: () => void }) {
  const w = useWords(concernDeskWords)
  const ui = useWords(uiWords)
  const text = useText()
  const format = useFormat()
  const read = useQuery(reading(listAlike, { params: { concernId: found.id } }))
  const [intoId, setInto] = useState<string>()
  const [missing, setMissing] = useState(false)
  const { deed, take } = useConcernStep(found.id)
  const save = (): void => {
    setMissing(intoId === undefined)
    if (intoId !== undefined) take({ act: 'merge', intoId }, onDone)
  }
  return (
    <Shown read={read}>
      {({ items }) =>
        items.length === 0 ? (
          <p>{w.mergeNone}</p>
        ) : (
          <Form
            onSubmit={save}
            busy={deed.isPending}
            errors={missing && intoId === undefined ? { intoId: ui.chooseOne } : {}}
            error={deed.error}
            label={w.steps.merge}
          >
            <Choice
              label={w.mergeChoose}
              name="intoId"
              hint={w.mergeHint}
              value={intoId}
              onChange={setInto}
              options={items.map((line) => ({
                value: line.id,
                label: `${line.number} ${text(line.topic)}`,
                hint: [line.place && text(line.place), w.states[line.state], format.day(line.raisedOn)].filter(Boolean).join(' · '),
              }))}
            />
            <ButtonRow>
              <Button type="submit" busy={deed.isPending}>
                {w.steps.merge}
              </Button>
            </ButtonRow>
          </Form>
        )
      }
    </Shown>
  )
}
