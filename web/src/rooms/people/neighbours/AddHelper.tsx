import { giveProxy, listProxies, ProxyRelation, ProxyScope } from '@ronghe/contract/people/proxies.ts'
import type * as z from 'zod/mini'
import { useWords } from '../../../platform/language/language.tsx'
import { useDraft } from '../../../platform/offline/draft.ts'
import { useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { DateInput, PhoneInput, Select, TextInput } from '../../../ui/inputs.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { uiWords } from '../../../ui/words/words.ts'
import { neighbourWords } from '../words/neighbours/words.ts'

type Relation = z.infer<typeof ProxyRelation>
type Scope = z.infer<typeof ProxyScope>
const empty = { name: '', phone: '', relation: '' as Relation | '', scope: '' as Scope | '', endsOn: '' }

export function AddHelper() {
  const w = useWords(neighbourWords)
  const ui = useWords(uiWords)
  const { person } = useSession()
  const draft = useDraft(`helper:${person?.id}`, empty)
  const deed = useDeed(giveProxy, {
    refreshes: [listProxies],
    onDone() {
      draft.change(empty)
      void draft.discard()
      toast(w.helperGiven)
    },
  })
  if (draft.state === 'reading') return <Loading />
  const { name, phone, relation, scope, endsOn } = draft.value
  const set = (part: Partial<typeof empty>): void => draft.change({ ...draft.value, ...part })
  const onlyPapers = relation === 'employer' || relation === 'landlord'
  const errors = fieldErrorsOf(deed.error)
  const send = (): void =>
    deed.mutate({
      body: {
        name,
        relation: relation as Relation, // an empty one is refused by the server, in words and beside its field
        scope: onlyPapers ? 'handIn' : (scope as Scope),
        ...(phone !== '' && { phone }),
        ...(endsOn !== '' && { endsOn }),
      },
    })
  return (
    <Card title={w.helperAdd}>
      <Form onSubmit={send} busy={deed.isPending} error={deed.error} label={w.helperAdd}>
        <Field label={w.helperName} name="name" error={errors['name']}>
          <TextInput value={name} onChange={(next) => set({ name: next })} maxLength={60} />
        </Field>
        <Field label={w.helperPhone} name="phone" hint={w.helperPhoneHint} error={errors['phone']} optional>
          <PhoneInput value={phone} onChange={(next) => set({ phone: next })} />
        </Field>
        <Field label={w.helperRelation} name="relation" error={errors['relation']}>
          <Select
            value={relation}
            onChange={(next) => set({ relation: next })}
            placeholder={ui.chooseOne}
            options={ProxyRelation.options.map((one) => ({ value: one, label: w.relations[one] }))}
          />
        </Field>
        {onlyPapers ? (
          <Notice tone="why">{w.helperEmployer}</Notice>
        ) : (
          <Choice
            label={w.helperScope}
            name="scope"
            error={errors['scope']}
            value={scope || undefined}
            onChange={(next) => set({ scope: next })}
            options={ProxyScope.options.map((one) => ({ value: one, label: w.scopes[one], hint: w.scopeHints[one] }))}
          />
        )}
        <Field label={w.helperEnds} name="endsOn" hint={w.helperEndsHint} error={errors['endsOn']} optional>
          <DateInput value={endsOn} onChange={(next) => set({ endsOn: next })} />
        </Field>
        <Button type="submit" wide busy={deed.isPending}>
          {w.helperGive}
        </Button>
      </Form>
    </Card>
  )
}
