import { itemsFor, surveyScales, type QuestionnaireContent, type SurveyItem } from '@ronghe/contract/insight/survey-scales.ts'
import { addDays, dayIn } from '@ronghe/server/platform/calendar/working-days.ts'
import type { Deed } from '@ronghe/server/platform/deed.ts'
import { putIntoBox } from '@ronghe/server/rooms/insight/survey/answer-box.ts'
import { closeWave } from '@ronghe/server/rooms/insight/survey/closing.ts'
import { coarsenLanes } from '@ronghe/server/rooms/insight/survey/coarsen-lanes.ts'
import { completenessOf } from '@ronghe/server/rooms/insight/survey/completeness.ts'
import { drawDoors } from '@ronghe/server/rooms/insight/survey/doors.ts'
import { fixFrame, saveFrame, savePopulation } from '@ronghe/server/rooms/insight/survey/frame.ts'
import { saveQuestionnaire } from '@ronghe/server/rooms/insight/survey/questionnaires.ts'
import { changeWave, getWave, openWave, planWave } from '@ronghe/server/rooms/insight/survey/waves.ts'
import { lanes, type LaneKey } from './cast.ts'
import { chanceOf, type Chance } from './chance.ts'
import { acting } from './council-acting.ts'
import { demoId, laneId } from './load-cast.ts'

/** Invented: how many dwellings a lane has, and who lives there. */
const places: Readonly<Record<LaneKey, { readonly dwellings: number; readonly newcomers: number; readonly locals: number }>> = {
  laneOne: { dwellings: 820, newcomers: 1_460, locals: 640 },
  laneThree: { dwellings: 960, newcomers: 1_810, locals: 520 },
  laneFive: { dwellings: 540, newcomers: 870, locals: 480 },
  banyanLane: { dwellings: 760, newcomers: 980, locals: 1_020 },
  ferryLane: { dwellings: 620, newcomers: 1_120, locals: 590 },
}

/** How many of each group answered in each lane; more doors of one lane than of another open, and weights put that right. */
const answered: Readonly<Record<LaneKey, Readonly<Record<'newcomer' | 'local', number>>>> = {
  laneOne: { newcomer: 96, local: 82 },
  laneThree: { newcomer: 104, local: 64 },
  laneFive: { newcomer: 58, local: 71 },
  banyanLane: { newcomer: 79, local: 128 },
  ferryLane: { newcomer: 83, local: 75 },
}

/**
 * Where the middle of each scale lies in the first of the two closed waves, and how far it moved by the second. Made up, and not to please: some
 * things move, most stay within chance, and staying goes down. The study gives no figures, and these are none of its.
 */
const middles: Readonly<Record<string, Readonly<Record<'newcomer' | 'local', readonly [first: number, moved: number]>>>> = {
  closeness: { newcomer: [2.7, 0.05], local: [2.8, 0.02] },
  mutualHelp: { newcomer: [2.9, 0.2], local: [2.8, 0.05] },
  recognition: { newcomer: [2.8, 0.08], local: [3.1, 0] },
  belonging: { newcomer: [2.9, 0.1], local: [3.7, -0.03] },
  trustNeighbours: { newcomer: [3.2, -0.02], local: [3.3, 0.04] },
  trustOrgans: { newcomer: [3.3, 0.06], local: [3.4, 0.02] },
  prejudice: { newcomer: [3.1, -0.05], local: [3, 0] },
  acceptance: { newcomer: [3, 0], local: [3.3, 0.03] },
  threat: { newcomer: [3, 0], local: [3.1, 0.02] },
  say: { newcomer: [2.4, 0.25], local: [3, 0.02] },
  stay: { newcomer: [3.3, -0.18], local: [4.1, -0.02] },
  programme: { newcomer: [3.7, 0], local: [3.6, 0.05] },
}

interface Person {
  readonly group: 'newcomer' | 'local' | 'unstated'
  readonly lane: LaneKey | null
}

interface Sheet {
  readonly group: Person['group']
  readonly laneId: string | null
  readonly answers: Record<string, number>
}

