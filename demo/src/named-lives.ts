import { addDays, dayIn, startOfDay } from '@ronghe/server/platform/calendar/working-days.ts'
import { uuid7 } from '@ronghe/server/platform/codes.ts'
import { cast, type CastKey, type PostKey } from './cast.ts'
import { chanceOf } from './chance.ts'
import type { RowOf } from './copy-rows.ts'
import { castId, communityId, postId } from './load-cast.ts'
import type { Maker, Resident } from './residents.ts'

export interface NamedLives {
  readonly levels: RowOf<'residence_level'>[]
  readonly requests: RowOf<'data_request'>[]
  readonly numberChanges: RowOf<'number_change'>[]
  readonly consents: RowOf<'consent'>[]
}

/** Who is known to live here, since how many days, and from which post; a share of them is looked at again. */
const known: readonly {
  readonly who: CastKey
  readonly level: 'attested' | 'confirmed'
  readonly daysAgo: number
  readonly by: PostKey
  readonly again?: true
}[] = [
  { who: 'chen', level: 'attested', daysAgo: 160, by: 'laneHeadThree' },
  { who: 'liuFang', level: 'confirmed', daysAgo: 220, by: 'windowOne' },
  { who: 'auntHuang', level: 'confirmed', daysAgo: 300, by: 'windowTwo' },
  { who: 'zhou', level: 'confirmed', daysAgo: 310, by: 'windowTwo' },
  { who: 'uncleHuang', level: 'confirmed', daysAgo: 310, by: 'windowTwo' },
  { who: 'liZhiqiang', level: 'confirmed', daysAgo: 12, by: 'windowOne', again: true },
  { who: 'smith', level: 'confirmed', daysAgo: 6, by: 'windowTwo', again: true },
]

interface Asked {
  readonly who: CastKey | number
  readonly kind: RowOf<'data_request'>['kind']
  readonly words: string
  readonly daysAgo: number
  readonly answer?: readonly [state: 'done' | 'refused', words: string, after: number]
}
const asked: readonly Asked[] = [
  {
    who: 'chen',
    kind: 'correction',
    daysAgo: 40,
    words: '我的老家写成了监利，是洪湖。',
    answer: ['done', '已经改成洪湖，并请您看过。', 3],
  },
  {
    who: 7,
    kind: 'objection',
    daysAgo: 33,
    words: '不想让短信提到办件。',
    answer: ['refused', '短信本来就不写办什么事，只说“有新消息”。您也可以在“通知方式”里关掉短信。', 5],
  },
  {
    who: 'auntHuang',
    kind: 'copy',
    daysAgo: 21,
    words: '请打一份给我女儿帮我看。',
    answer: ['done', '打好了，带证件到 2 号窗口取，只交给您本人。', 2],
  },
  { who: 'smith', kind: 'copy', daysAgo: 9, words: 'Please send me a copy of everything you keep about me.' },
  { who: 19, kind: 'deletion', daysAgo: 6, words: '去年办的积分材料不用了，请删掉。' },
  { who: 42, kind: 'correction', daysAgo: 2, words: '名字里的“玥”打成了“月”。' },
]
const calendarDays = 15

/** What the named people and a few others have settled or asked for about themselves. */
export function inventNamedLives(maker: Maker, residents: readonly Resident[]): NamedLives {
  const chance = chanceOf('named lives')
  const { street, platform, now } = maker
  const today = dayIn(street.zone, now)
  const at = (daysAgo: number) => Math.min(startOfDay(street.zone, addDays(today, -daysAgo)).getTime() + 10.5 * 3_600_000, now.getTime())
  const idOf = (who: CastKey | number) => (typeof who === 'number' ? residents[who % residents.length]!.id : castId(street.id, who))
  const levels = known.map(({ who, level, daysAgo, by, again = false }): RowOf<'residence_level'> => ({
    street_id: street.id,
    id: uuid7(at(daysAgo), chance.bytes),
    person_id: castId(street.id, who),
    level,
    community_id: communityId(street.id, cast[who].community),
    confirmer_post: postId(street.id, by),
    on_day: addDays(today, -daysAgo),
    valid_until: addDays(today, 730 - daysAgo),
    recheck: again,
  }))
  const requests = asked.map(({ who, kind, words, daysAgo, answer }): RowOf<'data_request'> => {
    const id = uuid7(at(daysAgo), chance.bytes)
    const seal = (column: string, text: string) => platform.sealer.seal({ street: street.id, table: 'data_request', column, row: id }, text)
    return {
      street_id: street.id,
      id,
      person_id: idOf(who),
      kind,
      words_sealed: seal('words_sealed', words),
      state: answer ? answer[0] : 'open',
      answer_sealed: answer ? seal('answer_sealed', answer[1]) : null,
      answered_by: answer ? castId(street.id, 'zhengRu') : null,
      created_at: new Date(at(daysAgo)),
      due_on: addDays(today, calendarDays - daysAgo),
      answered_at: answer ? new Date(at(daysAgo - answer[2])) : null,
    }
  })
  const change = uuid7(at(1), chance.bytes)
  const newPhone = '19900000061'
  return {
    levels,
    requests,
    numberChanges: [
      {
        street_id: street.id,
        id: change,
        person_id: idOf(11),
        first_staff: castId(street.id, 'heMin'),
        new_phone_sealed: platform.sealer.seal(
          { street: street.id, table: 'number_change', column: 'new_phone_sealed', row: change },
          newPhone,
        ),
        new_phone_hash: platform.sealer.lookup(street.id, 'phone', newPhone),
        reason: 'lost',
        requested_at: new Date(at(1)),
      },
    ],
    consents: (['liuFang', 'zhou', 'auntHuang'] as const).map((who, place) => ({
      street_id: street.id,
      id: uuid7(at(90 - place), chance.bytes),
      person_id: castId(street.id, who),
      purpose: who === 'liuFang' ? 'homeCountySharing' : who === 'zhou' ? 'seatPublicity' : 'careVisits',
      text_version: '2026-11',
      channel: who === 'auntHuang' ? 'desk-paper' : 'phone',
      witness_post: who === 'auntHuang' ? postId(street.id, 'windowTwo') : null,
      given_at: new Date(at(90 - place)),
    })),
  }
}
