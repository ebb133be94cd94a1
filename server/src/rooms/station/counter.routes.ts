import * as appointments from '@ronghe/contract/station/appointments.ts'
import * as plan from '@ronghe/contract/station/counter-plan.ts'
import * as counter from '@ronghe/contract/station/counter.ts'
import * as tickets from '@ronghe/contract/station/tickets.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { appointmentsOfDay, book, bookForPerson, cancel, findTodaysByPhone, freeSlots, move, myAppointments } from './appointments.ts'
import { close as closeDays } from './closures.ts'
import { callNext, comeBack, finish, linkCase, listQueue, stepAtWindow, transfer } from './counter-calls.ts'
import { readFigures } from './counter-figures.ts'
import { addHours, endHours, readPlan, removeClosure } from './counter-plan.ts'
import { add, change, close, listWindows, open } from './counter.ts'
import { describeHall } from './hall.ts'
import { addShift, dropShift, listRoster, listShifts, takeShift } from './model-shifts.ts'
import { arrive, draw, leave, leaveByCode, myTickets, placeByCode } from './tickets.ts'

export function counterRoutes(app: App): void {
  appointmentRoutes(app)
  ticketRoutes(app)
  windowRoutes(app)
  planRoutes(app)
}

function appointmentRoutes(app: App): void {
  implement(app, appointments.listSlots, ({ deed, query }) => freeSlots(deed, query))
  implement(app, appointments.bookAppointment, ({ deed, person, body }) => book(deed, person().personId, body))
  implement(app, appointments.bookAppointmentAtDesk, ({ deed, body }) => bookForPerson(deed, body.person, body))
  implement(app, appointments.listMyAppointments, ({ deed, person, query }) => myAppointments(deed, person().personId, query))
  implement(app, appointments.moveAppointment, ({ deed, person, params, body }) =>
    move(deed, params.bookingId, person().personId, body.slot),
  )
  implement(app, appointments.cancelAppointment, ({ deed, person, params }) => cancel(deed, params.bookingId, person().personId))
  implement(app, appointments.listAppointmentsOfDay, ({ deed, query }) => appointmentsOfDay(deed, query.day))
  implement(app, appointments.cancelAppointmentAtDesk, ({ deed, params }) => cancel(deed, params.bookingId))
  implement(app, appointments.findAppointmentByPhone, ({ deed, body }) => findTodaysByPhone(deed, body.phone))
}

function ticketRoutes(app: App): void {
  implement(app, tickets.drawTicket, ({ deed, person, body }) => draw(deed, { ...body, personId: person().personId, channel: 'phone' }))
  implement(app, tickets.drawTicketAtDesk, ({ deed, body: { person, ...wanted } }) => draw(deed, { ...wanted, personId: person }))
  implement(app, tickets.arriveForAppointment, ({ deed, person, params }) => arrive(deed, params.bookingId, person().personId))
  implement(app, tickets.arriveForAppointmentAtDesk, ({ deed, params }) => arrive(deed, params.bookingId))
  implement(app, tickets.listMyTickets, ({ deed, person }) => myTickets(deed, person().personId))
  implement(app, tickets.readPlaceInLine, ({ deed, params }) => placeByCode(deed, params.code))
  implement(app, tickets.leaveLine, ({ deed, person, params }) => leave(deed, params.ticketId, person().personId))
  implement(app, tickets.leaveLineByCode, ({ deed, params }) => leaveByCode(deed, params.code))
  implement(app, tickets.readHall, ({ deed }) => describeHall(deed))
}

function windowRoutes(app: App): void {
  implement(app, counter.listWindows, ({ deed }) => listWindows(deed))
  implement(app, counter.addWindow, ({ deed, body }) => add(deed, body))
  implement(app, counter.changeWindow, ({ deed, params, body }) => change(deed, params.windowId, body))
  implement(app, counter.openWindow, ({ deed, params, body }) => open(deed, params.windowId, body.languages))
  implement(app, counter.closeWindow, ({ deed, params, body }) => close(deed, params.windowId, body))
  implement(app, counter.listQueueAtCounter, ({ deed, query }) => listQueue(deed, query.window))
  implement(app, counter.callNext, ({ deed, params }) => callNext(deed, params.windowId))
  implement(app, counter.recallTicket, ({ deed, params }) => stepAtWindow(deed, params.ticketId, 'recall'))
  implement(app, counter.serveTicket, ({ deed, params }) => stepAtWindow(deed, params.ticketId, 'serve'))
  implement(app, counter.holdTicket, ({ deed, params }) => stepAtWindow(deed, params.ticketId, 'hold'))
  implement(app, counter.markNoShow, ({ deed, params }) => stepAtWindow(deed, params.ticketId, 'noShow'))
  implement(app, counter.returnTicket, ({ deed, params }) => comeBack(deed, params.ticketId))
  implement(app, counter.transferTicket, ({ deed, params, body }) => transfer(deed, params.ticketId, body.window))
  implement(app, counter.finishTicket, ({ deed, params }) => finish(deed, params.ticketId))
  implement(app, counter.linkTicketCase, ({ deed, params, body }) => linkCase(deed, params.ticketId, body.case))
  implement(app, counter.readCounterFigures, ({ deed, query }) => readFigures(deed, query))
}

function planRoutes(app: App): void {
  implement(app, plan.readCounterPlan, ({ deed }) => readPlan(deed))
  implement(app, plan.addCounterHours, ({ deed, body }) => addHours(deed, body))
  implement(app, plan.endCounterHours, ({ deed, params, body }) => endHours(deed, params.hoursId, body.until))
  implement(app, plan.addClosure, ({ deed, body }) => closeDays(deed, body))
  implement(app, plan.dropClosure, ({ deed, params }) => removeClosure(deed, params.closureId))
  implement(app, plan.listModelShifts, ({ deed, person }) => listShifts(deed, person().personId))
  implement(app, plan.listModelRoster, ({ deed, person, query }) => listRoster(deed, person().personId, query.from))
  implement(app, plan.addModelShift, ({ deed, person, body }) => addShift(deed, person().personId, body))
  implement(app, plan.takeModelShift, ({ deed, person, params }) => takeShift(deed, params.shiftId, person().personId))
  implement(app, plan.dropModelShift, ({ deed, person, params }) => dropShift(deed, params.shiftId, person().personId))
}
