import { type AgreementCard, listAgreements, readAgreement } from '@ronghe/contract/programme/agreements.ts'
import type { Tone } from '../../../../ui/Tag.tsx'

/** What a step on an agreement may change. */
export const agreementReads = [readAgreement, listAgreements] as const

export const toneOf = ({ state, inForce }: Pick<AgreementCard, 'state' | 'inForce'>): Tone =>
  inForce ? 'going' : state === 'proposed' || state === 'negotiating' || state === 'signed' ? 'attention' : 'quiet'
