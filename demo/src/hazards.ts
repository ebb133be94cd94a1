import { addDays, addWorkingDays, dayIn, startOfDay, type Calendar } from '@ronghe/server/platform/calendar/working-days.ts'
import { claimCode, uuid7 } from '@ronghe/server/platform/codes.ts'
import { lanes, type LaneKey } from './cast.ts'
import { chanceOf } from './chance.ts'
import type { RowOf } from './copy-rows.ts'
import { communityId, laneId, postId } from './load-cast.ts'
import type { Maker, Resident } from './residents.ts'

export interface MadeHazards {
  readonly hazards: RowOf<'hazard'>[]
  readonly events: RowOf<'hazard_event'>[]
  readonly counters: RowOf<'counter'>[]
}

const seen = {
  lamp: { words: ['巷口的灯不亮，走到拐角全黑。', '路灯一闪一闪。'], fixed: '灯管换好了。', days: 3 },
  rubbish: { words: ['旧沙发丢在榕树下两天了。', '桶满了，袋子堆到路上。'], fixed: '已经清走，加了一只桶。', days: 1 },
  lift: { words: ['电梯开门时比地面高一截。', '电梯里灯坏了，按钮看不见。'], fixed: '维保单位修好了，贴了新的检验标。', days: 1 },
  water: { words: ['井盖裂了一半。', '墙根一直渗水。'], fixed: '井盖换了新的。', days: 2 },
  wire: { words: ['楼道里拉了充电线，没有套管。'], fixed: '线拆了，充电桩在巷口。', days: 2 },
} as const

/** Lamps, rubbish, lifts, water, wires: things at places, reported with a day and no hour. */
export function inventHazards(maker: Maker, calendar: Calendar, residents: readonly Resident[], count: number): MadeHazards {
  const chance = chanceOf('hazards')
  const { street, platform, now } = maker
  const today = dayIn(street.zone, now)
  const made: MadeHazards = { hazards: [], events: [], counters: [] }
  const numbers = new Map<string, number>()
  const days = Array.from({ length: count }, () => addDays(today, -chance.below(180))).toSorted()
  for (const day of days) {
    const kind = chance.weighed({ lamp: 30, rubbish: 34, lift: 10, water: 14, wire: 12 })
    const lane = chance.pick(Object.keys(lanes) as LaneKey[])
    const signedIn = chance.in(0.5)
    const id = uuid7(startOfDay(street.zone, day).getTime(), chance.bytes)
    const month = day.slice(2, 7).replace('-', '')
    numbers.set(month, (numbers.get(month) ?? 0) + 1)
    const words = chance.pick(seen[kind].words)
    const moments = [1, 1, seen[kind].days + chance.below(3)]
    const ending = chance.weighed({ fixed: 86, notFound: 8, referred: 6 })
    let state: RowOf<'hazard'>['state'] = 'reported'
    let on = day
    let seq = 0
    const note = (happened: RowOf<'hazard_event'>['kind'], at: string, said: string | null, by: string | null) => {
      seq++
      made.events.push({
        street_id: street.id,
        id: uuid7(startOfDay(street.zone, at).getTime(), chance.bytes),
        hazard_id: id,
        seq,
        kind: happened,
        words: said,
        by_post: by,
        on_day: at,
      })
    }
    note('reported', day, null, null)
    for (const [place, next] of (['checked', 'sent', ending] as const).entries()) {
      const then = addWorkingDays(calendar, on, Math.min(moments[place]!, place === 1 ? 0 : moments[place]!))
      if (then > today) break
      on = then
      state = next
      note(
        next,
        on,
        place === 2 && next === 'fixed' ? seen[kind].fixed : null,
        postId(street.id, place === 2 ? 'environmentOfficer' : 'windowTwo'),
      )
    }
    const ended = state === 'fixed' || state === 'notFound' || state === 'referred'
    made.hazards.push({
      street_id: street.id,
      id,
      number: `YH-${month}-${String(numbers.get(month)).padStart(4, '0')}`,
      kind,
      community_id: communityId(street.id, lanes[lane].community),
      lane_id: laneId(street.id, lane),
      words_sealed: platform.sealer.seal({ street: street.id, table: 'hazard', column: 'words_sealed', row: id }, words),
      public_words: state === 'reported' ? null : words,
      person_id: signedIn ? chance.pick(residents).id : null,
      claim_hash: signedIn ? null : platform.sealer.lookup(street.id, 'code', claimCode(chance.bytes)),
      source: signedIn ? 'resident' : chance.in(0.3) ? 'patrol' : 'resident',
      state,
      department: state === 'reported' ? null : 'environment',
      department_post: state === 'reported' ? null : postId(street.id, 'environmentOfficer'),
      answer:
        state === 'fixed'
          ? seen[kind].fixed
          : state === 'notFound'
            ? '到现场看过，没有找到，请写清是哪一栋。'
            : state === 'referred'
              ? '在私人院内，已经请楼主处理。'
              : null,
      reported_on: day,
      due_on: ended ? null : addWorkingDays(calendar, day, 1 + seen[kind].days),
      ended_on: ended ? on : null,
    })
  }
  for (const [month, value] of numbers) made.counters.push({ street_id: street.id, name: `hazard ${month}`, value })
  return made
}
