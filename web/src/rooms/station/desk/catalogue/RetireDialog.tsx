import { listCatalogue, retireService } from '@ronghe/contract/station/services-editing.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { TextArea } from '../../../../ui/inputs.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { catalogueWords } from './words/words.ts'

/** No longer offered, with the sentence that tells residents what applies instead. */
export function RetireDialog({
  service,
  name,
  onClose,
}: {
  readonly service: string
  readonly name: string
  readonly onClose: () => void
}) {
  const w = useWords(catalogueWords)
  const navigate = useNavigate()
  const [chinese, setChinese] = useState('')
  const [english, setEnglish] = useState('')
  const [empty, setEmpty] = useState(false)
  const deed = useDeed(retireService, {
    refreshes: [listCatalogue],
    onDone: () => {
      toast(w.retiredNow)
      void navigate({ to: '/catalogue' })
    },
  })
  const retire = (): void => {
    setEmpty(chinese.trim() === '')
    if (chinese.trim() === '') return
    deed.mutate({
      params: { key: service },
      body: { instead: { 'zh-CN': chinese.trim(), ...(english.trim() !== '' && { en: english.trim() }) } },
    })
  }
  return (
    <Dialog title={w.retireTitle(name)} open onClose={onClose}>
      <Form onSubmit={retire} busy={deed.isPending} errors={empty ? { instead: w.retireInstead } : {}} error={deed.error} label={w.retire}>
        <p>{w.retireText}</p>
        <Field label={`${w.retireInstead} · ${w.chinese}`} name="instead" error={empty ? w.retireInstead : undefined}>
          <TextArea value={chinese} onChange={setChinese} rows={3} maxLength={1000} />
        </Field>
        <Field label={`${w.retireInstead} · ${w.english}`} name="instead.en" optional>
          <TextArea value={english} onChange={setEnglish} rows={3} maxLength={1000} />
        </Field>
        <ButtonRow>
          <Button type="submit" kind="careful" busy={deed.isPending}>
            {w.retireDo}
          </Button>
        </ButtonRow>
      </Form>
    </Dialog>
  )
}
