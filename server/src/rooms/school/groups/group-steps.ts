import type { stepStudyGroup, StudyGroup } from '@ronghe/contract/school/study-groups.ts'
import type { BodyOf } from '@ronghe/contract/operation.ts'
import type { Deed } from '../../../platform/deed.ts'
import { forbidden, refused } from '../../../platform/http/problems.ts'
import { record } from '../../../platform/journal/record.ts'
import { ownSchool } from '../courses/course-rows.ts'
import { callOff, getMeeting, plan } from './group-meetings.ts'
import { findGroup, lockGroup, membersOf, toGroup } from './group-rows.ts'
import { end, setOpen, tellMembers } from './study-groups.ts'

type Step = BodyOf<typeof stepStudyGroup>

/** What whoever leads a group does with it. */
export async function step(deed: Deed, groupId: string, personId: string, body: Step): Promise<StudyGroup> {
  const row = await lockGroup(deed, groupId)
  const me = (await membersOf(deed, [groupId])).find(({ person_id }) => person_id === personId)
  if (!me?.leads) throw forbidden('group-not-leading')
  if (row.state === 'closed') throw refused('group-over')
  if (body.step === 'shut' || body.step === 'open') await setOpen(deed, row, body.step === 'open')
  else if (body.step === 'close') {
    await tellMembers(deed, groupId)
    await end(deed, row, { because: null, post: null })
  } else {
    if (body.step === 'meet') await plan(deed, row, body)
    else await callOff(deed, await getMeeting(deed, body.meeting, groupId))
    await tellMembers(deed, groupId)
  }
  await record(deed, { kind: `school.group.${body.step}`, about: personId, plain: { group: groupId } })
  return toGroup(deed, await findGroup(deed, groupId))
}

/** The school ends a group that does not keep to the rules of the house, and says why to everybody in it. */
export async function closeByDesk(deed: Deed, groupId: string, because: string): Promise<StudyGroup> {
  const { id: post } = ownSchool(deed)
  const row = await lockGroup(deed, groupId)
  if (row.state === 'closed') throw refused('group-over')
  await tellMembers(deed, groupId)
  await end(deed, row, { because, post })
  await record(deed, { kind: 'school.group.closed', plain: { group: groupId } })
  return toGroup(deed, await findGroup(deed, groupId))
}
