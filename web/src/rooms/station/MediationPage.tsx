import {
  type Dispute,
  listMyDisputes,
  type partySteps,
  printInvitation,
  readDispute,
  stepDispute,
} from '@ronghe/contract/station/mediation.ts'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../platform/language/language.tsx'
import { useParam } from '../../platform/params.ts'
import { reading, useDeed } from '../../platform/queries.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { RefusalLine } from '../../ui/Refusal.tsx'
import { Shown } from '../../ui/Shown.tsx'
import { toast } from '../../ui/Toast.tsx'
import { DisputeView } from './DisputeView.tsx'
import { InvitationSheet } from './InvitationSheet.tsx'
import { mediationWords } from './words/mediation/words.ts'

export type PartyStep = {
  readonly step: (typeof partySteps)[number]
  readonly words?: string
  readonly kept?: NonNullable<Dispute['kept']>
}

/** One of my disputes; seen by the two sides and the mediators only. */
export function MediationPage() {
  const disputeId = useParam('disputeId')
  const w = useWords(mediationWords)
  const read = useQuery(reading(readDispute, { params: { disputeId } }))
  const step = useDeed(stepDispute, { refreshes: [readDispute, listMyDisputes] })
  const again = useDeed(printInvitation)
  const take = (body: PartyStep, said: string): void => step.mutate({ params: { disputeId }, body }, { onSuccess: () => toast(said) })
  return (
    <Shown read={read}>
      {(dispute) => (
        <DisputeView
          dispute={dispute}
          take={take}
          busy={step.isPending}
          error={step.error}
          foot={
            <>
              {dispute.may.includes('printAgreement') && (
                <LinkButton kind="quiet" icon="print" to="/mediation/$disputeId/agreement" params={{ disputeId }}>
                  {w.print}
                </LinkButton>
              )}
              {again.data ? (
                <InvitationSheet letter={again.data} />
              ) : (
                dispute.may.includes('printInvitation') && (
                  <Button kind="quiet" busy={again.isPending} onPress={() => again.mutate({ params: { disputeId } })}>
                    {w.letterAgain}
                  </Button>
                )
              )}
              {again.error && <RefusalLine error={again.error} />}
            </>
          }
        />
      )}
    </Shown>
  )
}
