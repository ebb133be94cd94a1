import { closeWindow, type Window } from '@ronghe/contract/station/counter.ts'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import { useStep } from './line.ts'
import { counterWords } from './words/words.ts'

/** At lunch another window calls those who wait for this one, if somebody stands in. */
export function Lunch({
  window,
  windows,
  onClose,
}: {
  readonly window: Window
  readonly windows: readonly Window[]
  readonly onClose: () => void
}) {
  const w = useWords(counterWords)
  const text = useText()
  const [cover, setCover] = useState('nobody')
  const close = useStep(closeWindow, onClose)
  const others = windows.filter(({ id, state }) => id !== window.id && state === 'open')
  return (
    <Dialog title={w.lunchTitle} open onClose={onClose}>
      <Form
        busy={close.isPending}
        error={close.error}
        onSubmit={() =>
          close.mutate({
            params: { windowId: window.id },
            body: { why: 'lunch', ...(cover !== 'nobody' && { coveredBy: cover }) },
          })
        }
      >
        <Choice
          label={w.lunchCover}
          name="coveredBy"
          value={cover}
          onChange={setCover}
          options={[...others.map(({ id, name }) => ({ value: id, label: text(name) })), { value: 'nobody', label: w.lunchNobody }]}
        />
        <ButtonRow>
          <Button type="submit" busy={close.isPending}>
            {w.lunchWindow}
          </Button>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
