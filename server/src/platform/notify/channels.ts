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

/**
 * The ways a message goes out besides the person's box in the app, which it is always in. Whoever has switched everything off
 * gets nothing, not even what is urgent: codes are another matter, they are an answer to the person and always go to the phone.
 */
export function deliveriesOf(
  choice: ChannelChoice,
  reach: Reach,
  message: { readonly urgent: boolean },
  at: { readonly zone: string; readonly now: Date; readonly quiet?: QuietHours },
): PlannedDelivery[] {
  const notBefore = mayLeaveAt(at.zone, at.now, message.urgent, at.quiet)
  const channels: Channel[] = []
  if (choice.sms && reach.phone) channels.push('sms')
  if (choice.mail && reach.mailAddress) channels.push('mail')
  return channels.map((channel) => ({ channel, notBefore }))
}