/** A year of the survey: two closed waves and one that is being asked. */
export async function loadSurvey(deed: Deed): Promise<void> {
  const chance = chanceOf('survey')
  const by = (daysAgo: number): Deed => acting(deed, 'luoWen', daysAgo, chance)
  await savePopulation(by(320), {
    rows: laneKeys.map((lane) => ({
      laneId: laneId(deed.street.id, lane),
      newcomers: places[lane].newcomers,
      locals: places[lane].locals,
      countedOn: dayBefore(deed, 340),
      source: '街道年度人口公报(示例)',
    })),
  })
  const { id: questionnaireId } = await saveQuestionnaire(by(318), {
    title: { 'zh-CN': '街坊问卷', en: 'The neighbours’ survey' },
    scales: surveyScales.map(({ id }) => id),
  })
  const asked = { questionnaireId, chance, by, deed }
  await closedWave(asked, { title: { 'zh-CN': '春季问卷', en: 'Spring wave' }, opened: 300, closed: 272, moved: 0, unstated: 16, open: 0 })
  await closedWave(asked, { title: { 'zh-CN': '秋季问卷', en: 'Autumn wave' }, opened: 118, closed: 90, moved: 1, unstated: 14, open: 62 })
  await runningWave(asked)
}

interface Asked {
  readonly questionnaireId: string
  readonly chance: Chance
  readonly deed: Deed
  by(daysAgo: number): Deed
}

interface Closed {
  readonly title: { readonly 'zh-CN': string; readonly en: string }
  /** Days ago. */
  readonly opened: number
  readonly closed: number
  /** 0 in the first wave, 1 in the second. */
  readonly moved: number
  readonly unstated: number
  /** How many answered through the open link. */
  readonly open: number
}

const laneKeys = Object.keys(lanes) as LaneKey[]
const dayBefore = (deed: Deed, days: number): string => addDays(dayIn(deed.street.zone, deed.now), -days)

async function begin(
  { questionnaireId, by, deed }: Asked,
  { title, opened, closed, doors, openLink }: { title: Closed['title']; opened: number; closed: number; doors: number; openLink: boolean },
): Promise<string> {
  const { id } = await planWave(by(opened + 12), {
    title,
    questionnaireId,
    doors,
    leastPerLane: 2,
    openLink,
    opensOn: dayBefore(deed, opened),
    closesOn: dayBefore(deed, closed),
  })
  await saveFrame(by(opened + 11), id, {
    rows: laneKeys.map((lane) => ({
      laneId: laneId(deed.street.id, lane),
      dwellings: places[lane].dwellings,
      countedOn: dayBefore(deed, opened + 20),
      source: '巷长点数(示例)',
    })),
  })
  await fixFrame(by(opened + 10), id)
  await drawDoors(by(opened + 8), id, `${dayBefore(deed, opened + 8)} 03 07 12 19 22 31 08`)
  await openWave(by(opened), id)
  return id
}

async function closedWave(asked: Asked, { title, opened, closed, moved, unstated, open }: Closed): Promise<void> {
  const { by, chance, deed } = asked
  const id = await begin(asked, { title, opened, closed, doors: 1_800, openLink: open > 0 })
  const { content } = await getWave(deed, id)
  const people: Person[] = laneKeys.flatMap((lane) =>
    (['newcomer', 'local'] as const).flatMap((group) =>
      Array.from({ length: answered[lane][group] - moved * chance.below(6) }, () => ({ group, lane })),
    ),
  )
  for (let one = 0; one < unstated; one++) people.push({ group: 'unstated', lane: laneKeys[one % laneKeys.length]! })
  await noteDoors(deed, id, people)
  await closeWave(by(closed), id)
  const sample = people.map((person) => sheetOf(deed, content, person, moved, chance))
  // Whoever comes by the open link is fonder of the place than those who were drawn; that is why they are no sample.
  const others = Array.from({ length: open }, (_, one): Sheet => {
    const group = one % 3 === 0 ? 'local' : 'newcomer'
    return sheetOf(deed, content, { group, lane: null }, moved + 2, chance)
  })
  const rows = [
    ...coarsenLanes(sample).map((sheet) => ({ sheet, series: 'sample' })),
    ...others.map((sheet) => ({ sheet, series: 'open' })),
  ].map(({ sheet, series }, one) => ({
    street_id: deed.street.id,
    id: demoId(deed.street.id, 'survey response', id, String(one)),
    wave_id: id,
    series: series as 'sample' | 'open',
    lane_id: sheet.laneId,
    grp: sheet.group,
    answers: JSON.stringify(sheet.answers) as never,
    completeness: completenessOf(content, sheet),
  }))
  for (let from = 0; from < rows.length; from += 500)
    await deed.tx
      .insertInto('survey_response')
      .values(rows.slice(from, from + 500))
      .execute()
  const paper = Math.round(people.length * 0.3)
  const interviewer = Math.round(people.length * 0.2)
  const ways = { phone: people.length - paper - interviewer, paper, interviewer, open }
  await changeWave(deed, id, { counts: JSON.stringify(ways) as never })
}

