import { mayLeaveAt, type QuietHours } from './quiet-hours.ts'

export type Channel = 'sms' | 'mail'

/** What a person chose (`message_choice`); whoever never chose gets text messages. */
export interface ChannelChoice {
  readonly sms: boolean
  readonly mail: boolean
}
export const unchosen: ChannelChoice = { sms: true, mail: false }

/** What there is to reach a person by. */
export interface Reach {
  readonly phone: boolean
  readonly mailAddress: boolean
}

export interface PlannedDelivery {
  readonly channel: Channel
  readonly notBefore: Date
}

/** What somebody else did with the account at a desk: the owner's number is told whatever was switched off (08, Sign-in). */
const alwaysTold: ReadonlySet<string> = new Set(['number-change', 'number-changed', 'assisted'])

/**
 * The ways a message goes out besides the person's box in the app, which it is always in. Whoever has switched everything off
 * gets nothing, not even what is urgent. Two things always go to the phone: codes, which are an answer to the person, and what was done
 * with the account at a desk, which its owner must hear of.
 */
export function deliveriesOf(
  choice: ChannelChoice,
  reach: Reach,
  message: { readonly urgent: boolean; readonly template?: string },
  at: { readonly zone: string; readonly now: Date; readonly quiet: QuietHours },
): PlannedDelivery[] {
  const notBefore = mayLeaveAt(at.zone, at.now, message.urgent, at.quiet)
  const channels: Channel[] = []
  if ((choice.sms || alwaysTold.has(message.template ?? '')) && reach.phone) channels.push('sms')
  if (choice.mail && reach.mailAddress) channels.push('mail')
  return channels.map((channel) => ({ channel, notBefore }))
}
