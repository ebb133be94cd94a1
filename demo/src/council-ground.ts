import type { PartOfDay } from '@ronghe/contract/council/visits.ts'
import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { dayIn } from '@ronghe/server/platform/calendar/working-days.ts'
import { claimCode } from '@ronghe/server/platform/codes.ts'
import type { Deed } from '@ronghe/server/platform/deed.ts'
import { answerPart } from '@ronghe/server/rooms/council/merged-authors.ts'
import { mergeConcerns } from '@ronghe/server/rooms/council/merging.ts'
import { saveVisit, visitForm } from '@ronghe/server/rooms/council/visits.ts'
import { raiseConcern } from '@ronghe/server/rooms/programme/concern-raising.ts'
import type { CastKey, LaneKey } from './cast.ts'
import { chanceOf, type Chance } from './chance.ts'
import { acting } from './council-acting.ts'
import { loadResolutions } from './council-resolutions.ts'
import { castId, laneId, organId } from './load-cast.ts'

interface VisitSeed {
  readonly who: CastKey
  readonly daysAgo: number
  readonly lane: LaneKey
  readonly part: PartOfDay
  readonly topics: readonly string[]
  readonly seen: string
  readonly words?: string
  /** Passed on for somebody: topic and text. */
  readonly concern?: readonly [topic: string, words: string]
}

const visits: readonly VisitSeed[] = [
  {
    who: 'zhou',
    daysAgo: 82,
    lane: 'laneThree',
    part: 'evening',
    topics: ['safety'],
    seen: '巷口往里第二、第三盏路灯不亮，墙边停了一排摩托车。',
    words: '下夜班回来，这条巷子黑得怕人。',
    concern: ['safety', '三号巷晚上路灯不亮，下夜班看不清路。'],
  },
  {
    who: 'uncleHuang',
    daysAgo: 80,
    lane: 'laneThree',
    part: 'morning',
    topics: ['safety', 'environment'],
    seen: '灯杆上的线垂下来了，楼道口有纸箱。',
    concern: ['safety', '三号巷路灯坏了两盏，老人晚上不敢出门，线也垂着。'],
  },
  {
    who: 'liZhiqiang',
    daysAgo: 76,
    lane: 'laneThree',
    part: 'evening',
    topics: ['safety'],
    seen: '还是那两盏不亮。',
    concern: ['safety', '三号巷晚上路灯不亮，摩托车停得乱，走路看不清。'],
  },
  { who: 'liangShaofen', daysAgo: 61, lane: 'laneFive', part: 'afternoon', topics: ['environment'], seen: '垃圾桶少，下午就满了。' },
  {
    who: 'sunLanying',
    daysAgo: 47,
    lane: 'laneFive',
    part: 'morning',
    topics: ['school', 'housing'],
    seen: '新搬来几户，都问上学的事。',
    words: '孩子上学的材料，跑了三趟还没弄清楚。',
    concern: ['school', '五巷几家新搬来的，不知道孩子上学要什么材料，请讲一次。'],
  },
  { who: 'zengBo', daysAgo: 33, lane: 'banyanLane', part: 'evening', topics: ['neighbours'], seen: '榕树下跳舞的九点就散了。' },
  { who: 'heYong', daysAgo: 19, lane: 'laneOne', part: 'afternoon', topics: ['work'], seen: '招工的牌子没写工钱。' },
  { who: 'panHui', daysAgo: 6, lane: 'laneThree', part: 'evening', topics: ['safety'], seen: '灯都亮了，线也收好了。' },
]

/** Residents who asked the council to carry the same. */
const raised: readonly (readonly [CastKey, number, string])[] = [
  ['chen', 79, '三号巷晚上路灯不亮，下夜班走路看不清，请修好。'],
  ['auntHuang', 78, '三号巷路灯不亮，晚上出门看不清台阶。'],
  ['liuFang', 77, '路灯坏了好久，三号巷晚上看不清路，带孩子不敢走。'],
]

/** What lies under the council's motions and what came after them: visits, concerns brought together, resolutions on their way. */
export async function loadGround(deed: Deed): Promise<void> {
  const chance = chanceOf('council-ground')
  const heard = await loadVisits(deed, chance)
  const own = await loadConcerns(deed, chance)
  const merged = await loadMerge(deed, [...own, ...heard], chance)
  await loadResolutions(deed, merged, chance)
}

/** Gives the concerns about the lamps of Lane Three. */
async function loadVisits(deed: Deed, chance: Chance): Promise<string[]> {
  const councilId = organId(deed.street.id, 'council')
  const lamps: string[] = []
  for (const { who, daysAgo, lane, part, topics, seen, words, concern } of visits) {
    const there = acting(deed, who, daysAgo, chance)
    const at = there.now.toISOString()
    const { ownTerm } = await visitForm(there, councilId)
    const slip = () => claimCode((size) => chance.bytes(size))
    const concerns = concern ? [{ id: there.id(), topic: concern[0], words: concern[1], authorAgreed: true as const, code: slip() }] : []
    await saveVisit(there, councilId, {
      id: there.id(),
      base: null,
      parts: { laneId: laneId(deed.street.id, lane), onDay: dayIn(deed.street.zone, there.now), part, topics: [...topics], seen },
      times: { laneId: at, onDay: at, part: at, topics: at, seen: at },
      aside: [],
      delegates: [ownTerm!],
      words: words ? [{ id: there.id(), words, consentVersion: consentTexts.visitWords.version, code: slip() }] : [],
      concerns,
    })
    if (lane === 'laneThree') lamps.push(...concerns.map(({ id }) => id))
  }
  return lamps
}

async function loadConcerns(deed: Deed, chance: Chance): Promise<string[]> {
  const ids: string[] = []
  for (const [who, daysAgo, words] of raised) {
    const there = acting(deed, who, daysAgo, chance)
    const { id } = await raiseConcern(there, castId(deed.street.id, who), {
      id: there.id(),
      words,
      topic: 'safety',
      laneId: laneId(deed.street.id, 'laneThree'),
      throughOrganId: organId(deed.street.id, 'council'),
    })
    ids.push(id)
  }
  return ids
}

/** Six become one; two of the authors agreed, the others let the days pass. */
async function loadMerge(
  deed: Deed,
  concernIds: readonly string[],
  chance: Chance,
): Promise<{ id: string; concernIds: readonly string[] }> {
  const merged = await mergeConcerns(acting(deed, 'jiangWen', 70, chance), organId(deed.street.id, 'council'), {
    title: '三号巷的路灯',
    shared: '三号巷晚上路灯不亮，看不清路，请修好。',
    parts: concernIds.map((concernId, place) => ({
      concernId,
      dropped: place === concernIds.length - 1 ? ['摩托车停得乱'] : place === concernIds.length - 2 ? ['垂下来的线'] : [],
    })),
  })
  for (const [place, who] of (['chen', 'auntHuang'] as const).entries())
    await answerPart(
      acting(deed, who, 68, chance),
      { personId: castId(deed.street.id, who), concernId: concernIds[place]! },
      { answer: 'agreed' },
    )
  return { id: merged.id, concernIds }
}
