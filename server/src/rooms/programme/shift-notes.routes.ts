import * as notes from '@ronghe/contract/programme/shift-notes.ts'
import { implement, type App } from '../../platform/http/implement.ts'
import { listShiftNotePlaces } from './shift-note-places.ts'
import { leaveShiftNote, listShiftNotes, markShiftNote, takeBackShiftNote } from './shift-notes.ts'

export function shiftNoteRoutes(app: App): void {
  implement(app, notes.listShiftNotes, ({ deed, query }) => listShiftNotes(deed, query))
  implement(app, notes.listShiftNotePlaces, ({ deed }) => listShiftNotePlaces(deed))
  implement(app, notes.leaveShiftNote, ({ deed, body }) => leaveShiftNote(deed, body))
  implement(app, notes.markShiftNote, ({ deed, params }) => markShiftNote(deed, params.noteId))
  implement(app, notes.takeBackShiftNote, ({ deed, params }) => takeBackShiftNote(deed, params.noteId))
}
