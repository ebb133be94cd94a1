import * as z from 'zod/mini'
import { operation } from '../operation.ts'
import { Id, Moment, Page, pageOf, Text, words } from '../values.ts'

/**
 * What the last shift tells the next one (08, Handing over). A note belongs to an organ or to one of its posts, never to a person; it is
 * about the work, and whoever needs a resident's data finds it in the case.
 */
export const ShiftNote = z.object({
  id: Id,
  organ: z.object({ id: Id, name: Text }),
  /** Null: for everybody in the organ. */
  post: z.nullable(z.object({ id: Id, name: Text })),
  words: z.string(),
  /** The post under which it was left. */
  by: Text,
  leftAt: Moment,
  mine: z.boolean(),
  /** When this reader marked it as read. */
  readAt: z.nullable(Moment),
  /** The posts that marked it, so that whoever left it knows it has arrived. */
  readBy: z.array(z.object({ post: Text, at: Moment })),
  may: z.array(z.enum(['read', 'takeBack'])),
})
export type ShiftNote = z.infer<typeof ShiftNote>

export const listShiftNotes = operation({
  id: 'programme.shift-notes.list',
  method: 'GET',
  path: '/api/v1/shift-notes',
  post: 'programme.shift-notes',
  summary: 'Notes for the posts held today and for those one stands in for, the newest first',
  query: z.object({ show: z._default(z.enum(['all', 'unread']), 'all'), ...Page }),
  reply: pageOf(ShiftNote),
})

export const listShiftNotePlaces = operation({
  id: 'programme.shift-notes.places',
  method: 'GET',
  path: '/api/v1/shift-note-places',
  post: 'programme.shift-notes',
  summary: 'The organs and posts for which the reader may leave a note',
  reply: z.object({ items: z.array(z.object({ id: Id, name: Text, posts: z.array(z.object({ id: Id, name: Text })) })) }),
})

export const leaveShiftNote = operation({
  id: 'programme.shift-notes.leave',
  method: 'POST',
  path: '/api/v1/shift-notes',
  post: 'programme.shift-notes',
  summary: 'Leave a note for the next shift of an organ or of one of its posts; a phone or ID number in it is refused',
  body: z.object({ organId: Id, postId: z._default(z.nullable(Id), null), words: words(600) }),
  status: 201,
  reply: ShiftNote,
})

export const markShiftNote = operation({
  id: 'programme.shift-notes.mark',
  method: 'POST',
  path: '/api/v1/shift-notes/:noteId/reading',
  post: 'programme.shift-notes',
  summary: 'Mark a note as read',
  params: z.object({ noteId: Id }),
  reply: ShiftNote,
})

export const takeBackShiftNote = operation({
  id: 'programme.shift-notes.take-back',
  method: 'DELETE',
  path: '/api/v1/shift-notes/:noteId',
  post: 'programme.shift-notes',
  summary: 'Take back a note of one’s own that nobody has marked as read',
  params: z.object({ noteId: Id }),
  reply: z.object({}),
})
