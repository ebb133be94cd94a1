import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { listCatalogue, startService } from '@ronghe/contract/station/services-editing.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { Select, TextInput } from '../../../../ui/inputs.tsx'
import { catalogueWords } from './words/words.ts'

/** A new service, empty or as a copy of another. */
export function NewService({
  services,
  onClose,
}: {
  readonly services: ReplyOf<typeof listCatalogue>['items']
  readonly onClose: () => void
}) {
  const w = useWords(catalogueWords)
  const text = useText()
  const navigate = useNavigate()
  const [chinese, setChinese] = useState('')
  const [english, setEnglish] = useState('')
  const [key, setKey] = useState('')
  const [copyOf, setCopyOf] = useState('')
  const [mode, setMode] = useState<'case' | 'guide'>('case')
  const deed = useDeed(startService, {
    refreshes: [listCatalogue],
    onDone: (draft) => void navigate({ to: '/catalogue/$key' as string, params: { key: draft.key } as never }),
  })
  const errors = fieldErrorsOf(deed.error)
  const start = (): void =>
    deed.mutate({
      body: {
        key: key.trim(),
        name: { 'zh-CN': chinese.trim(), ...(english.trim() !== '' && { en: english.trim() }) },
        mode,
        ...(copyOf !== '' && { copyOf }),
      },
    })
  return (
    <Dialog title={w.add} open onClose={onClose}>
      <Form onSubmit={start} busy={deed.isPending} error={deed.error} label={w.add}>
        <Field label={`${w.addName} · ${w.chinese}`} name="name.zh-CN" error={errors['name.zh-CN']}>
          <TextInput value={chinese} onChange={setChinese} maxLength={60} />
        </Field>
        <Field label={`${w.addName} · ${w.english}`} name="name.en" error={errors['name.en']} optional>
          <TextInput value={english} onChange={setEnglish} maxLength={60} />
        </Field>
        <Field label={w.addKey} name="key" hint={w.addKeyHint} error={errors['key']}>
          <TextInput value={key} onChange={setKey} maxLength={60} />
        </Field>
        <Field label={w.addCopy} name="copyOf" optional>
          <Select
            value={copyOf}
            placeholder={w.addEmpty}
            onChange={setCopyOf}
            options={services.map((service) => ({ value: service.key, label: text(service.name) }))}
          />
        </Field>
        {copyOf === '' && (
          <Choice<'case' | 'guide'>
            label={w.addMode}
            name="mode"
            value={mode}
            onChange={setMode}
            options={(['case', 'guide'] as const).map((value) => ({ value, label: w.modes[value] }))}
          />
        )}
        <ButtonRow>
          <Button type="submit" busy={deed.isPending}>
            {w.addDo}
          </Button>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
