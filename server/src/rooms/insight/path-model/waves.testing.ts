import { sql } from 'kysely'
import type { Deed } from '../../../platform/deed.ts'
import { monthsUntil } from './units.ts'

const communities = 15
/** One wave each. */
export const years = [2022, 2023, 2024, 2025, 2026]

/** The same numbers every time, between 0 and 1, one as unlike the next as drawn ones. */
function noise(community: number, year: number, salt: number): number {
  const key = community * 1009 + year * 97 + salt
  let mixed = Math.imul(key ^ (key >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
}

/** One closed wave at the beginning of each year, and the twelve frozen months before it; embedding leads to quicker cases, those to closeness. */
export async function closedWaves(deed: Deed, waves: readonly number[]): Promise<void> {
  const street_id = deed.street.id
  const ids = Array.from({ length: communities }, (_, at) => `00000000-0000-7000-8000-0000000c${String(at).padStart(4, '0')}`)
  const laneOf = (community: string) => community.replace('0000000c', '0000000d')
  if (waves[0] === years[0]) {
    for (const [position, id] of ids.entries()) {
      await deed.tx
        .insertInto('community')
        .values({ street_id, id, position, name: JSON.stringify({ 'zh-CN': `第${position}社区` }) })
        .execute()
      await deed.tx
        .insertInto('lane')
        .values({ street_id, id: laneOf(id), community_id: id, name: JSON.stringify({ 'zh-CN': '一巷' }) })
        .execute()
    }
    await sql`insert into survey_questionnaire (street_id, id, version, title, content, made_on)
      values (${street_id}, ${ids[0]}, 1, '{"zh-CN":"问卷"}', '{"scales":[]}', '2021-12-01')`.execute(deed.tx)
  }
  for (const year of waves) {
    const wave = `00000000-0000-7000-8000-00000000${year}`
    await sql`insert into survey_wave
      (street_id, id, title, questionnaire_id, questionnaire_version, state, doors, least_per_lane, open_link, opens_on, closes_on, closed_on)
      values (${street_id}, ${wave}, ${JSON.stringify({ 'zh-CN': `${year}年` })}, ${ids[0]}, 1, 'closed', 500, 0, false,
              ${`${year}-01-10`}, ${`${year}-01-20`}, ${`${year}-01-20`})`.execute(deed.tx)
    const of = ids.map((id, at) => {
      const together = 4 + Math.round(30 * noise(at, year, 1))
      const days = 60 - together + 10 * noise(at, year, 2)
      return { id, together, days, closeness: 4.6 - days / 40 + noise(at, year, 3) / 3, at }
    })
    for (const { id } of of)
      await sql`insert into survey_frame (street_id, wave_id, lane_id, dwellings, counted_on, source)
        values (${street_id}, ${wave}, ${laneOf(id)}, 1000, ${`${year}-01-01`}, '巷长点数')`.execute(deed.tx)
    const counted = (mean: number) => ({
      people: 40,
      estimate: { mean, standardError: 0.1, df: 30, answers: 40, designEffect: 1, deviation: 1 },
    })
    const answers = of.map(({ id, closeness }) => ({ community: id, groups: { newcomer: counted(closeness), local: counted(closeness) } }))
    const sample = { measures: [{ id: 'closeness', groups: {}, communities: answers, questions: [], reliability: {} }] }
    await sql`insert into survey_result (street_id, wave_id, counts, made_on)
      values (${street_id}, ${wave}, ${JSON.stringify({ sample })}, ${`${year}-01-21`})`.execute(deed.tx)
    for (const period of monthsUntil(`${year}-01-10`)) {
      const line = (community: string, n: number, amount = 0) => ({ community, organ: null, group: 'all', part: '', n, amount })
      const own = {
        together: of.map(({ id, together }) => line(id, together)),
        togetherWithBranch: of.map(({ id, at }) => line(id, Math.round(9 * noise(at, year, 4)))),
        decided: of.map(({ id, days }) => line(id, 10, Math.round(10 * days))),
        attended: of.map(({ id, at }) => line(id, 20 + Math.round(40 * noise(at, year, 5)))),
        served: of.map(({ id, at }) => line(id, 20 + Math.round(40 * noise(at, year, 6)))),
      }
      const concerns = { days: of.map(({ id, at }) => line(id, 6, Math.round(60 + 60 * noise(at, year, 7)))) }
      for (const [figure, counts] of [
        ['insight.pathUnits', own],
        ['insight.concerns', concerns],
      ] as const)
        await sql`insert into frozen_figure (street_id, figure, period, counts, made_on)
          values (${street_id}, ${figure}, ${period}, ${JSON.stringify(counts)}, ${`${year}-01-08`})`.execute(deed.tx)
    }
  }
}
