import { addWindow, changeWindow, type Window } from '@ronghe/contract/station/counter.ts'
import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { NumberInput, TextInput } from '../../../ui/inputs.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { useStep } from './line.ts'
import { ServicePicker } from './ServicePicker.tsx'
import { counterWords } from './words/words.ts'

/** A window's name and what it serves; a new one gets a number. */
export function WindowForm({
  window,
  taken,
  onClose,
}: {
  readonly window: Window | undefined
  readonly taken: readonly Window[]
  readonly onClose: () => void
}) {
  const w = useWords(counterWords)
  const [number, setNumber] = useState<number | null>(() => Math.max(0, ...taken.map((one) => one.number)) + 1)
  const [zh, setZh] = useState(window?.name['zh-CN'] ?? '')
  const [en, setEn] = useState(window?.name.en ?? '')
  const [services, setServices] = useState<readonly string[]>(window?.services ?? [])
  const [model, setModel] = useState(window?.model ?? false)
  const [errors, setErrors] = useState<FieldErrors>({})
  const saved = (): void => {
    toast(w.windowSaved)
    onClose()
  }
  const add = useStep(addWindow, saved)
  const change = useStep(changeWindow, saved)
  const retire = useStep(changeWindow, ({ number: gone }) => {
    toast(w.retired(gone))
    onClose()
  })
  const error = add.error ?? change.error ?? retire.error
  const name = { 'zh-CN': zh.trim(), ...(en.trim() !== '' && { en: en.trim() }) }
  const save = (): void => {
    const faults: FieldErrors = {
      ...(window === undefined && number === null && { number: w.needNumber }),
      ...(zh.trim() === '' && { name: w.needName }),
    }
    setErrors(faults)
    if (Object.keys(faults).length > 0) return
    const body = { name, services: [...services], model }
    if (window) change.mutate({ params: { windowId: window.id }, body })
    else if (number !== null) add.mutate({ body: { number, ...body } })
  }
  return (
    <Dialog title={window ? w.changeWindow(window.number) : w.addWindow} open onClose={onClose}>
      <Form onSubmit={save} busy={add.isPending || change.isPending} errors={errors} error={error}>
        {!window && (
          <Field label={w.windowNumberField} name="number" error={errors['number'] ?? fieldErrorsOf(error)['number']}>
            <NumberInput value={number} onChange={setNumber} />
          </Field>
        )}
        <Field label={w.windowName} name="name" error={errors['name']}>
          <TextInput value={zh} onChange={setZh} maxLength={40} />
        </Field>
        <Field label={w.windowNameEn} name="nameEn" optional>
          <TextInput value={en} onChange={setEn} maxLength={80} />
        </Field>
        <ServicePicker
          label={w.windowServices}
          hint={w.windowServicesHint}
          name="services"
          value={services}
          onChange={setServices}
          most={80}
        />
        <Tick label={w.isModel} hint={w.isModelHint} checked={model} onChange={setModel} />
        <ButtonRow>
          <Button type="submit" busy={add.isPending || change.isPending}>
            {w.saveWindow}
          </Button>
          {window && (
            <Button
              kind="careful"
              busy={retire.isPending}
              onPress={() =>
                retire.mutate({ params: { windowId: window.id }, body: { name, services: [...services], model, retired: true } })
              }
            >
              {w.retire}
            </Button>
          )}
        </ButtonRow>
        {window && <p className="muted small">{w.retireSure}</p>}
      </Form>
    </Dialog>
  )
}
