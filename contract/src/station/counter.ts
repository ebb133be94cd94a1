import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Shown, ShownFigure } from '../platform/shown.ts'
import { Day, Id, Moment, Text } from '../values.ts'
import { Speaks } from './appointments.ts'
import { ServiceKey } from './services.ts'
import { TicketState } from './tickets.ts'

/** A ticket as the clerk sees it. Whose it is stays covered; opening the person is its own, recorded, step. */
export const TicketAtDesk = z.object({
  id: Id,
  label: z.string(),
  state: TicketState,
  services: z.array(z.object({ key: z.string(), name: Text })),
  speaks: z.nullable(z.string()),
  channel: z.enum(['phone', 'desk', 'telephone', 'appointment']),
  /** Covered, null where nobody gave a name. */
  person: z.nullable(z.string()),
  personId: z.nullable(Id),
  appointmentAt: z.nullable(Moment),
  drawnAt: Moment,
  waitedMinutes: z.int(),
  window: z.nullable(z.int()),
  cases: z.array(z.object({ id: Id, number: z.string() })),
  may: z.array(z.string()),
})
export type TicketAtDesk = z.infer<typeof TicketAtDesk>

export const Window = z.object({
  id: Id,
  number: z.int(),
  name: Text,
  /** Empty: every service. */
  services: z.array(z.string()),
  /** 党员示范岗: served by whoever is on its roster. */
  model: z.boolean(),
  state: z.enum(['open', 'closed', 'lunch']),
  languages: z.array(z.string()),
  /** At lunch: the window that serves meanwhile. */
  coveredBy: z.nullable(z.int()),
  mine: z.boolean(),
  ticket: z.nullable(TicketAtDesk),
  may: z.array(z.string()),
})
export type Window = z.infer<typeof Window>

const window = { params: z.object({ windowId: Id }), post: 'station.counter.serve' } as const
const ticket = { params: z.object({ ticketId: Id }), post: 'station.counter.serve', method: 'POST', reply: TicketAtDesk } as const

export const listWindows = operation({
  id: 'station.counter.windows',
  method: 'GET',
  path: '/api/v1/desk/windows',
  post: 'station.counter.serve',
  summary: 'The windows and what happens at each',
  reply: z.object({ items: z.array(Window) }),
})

export const addWindow = operation({
  id: 'station.counter.add-window',
  method: 'POST',
  path: '/api/v1/desk/windows',
  post: 'station.counter.manage',
  summary: 'Set up a window',
  body: z.object({
    number: z.int().check(z.gte(1), z.lte(99)),
    name: Text,
    services: z._default(z.array(ServiceKey).check(z.maxLength(80)), []),
    model: z._default(z.boolean(), false),
  }),
  status: 201,
  reply: Window,
})
export const changeWindow = operation({
  id: 'station.counter.change-window',
  method: 'PUT',
  path: '/api/v1/desk/windows/:windowId',
  post: 'station.counter.manage',
  params: window.params,
  summary: 'Change what a window is called and serves, or take it away',
  body: z.object({
    name: Text,
    services: z.array(ServiceKey).check(z.maxLength(80)),
    model: z.boolean(),
    retired: z._default(z.boolean(), false),
  }),
  reply: Window,
})

export const openWindow = operation({
  ...window,
  id: 'station.counter.open',
  method: 'POST',
  path: '/api/v1/desk/windows/:windowId/open',
  summary: 'I sit down at this window; it speaks the dialects of my profile and those named here',
  body: z.object({ languages: z._default(z.array(Speaks).check(z.maxLength(8)), []) }),
  reply: Window,
})
export const closeWindow = operation({
  ...window,
  id: 'station.counter.close',
  method: 'POST',
  path: '/api/v1/desk/windows/:windowId/close',
  summary: 'Close, or go to lunch with another window standing in; refused while somebody is being served',
  body: z.object({ why: z._default(z.enum(['closed', 'lunch']), 'closed'), coveredBy: z.optional(Id) }),
  reply: Window,
})

export const listQueueAtCounter = operation({
  id: 'station.counter.queue',
  method: 'GET',
  path: '/api/v1/desk/tickets',
  post: 'station.counter.serve',
  summary: 'Everybody waiting, being served or held, in the order they will be called',
  query: z.object({ window: z.optional(Id) }),
  reply: z.object({ items: z.array(TicketAtDesk), waiting: z.int() }),
})

export const callNext = operation({
  ...window,
  id: 'station.counter.call-next',
  method: 'POST',
  path: '/api/v1/desk/windows/:windowId/call',
  summary: 'Call the next ticket; two clerks at once never call the same one. `ticket` is null when nobody waits',
  purpose: 'counter',
  reply: z.object({ ticket: z.nullable(TicketAtDesk) }),
})
export const recallTicket = operation({
  ...ticket,
  id: 'station.counter.recall',
  path: '/api/v1/desk/tickets/:ticketId/recall',
  summary: 'Call the same number again',
})
export const serveTicket = operation({
  ...ticket,
  id: 'station.counter.serve',
  path: '/api/v1/desk/tickets/:ticketId/serve',
  summary: 'The person is here: serving begins',
})
export const holdTicket = operation({
  ...ticket,
  id: 'station.counter.hold',
  path: '/api/v1/desk/tickets/:ticketId/hold',
  summary: 'The person goes to fetch a paper and comes back to the same place',
})
export const returnTicket = operation({
  ...ticket,
  id: 'station.counter.return',
  path: '/api/v1/desk/tickets/:ticketId/return',
  summary: 'Back from fetching a paper: next in line at the window that held it',
})
export const transferTicket = operation({
  ...ticket,
  id: 'station.counter.transfer',
  path: '/api/v1/desk/tickets/:ticketId/transfer',
  summary: 'On to another window, without drawing a number again; what was said stays with the case',
  body: z.object({ window: Id }),
})
export const finishTicket = operation({
  ...ticket,
  id: 'station.counter.finish',
  path: '/api/v1/desk/tickets/:ticketId/finish',
  summary: 'Done. The code lets the person rate this visit, once, without a name',
  reply: z.object({ ticket: TicketAtDesk, ratingCode: z.string() }),
})
export const markNoShow = operation({
  ...ticket,
  id: 'station.counter.no-show',
  path: '/api/v1/desk/tickets/:ticketId/no-show',
  summary: 'Called and nobody came; whoever comes later the same day is put back in line',
})
export const linkTicketCase = operation({
  ...ticket,
  id: 'station.counter.link-case',
  path: '/api/v1/desk/tickets/:ticketId/cases',
  summary: 'This case was opened or worked on during this visit',
  body: z.object({ case: Id }),
})

/** Waits and services of a day: of the counter, never of a clerk. Medians and 90th percentiles of five visits and more. */
export const readCounterFigures = operation({
  id: 'station.counter.figures',
  method: 'GET',
  path: '/api/v1/desk/counter-figures',
  post: 'station.counter.manage',
  summary: 'How long people waited and were served, day by day; finished days only',
  query: z.object({ from: Day, to: Day }),
  reply: z.object({
    days: z.array(
      z.object({
        day: Day,
        visits: z.object({ total: Shown, appointment: Shown, walkIn: Shown }),
        waitMedianMinutes: ShownFigure,
        waitP90Minutes: ShownFigure,
        serveMedianMinutes: ShownFigure,
        serveP90Minutes: ShownFigure,
      }),
    ),
  }),
})
