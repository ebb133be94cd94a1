import * as profile from '@ronghe/contract/volunteers/profile.ts'
import { implement, sent, type App } from '../../platform/http/implement.ts'
import { myVolunteering, stopVolunteering, writeVolunteering } from './profile.ts'
import { exportSheet, importSheet } from './register-sheets.ts'
import { enterVolunteerOf, noteGuardianOf, verifySkillOf, volunteersOf } from './register.ts'

export function profileRoutes(app: App): void {
  implement(app, profile.readMyVolunteering, ({ deed, person }) => myVolunteering(deed, person().personId))
  implement(app, profile.writeMyVolunteering, ({ deed, body, person }) => writeVolunteering(deed, person().personId, body))
  implement(app, profile.stopVolunteering, ({ deed, person }) => stopVolunteering(deed, person().personId))
  implement(app, profile.listVolunteers, ({ deed, query }) => volunteersOf(deed, query))
  implement(app, profile.enterVolunteer, ({ deed, body }) => enterVolunteerOf(deed, body))
  implement(app, profile.noteGuardian, ({ deed, params, body }) => noteGuardianOf(deed, params.personId, body))
  implement(app, profile.verifySkill, ({ deed, params, body }) => verifySkillOf(deed, params.personId, body))
  implement(app, profile.importVolunteers, ({ deed, upload }) => {
    const { bytes, fields } = upload()
    return importSheet(deed, bytes, fields['preview'] === 'yes')
  })
  implement(app, profile.exportVolunteers, async ({ deed, body, response }) => {
    const bytes = await exportSheet(deed, body.purpose)
    // Only once the deed stands: what could not be recorded is not handed out.
    deed.afterCommit(async () => {
      await response
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="volunteers.xlsx"')
        .send(bytes)
    })
    return sent
  })
}
