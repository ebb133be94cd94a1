import { chooseOffer } from '@ronghe/contract/programme/contracts.ts'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { useDeed } from '../../../../platform/queries.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf } from '../../../../ui/Form.tsx'
import { TextArea } from '../../../../ui/inputs.tsx'
import { ActForm, type Inside, useEnding } from './act-form.tsx'
import { GetFile } from './OfferForms.tsx'
import { contractDeskWords } from './words/words.ts'

interface Typed {
  readonly chosen: string
  readonly reasons: Readonly<Record<string, string>>
}

/** A reason for every offer under every criterion, then one of them. Offers stand in the order in which they came. */
export function ChooseOffer({ project, onDone }: Inside) {
  const w = useWords(contractDeskWords)
  const text = useText()
  const format = useFormat()
  const draft = useDraft<Typed>(`contract-choice:${project.id}`, { chosen: '', reasons: {} })
  const [tried, setTried] = useState(false)
  const ending = useEnding(onDone)
  const deed = useDeed(chooseOffer, {
    ...ending,
    onDone: () => {
      void draft.discard()
      ending.onDone()
    },
  })
  const { chosen, reasons } = draft.value
  const cells = project.offers.flatMap((offer) =>
    project.criteria.map(({ key, name }) => ({
      id: `${offer.id} ${key}`,
      offer,
      key,
      label: w.reasonFor(text(offer.organ.name), text(name)),
    })),
  )
  const missing: Record<string, string> = {
    ...Object.fromEntries(cells.filter(({ id }) => !reasons[id]?.trim()).map(({ id }) => [`reason ${id}`, w.missing.reason])),
    ...(chosen === '' && { offerId: w.missing.choose }),
  }
  const send = (): void => {
    setTried(true)
    if (Object.keys(missing).length > 0) return
    deed.mutate({
      params: { projectId: project.id },
      body: {
        offerId: chosen,
        reasons: cells.map(({ id, offer, key }) => ({ offerId: offer.id, criterion: key, words: reasons[id]!.trim() })),
      },
    })
  }
  if (draft.state === 'reading') return null
  return (
    <ActForm label={w.acts.choose} deed={deed} missing={tried ? missing : {}} send={send} button={w.acts.choose}>
      <p className="muted">{w.chooseTitle}</p>
      {project.offers.map(({ id, organ, hasFile }) => hasFile && <GetFile key={`${id} ${organ.id}`} offerId={id} />)}
      {cells.map(({ id, label }) => (
        <Field key={id} label={label} name={`reason ${id}`} error={tried ? missing[`reason ${id}`] : undefined}>
          <TextArea
            value={reasons[id] ?? ''}
            onChange={(next) => draft.change((now) => ({ ...now, reasons: { ...now.reasons, [id]: next } }))}
            rows={2}
            maxLength={800}
          />
        </Field>
      ))}
      <Choice
        label={w.chosenOne}
        name="offerId"
        error={fieldErrorsOf(deed.error)['offerId'] ?? (tried ? missing['offerId'] : undefined)}
        value={chosen || undefined}
        onChange={(next) => draft.change((now) => ({ ...now, chosen: next }))}
        options={project.offers.map(({ id, organ, cents }) => ({ value: id, label: text(organ.name), hint: format.money(cents) }))}
      />
    </ActForm>
  )
}
