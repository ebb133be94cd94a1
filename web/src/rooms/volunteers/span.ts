import { dayOf, useFormat } from '../../platform/language/format.ts'

/** 11月28日（周六） 09:00–11:00; past midnight the end is still only an hour. */
export function useSpan(): (span: { readonly startsAt: string; readonly endsAt: string }) => string {
  const format = useFormat()
  return ({ startsAt, endsAt }) => `${format.day(dayOf(new Date(startsAt)))} ${format.time(startsAt)}–${format.time(endsAt)}`
}