/** As many doors of each lane as people answered, and of the rest what usually comes of doors. */
async function noteDoors({ tx, street }: Deed, waveId: string, people: readonly Person[]): Promise<void> {
  for (const lane of laneKeys) {
    const doors = await tx
      .selectFrom('survey_door')
      .select('id')
      .where('street_id', '=', street.id)
      .where('wave_id', '=', waveId)
      .where('lane_id', '=', laneId(street.id, lane))
      .orderBy('number')
      .execute()
    const answering = people.filter((person) => person.lane === lane).length
    const stateAt = (at: number) =>
      at < answering ? 'answered' : at % 10 === 0 ? 'notEligible' : at % 3 === 0 ? 'refused' : at % 3 === 1 ? 'nonContact' : 'waiting'
    for (const [state, some] of Map.groupBy(doors, ({ id }) => stateAt(doors.findIndex((door) => door.id === id))))
      await tx
        .updateTable('survey_door')
        .set({ state })
        .where('street_id', '=', street.id)
        .where(
          'id',
          'in',
          some.map(({ id }) => id),
        )
        .execute()
  }
}

async function runningWave(asked: Asked): Promise<void> {
  const { deed, chance } = asked
  const id = await begin(asked, {
    title: { 'zh-CN': '冬季问卷', en: 'Winter wave' },
    opened: 9,
    closed: -19,
    doors: 600,
    openLink: true,
  })
  const { content } = await getWave(deed, id)
  const people: Person[] = laneKeys.flatMap((lane) =>
    Array.from({ length: 14 }, (_, one): Person => ({ group: one % 2 === 0 ? 'newcomer' : 'local', lane })),
  )
  await noteAnswered(deed, id)
  for (const person of people) {
    const sheet = sheetOf(deed, content, person, 1, chance)
    await putIntoBox(deed, id, { ...sheet, series: 'sample', way: chance.in(0.7) ? 'phone' : 'paper' })
  }
}

const noteAnswered = async ({ tx, street }: Deed, waveId: string): Promise<void> => {
  for (const lane of laneKeys)
    await tx
      .updateTable('survey_door')
      .set({ state: 'answered' })
      .where('street_id', '=', street.id)
      .where('id', 'in', (doors) =>
        doors
          .selectFrom('survey_door')
          .select('id')
          .where('street_id', '=', street.id)
          .where('wave_id', '=', waveId)
          .where('lane_id', '=', laneId(street.id, lane))
          .orderBy('number')
          .limit(14),
      )
      .execute()
}

/** What somebody says: the middle of the group, the person's own mood, the person's view of the matter, and whim. */
function sheetOf(deed: Deed, content: QuestionnaireContent, { group, lane }: Person, moved: number, chance: Chance): Sheet {
  const side = group === 'unstated' ? (chance.in(0.5) ? 'newcomer' : 'local') : group
  const mood = normal(chance) * 0.4
  const views = new Map(content.scales.map(({ id }) => [id, normal(chance) * 0.55]))
  const items = itemsFor(content, group)
  // One in twenty lays the sheet aside before the end.
  const far = chance.in(0.05) ? Math.ceil(items.length * (0.3 + 0.6 * chance.next())) : items.length
  const says = (item: SurveyItem): number => {
    if (chance.in(0.025)) return 0
    const scale = item.id.split('.')[0]!
    const [first, change] = middles[scale]![side]
    // Fondness colours what speaks for a place one way and complaints the other.
    const good = scale === 'prejudice' || scale === 'threat' ? -1 : 1
    const here = lane === 'laneThree' ? -0.12 : lane === 'banyanLane' ? 0.1 : 0
    const felt = first + change * moved + good * (mood + here) + views.get(scale)! + normal(chance) * 0.75
    const step = Math.max(1, Math.min(5, Math.round(felt)))
    return item.reversed ? 6 - step : step
  }
  return {
    group,
    laneId: lane === null ? null : laneId(deed.street.id, lane),
    answers: Object.fromEntries(items.slice(0, far).map((item) => [item.id, says(item)])),
  }
}

/** About normal: the sum of twelve even chances (Irwin and Hall). */
const normal = (chance: Chance): number => Array.from({ length: 12 }, () => chance.next()).reduce((sum, one) => sum + one, -6)
