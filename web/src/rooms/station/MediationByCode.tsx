import { claimDispute, type Dispute, listMyDisputes, readDisputeByCode, stepDisputeByCode } from '@ronghe/contract/station/mediation.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../platform/language/language.tsx'
import { useSearchText } from '../../platform/params.ts'
import { useDeed } from '../../platform/queries.ts'
import { useSession } from '../../platform/session/session.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { RefusalLine } from '../../ui/Refusal.tsx'
import { toast } from '../../ui/Toast.tsx'
import { DisputeView } from './DisputeView.tsx'
import type { PartyStep } from './MediationPage.tsx'
import { mediationWords } from './words/mediation/words.ts'

/** The other side answers by the code from the letter; an account is not needed for any step. */
export function MediationByCode() {
  const w = useWords(mediationWords)
  const [code, setCode] = useState(useSearchText('code') ?? '')
  const [tried, setTried] = useState(false)
  const [dispute, setDispute] = useState<Dispute>()
  const read = useDeed(readDisputeByCode, { onDone: setDispute })
  const step = useDeed(stepDisputeByCode, { onDone: setDispute })
  const missing = code.trim() === ''
  const submit = (): void => {
    setTried(true)
    if (!missing) read.mutate({ body: { code: code.trim() } })
  }
  const take = (body: PartyStep, said: string): void =>
    step.mutate({ body: { code: code.trim(), ...body } }, { onSuccess: () => toast(said) })
  if (dispute)
    return <DisputeView dispute={dispute} take={take} busy={step.isPending} error={step.error} foot={<Claim code={code.trim()} />} />
  return (
    <>
      <PageHeader title={w.codeTitle} lead={w.codeLead} back={{ to: '/mediation' }} />
      <Form onSubmit={submit} busy={read.isPending} error={read.error} errors={tried && missing ? { code: w.codeMissing } : {}}>
        <Field label={w.code} name="code" error={tried && missing ? w.codeMissing : undefined}>
          <TextInput value={code} onChange={setCode} maxLength={40} short />
        </Field>
        <Button type="submit" busy={read.isPending}>
          {w.codeDo}
        </Button>
      </Form>
    </>
  )
}

/** Who has an account may keep it there instead of the paper. */
function Claim({ code }: { readonly code: string }) {
  const w = useWords(mediationWords)
  const navigate = useNavigate()
  const signedIn = useSession().person !== null
  const claim = useDeed(claimDispute, {
    refreshes: [listMyDisputes],
    onDone: (dispute) => {
      toast(w.claimed)
      void navigate({ to: '/mediation/$disputeId', params: { disputeId: dispute.id }, replace: true } as never)
    },
  })
  if (!signedIn) return null
  return (
    <Card>
      <p>{w.claimText}</p>
      {claim.error && <RefusalLine error={claim.error} />}
      <Button kind="quiet" busy={claim.isPending} onPress={() => claim.mutate({ body: { code } })}>
        {w.claim}
      </Button>
    </Card>
  )
}
