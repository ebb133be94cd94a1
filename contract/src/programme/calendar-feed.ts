import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Moment } from '../values.ts'

export const CalendarFeed = z.object({
  since: z.nullable(Moment),
  /** Only in the reply that makes it: the secret is not kept. */
  path: z.nullable(z.string()),
})

export const readCalendarFeed = operation({
  id: 'programme.calendar-feed.read',
  method: 'GET',
  path: '/api/v1/my/calendar-feed',
  post: 'resident',
  summary: 'Whether I have a calendar address',
  reply: CalendarFeed,
})

export const makeCalendarFeed = operation({
  id: 'programme.calendar-feed.make',
  method: 'POST',
  path: '/api/v1/my/calendar-feed',
  post: 'resident',
  summary: 'A secret address that my calendar fetches; an earlier one stops working',
  inPerson: true,
  status: 201,
  reply: CalendarFeed,
})

export const revokeCalendarFeed = operation({
  id: 'programme.calendar-feed.revoke',
  method: 'DELETE',
  path: '/api/v1/my/calendar-feed',
  post: 'resident',
  summary: 'Make my calendar address useless',
  inPerson: true,
  reply: CalendarFeed,
})

export const fetchCalendarFeed = operation({
  id: 'programme.calendar-feed.fetch',
  method: 'GET',
  path: '/calendar/:file',
  post: 'nobody',
  summary: 'Shifts, classes and meetings of whoever owns this secret address, for a calendar that fetches by itself',
  params: z.object({ file: z.string().check(z.maxLength(80)) }),
  perMinute: 60,
  media: { reply: 'text/calendar' },
})
