import * as appointments from '@ronghe/contract/programme/appointments.ts'
import type { WorkOwner } from '../../platform/handover.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { addPost, appoint, editPost } from './appointments.ts'
import { endAppointment, handOver, readOpenWork } from './handing-over.ts'
import { addLeave, listLeave, removeLeave } from './leave.ts'
import { endPost, listPosts } from './post-register.ts'

/** `owners` are all rooms with work on posts: ending an appointment asks every one of them. */
export function appointmentRoutes(app: App, owners: readonly WorkOwner[]): void {
  implement(app, appointments.listPosts, ({ deed, query }) => listPosts(deed, owners, query.organId))
  implement(app, appointments.addPost, ({ deed, params, body }) => addPost(deed, params.organId, body))
  implement(app, appointments.editPost, ({ deed, params, body }) => editPost(deed, params.postId, body))
  implement(app, appointments.endPost, ({ deed, params }) => endPost(deed, owners, params.postId))
  implement(app, appointments.appoint, ({ deed, params, body }) => appoint(deed, params.postId, body))
  implement(app, appointments.readOpenWork, ({ deed, params }) => readOpenWork(deed, owners, params.appointmentId))
  implement(app, appointments.handOver, ({ deed, params, body }) => handOver(deed, owners, params.appointmentId, body.items))
  implement(app, appointments.endAppointment, ({ deed, params, body }) => endAppointment(deed, owners, params.appointmentId, body))
  implement(app, appointments.listLeave, ({ deed }) => listLeave(deed))
  implement(app, appointments.addLeave, ({ deed, params, body }) => addLeave(deed, owners, params.appointmentId, body))
  implement(app, appointments.removeLeave, ({ deed, params }) => removeLeave(deed, params.leaveId))
}
