import {
  enterNomination,
  listNominations,
  type NominatedBy,
  readCommendation,
  type ShownAs,
} from '@ronghe/contract/programme/commendations.ts'
import { listOrgans } from '@ronghe/contract/programme/organs.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useParam } from '../../../../platform/params.ts'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Choice, Tick } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { PhoneInput, Select, TextArea, TextInput } from '../../../../ui/inputs.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import desk from '../../desk/desk.module.css'
import { commendationWords } from '../words/words.ts'
import { commendationDeskWords } from './words/words.ts'

/** A form that came in on paper, with or without the nominee's own signature. */
export function PaperNomination() {
  const w = useWords(commendationDeskWords)
  const page = useWords(commendationWords)
  const text = useText()
  const navigate = useNavigate()
  const roundId = useParam('roundId')
  const back = { to: '/commendations/$roundId', params: { roundId } }
  const organs = useQuery(reading(listOrgans))
  const round = useQuery(reading(readCommendation, { params: { roundId } }))
  const [by, setBy] = useState<NominatedBy>('peer')
  const [organ, setOrgan] = useState('')
  const [category, setCategory] = useState('')
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [deeds, setDeeds] = useState('')
  const [signed, setSigned] = useState(false)
  const [shownAs, setShownAs] = useState<ShownAs>('none')
  const [alias, setAlias] = useState('')
  const [tried, setTried] = useState(false)
  const deed = useDeed(enterNomination, {
    refreshes: [listNominations],
    onDone: () => {
      toast(w.done)
      void navigate({ to: back.to as string, params: back.params as never })
    },
  })
  const missing: Record<string, string> = {
    ...(by === 'organ' && organ === '' && { organId: page.organMissing }),
    ...(category === '' && { category: page.categoryMissing }),
    ...(name.trim() === '' && { name: page.nameMissing }),
    ...(deeds.trim() === '' && { deeds: page.deedsMissing }),
    ...(signed && shownAs === 'alias' && alias.trim() === '' && { alias: page.aliasMissing }),
  }
  const said = { ...fieldErrorsOf(deed.error), ...(tried ? missing : {}) }
  const send = (): void => {
    setTried(true)
    if (Object.keys(missing).length > 0) return
    deed.mutate({
      params: { roundId },
      body: {
        by,
        category,
        name: name.trim(),
        phone,
        deeds: deeds.trim(),
        signed,
        shownAs: signed ? shownAs : 'none',
        alias: alias.trim(),
        ...(by === 'organ' && { organId: organ }),
      },
    })
  }
  return (
    <div className={desk.page}>
      <PageHeader title={w.paperTitle} lead={w.paperLead} back={back} />
      <Shown read={round}>
        {({ categories }) => (
          <Card>
            <Form onSubmit={send} busy={deed.isPending} error={deed.error} errors={tried ? missing : {}} label={w.paperTitle}>
              <div className={desk.pair}>
                <Field label={w.by} name="by">
                  <Select
                    value={by}
                    onChange={setBy}
                    options={(['peer', 'self', 'organ'] as const).map((value) => ({ value, label: page.bys[value] }))}
                  />
                </Field>
                {by === 'organ' && (
                  <Field label={w.organ} name="organId" error={said['organId']}>
                    <Select
                      value={organ}
                      placeholder=""
                      onChange={setOrgan}
                      options={(organs.data?.items ?? [])
                        .filter(({ kind }) => kind !== 'branch')
                        .map(({ id, name: organName }) => ({ value: id, label: text(organName) }))}
                    />
                  </Field>
                )}
                <Field label={w.category} name="category" error={said['category']}>
                  <Select
                    value={category}
                    placeholder=""
                    onChange={setCategory}
                    options={categories.map(({ key, name: words }) => ({ value: key, label: text(words) }))}
                  />
                </Field>
                <Field label={w.person} name="name" error={said['name']}>
                  <TextInput value={name} onChange={setName} maxLength={50} />
                </Field>
                <Field label={w.phone} name="phone" error={said['phone']} optional>
                  <PhoneInput value={phone} onChange={setPhone} />
                </Field>
              </div>
              <Field label={w.deeds} name="deeds" error={said['deeds']}>
                <TextArea value={deeds} onChange={setDeeds} rows={5} maxLength={1500} />
              </Field>
              <Tick label={w.signed} checked={signed} onChange={setSigned} />
              {signed && (
                <>
                  <Choice<ShownAs>
                    label={w.shownAs}
                    hint={w.signedHint}
                    name="shownAs"
                    value={shownAs}
                    onChange={setShownAs}
                    options={(['name', 'alias', 'none'] as const).map((value) => ({ value, label: page.shown[value] }))}
                  />
                  {shownAs === 'alias' && (
                    <Field label={w.alias} name="alias" error={said['alias']}>
                      <TextInput value={alias} onChange={setAlias} maxLength={30} />
                    </Field>
                  )}
                </>
              )}
              <ButtonRow>
                <Button type="submit" busy={deed.isPending}>
                  {w.confirm}
                </Button>
              </ButtonRow>
            </Form>
          </Card>
        )}
      </Shown>
    </div>
  )
}
