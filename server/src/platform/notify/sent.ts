import { mayLeaveAt, type QuietHours } from './quiet-hours.ts'

/** What became of one try. `again` says whether a later try makes sense; `why` carries no number, address or text: it is logged. */
export type Sent = { readonly kind: 'sent' } | { readonly kind: 'failed'; readonly again: boolean; readonly why: string }

/** Waits before the tries that follow, in seconds; after the last one the delivery has failed. */
export const retryAfterSeconds: readonly number[] = [30, 120, 600, 3600, 4 * 3600]

/** Not at night either: a message that could not leave in the evening waits for the morning like any other. */
export function nextTry(
  attempts: number,
  now: Date,
  { zone, urgent, quiet }: { readonly zone: string; readonly urgent: boolean; readonly quiet: QuietHours },
): Date | undefined {
  const wait = retryAfterSeconds[attempts - 1]
  return wait === undefined ? undefined : mayLeaveAt(zone, new Date(now.getTime() + wait * 1000), urgent, quiet)
}
