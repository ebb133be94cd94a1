import type { Speech, AgendaItem as FloorItem, Interest as FloorInterest } from '@ronghe/floor'
import { replay } from '@ronghe/floor'
import type { Deed } from '../../platform/deed.ts'
import { agendaItems } from './agenda.ts'
import { floorEvents } from './floor-events.ts'
import { interestsOf } from './interests.ts'
import type { Meeting } from './meeting-rows.ts'
import { motionForFloor } from './motion-steps.ts'

/** The agenda as the floor keeps it: ids and titles of the day. What is only heard has no motion. */
export async function floorAgenda(deed: Deed, meeting: Meeting): Promise<readonly FloorItem[]> {
  const items: FloorItem[] = []
  for (const { id, position, kind, title, bench, motion } of await agendaItems(deed, meeting.id)) {
    const base = { id, position, kind, title: title as FloorItem['title'], bench }
    if (kind === 'report') items.push({ ...base, motion: null })
    else if (kind === 'motion' && motion) items.push({ ...base, motion: await textOf(deed, motion.id) })
    // An appeal, the minutes, an invented motion of a practice meeting: decided like an ordinary motion. What follows is in `follow`.
    else
      items.push({
        ...base,
        motion: { id, title: base.title, number: null, kind: 'ordinary', lines: [], version: 1, signedBy: [] },
      })
  }
  return items
}

async function textOf(deed: Deed, motionId: string): Promise<NonNullable<FloorItem['motion']>> {
  const { id, title, number, kind, lines, version } = await motionForFloor(deed, motionId)
  const signed = await deed.tx
    .selectFrom('motion_cosign')
    .select('person_id')
    .where('street_id', '=', deed.street.id)
    .where('motion_id', '=', motionId)
    .orderBy('signed_on')
    .orderBy('person_id')
    .execute()
  return {
    id,
    title: title as FloorItem['title'],
    number: number && `${number.year}-${number.number}`,
    kind,
    lines,
    version,
    signedBy: signed.map(({ person_id }) => person_id),
  }
}

/** The item as it stands when it is opened, what was said on its motion at earlier meetings, and who is tied to its parties. */
export async function openedItem(
  deed: Deed,
  meeting: Meeting,
  itemId: string,
): Promise<{ readonly item: FloorItem; readonly earlier: readonly Speech[]; readonly interests: readonly FloorInterest[] } | undefined> {
  const item = (await floorAgenda(deed, meeting)).find(({ id }) => id === itemId)
  if (!item) return undefined
  if (item.kind !== 'motion' || !item.motion) return { item, earlier: [], interests: [] }
  const { parties } = await motionForFloor(deed, item.motion.id)
  const tied = await interestsOf(deed, meeting.councilId, parties)
  return {
    item,
    earlier: await earlierSpeeches(deed, meeting, item.motion.id),
    interests: tied.map(({ personId, why }) => ({ delegateId: personId, how: 'register', why })),
  }
}

/** Of the meeting before that dealt with the same motion; it carries those of the one before it. */
async function earlierSpeeches(deed: Deed, { id, councilId }: Meeting, motionId: string): Promise<readonly Speech[]> {
  const row = await deed.tx
    .selectFrom('meeting_event')
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.street_id', '=', 'meeting_event.street_id').onRef('meeting.id', '=', 'meeting_event.meeting_id'),
    )
    .select('meeting.id')
    .where('meeting_event.street_id', '=', deed.street.id)
    .where('meeting.council_id', '=', councilId)
    .where('meeting.id', '<>', id)
    .where('meeting.kind', '<>', 'practice')
    .where('meeting_event.kind', '=', 'itemOpened')
    .where((one) =>
      one(
        one.fn<string>('jsonb_extract_path_text', ['meeting_event.event', one.val('item'), one.val('motion'), one.val('id')]),
        '=',
        motionId,
      ),
    )
    .orderBy('meeting_event.at', 'desc')
    .executeTakeFirst()
  if (!row) return []
  const events = await floorEvents(deed, row.id)
  const opened = events.findLast((event) => event.kind === 'itemOpened' && event.item.motion?.id === motionId)
  if (opened?.kind !== 'itemOpened') return []
  return replay(events).closed.find((one) => one.id === opened.item.id)?.speeches ?? []
}
