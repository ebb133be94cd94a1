import { addDays, addWorkingDays, dayIn, startOfDay, type Calendar } from '@ronghe/server/platform/calendar/working-days.ts'
import { uuid7 } from '@ronghe/server/platform/codes.ts'
import type { CastKey, PostKey } from './cast.ts'
import { chanceOf } from './chance.ts'
import type { RowOf } from './copy-rows.ts'
import { castId, demoId, organId, postId } from './load-cast.ts'
import type { Maker, Resident } from './residents.ts'
import { openDayBy } from './work-hours.ts'

export interface DeskDays {
  readonly absences: RowOf<'leave'>[]
  readonly notes: RowOf<'shift_note'>[]
  readonly readings: RowOf<'shift_note_reading'>[]
  readonly shifts: RowOf<'model_shift'>[]
}

/** Days from today; whoever stands in holds a post of their own. */
const absences: readonly {
  readonly who: CastKey
  readonly post: PostKey
  readonly from: number
  readonly to: number
  readonly standIn: PostKey | null
  readonly note: string
}[] = [
  { who: 'wangJun', post: 'policeOfficer', from: 2, to: 4, standIn: 'streetOfficer', note: '区里培训' },
  { who: 'liTing', post: 'windowOne', from: 8, to: 12, standIn: 'windowTwo', note: '回洪湖' },
  { who: 'tangLi', post: 'healthOfficer', from: 15, to: 15, standIn: 'streetOfficer', note: '' },
  { who: 'luoYan', post: 'stationLead', from: 23, to: 27, standIn: 'streetLead', note: '年假' },
]

interface Told {
  readonly who: 'liTing' | 'heMin' | 'luoYan'
  readonly to: PostKey | null
  readonly daysAgo: number
  readonly words: string
  readonly readBy: readonly ('liTing' | 'heMin' | 'luoYan')[]
}
const deskOf = { liTing: 'windowOne', heMin: 'windowTwo', luoYan: 'stationLead' } as const
const told: readonly Told[] = [
  { who: 'luoYan', to: null, daysAgo: 9, words: '新的欠薪材料清单放在每个窗口左边抽屉，旧的不用了。', readBy: ['liTing', 'heMin'] },
  { who: 'heMin', to: 'windowOne', daysAgo: 6, words: '读卡器松了，插的时候往里按一下，已经报修。', readBy: ['liTing'] },
  { who: 'liTing', to: null, daysAgo: 3, words: '下午停水，请提前接好。', readBy: ['heMin', 'luoYan'] },
  { who: 'liTing', to: 'windowTwo', daysAgo: 1, words: '复印件里夹着一张原件，放在信封里，封面写了案子编号，人来了当面还。', readBy: [] },
  { who: 'heMin', to: null, daysAgo: 1, words: '叫号机换了纸，新纸要撕短一点。', readBy: ['luoYan'] },
  { who: 'luoYan', to: 'windowOne', daysAgo: 1, words: '明天十点有社工带两位听不清的老人来，请慢慢说，用大字表。', readBy: [] },
]

/** Morning and afternoon at the model window; whoever likes may serve there, newcomers and locals alike. */
const halves = [
  [540, 720],
  [840, 1020],
] as const
const servers: readonly CastKey[] = ['xu', 'uncleHuang', 'zhou', 'liuJianjun', 'liZhiqiang']

/** What the people at the desks tell each other about the days to come. */
export function inventDeskDays(maker: Maker, calendar: Calendar, residents: readonly Resident[]): DeskDays {
  const chance = chanceOf('desk days')
  const { street, platform, now } = maker
  const street_id = street.id
  const today = dayIn(street.zone, now)
  const moment = (day: string, minute: number) => startOfDay(street.zone, day).getTime() + minute * 60_000
  const made: DeskDays = { absences: [], notes: [], readings: [], shifts: [] }
  for (const { who, post, from, to, standIn, note } of absences) {
    const id = uuid7(now.getTime(), chance.bytes)
    made.absences.push({
      street_id,
      id,
      appointment_id: demoId(street_id, 'appointment', who, post),
      from_day: addDays(today, from),
      to_day: addDays(today, to),
      stand_in: standIn && postId(street_id, standIn),
      note_sealed: note ? platform.sealer.seal({ street: street_id, table: 'leave', column: 'note_sealed', row: id }, note) : null,
    })
  }
  for (const [place, { who, to, daysAgo, words, readBy }] of told.entries()) {
    const day = openDayBy(calendar, addDays(today, -daysAgo))
    const at = moment(day, 17 * 60 + 5 * place)
    const id = uuid7(at, chance.bytes)
    made.notes.push({
      street_id,
      id,
      organ_id: organId(street_id, 'station'),
      post_id: to && postId(street_id, to),
      by_post: postId(street_id, deskOf[who]),
      person_id: castId(street_id, who),
      words_sealed: platform.sealer.seal({ street: street_id, table: 'shift_note', column: 'words_sealed', row: id }, words),
      at: new Date(at),
    })
    for (const reader of readBy) {
      const readAt = moment(addWorkingDays(calendar, day, 1), 8 * 60 + 31 + chance.below(20))
      if (readAt > now.getTime()) continue
      made.readings.push({
        street_id,
        id: uuid7(readAt, chance.bytes),
        note_id: id,
        person_id: castId(street_id, reader),
        by_post: postId(street_id, deskOf[reader]),
        at: new Date(readAt),
      })
    }
  }
  for (let ahead = 0; ahead <= 24; ahead++) {
    const day = addDays(today, ahead)
    if (!calendar.isWorkingDay(day)) continue
    for (const [from_minute, to_minute] of halves) {
      // The further off, the more is still free to take.
      const taken = chance.in(1.1 - ahead / 24)
      const person = chance.in(0.6) ? castId(street_id, chance.pick(servers)) : chance.pick(residents).id
      made.shifts.push({ street_id, id: uuid7(now.getTime(), chance.bytes), day, from_minute, to_minute, person_id: taken ? person : null })
    }
  }
  return made
}
