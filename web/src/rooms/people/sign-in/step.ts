import type { SignedIn } from '@ronghe/contract/people/sign-in.ts'

/** How far a sign-in has come; kept on the device until it is done. */
export type SignInStep =
  | { readonly kind: 'phone'; readonly phone: string }
  | {
      readonly kind: 'code'
      readonly phone: string
      readonly sentAt: number
      readonly minutes: number
      readonly demoCode?: string | undefined
    }
  | { readonly kind: 'named' | 'new'; readonly phone: string; readonly sentAt: number; readonly ticket: string; readonly shared?: boolean }

export const firstStep: SignInStep = { kind: 'phone', phone: '' }

/** Codes and tickets are good for ten minutes; after that only the number is worth keeping. */
export const stillGood = (step: SignInStep, now: number): boolean => step.kind === 'phone' || now - step.sentAt < 10 * 60_000

export const secondsUntilResend = (sentAt: number, now: number): number => Math.max(0, Math.ceil((sentAt + 60_000 - now) / 1000))

/** What a reply leads to: in, or one more question. */
export function afterSignedIn(
  reply: SignedIn,
  phone: string,
  now: number,
): { readonly in: true; readonly secondFactor: boolean } | { readonly in: false; readonly step: SignInStep } {
  return 'ticket' in reply
    ? { in: false, step: { kind: reply.kind, phone, sentAt: now, ticket: reply.ticket } }
    : { in: true, secondFactor: reply.secondFactor }
}

/** What every page of the sign-in is given. */
export interface StepProps<S extends SignInStep = SignInStep> {
  readonly step: S
  readonly next: (step: SignInStep) => void
  readonly onSignedIn: (secondFactor: boolean) => void
}
