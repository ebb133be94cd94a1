import * as desk from '@ronghe/contract/insight/survey-desk.ts'
import { itemsFor, surveyScales, type QuestionnaireContent } from '@ronghe/contract/insight/survey-scales.ts'
import type { Answers } from '@ronghe/contract/insight/survey.ts'
import type { Town } from '../../../platform/database/testing.ts'

export const everyScale = surveyScales.map(({ id }) => id)

/** Every item that a group is asked, answered with the same step. */
export const allAnswered = (content: QuestionnaireContent, group: 'newcomer' | 'local' | 'unstated', step: number): Answers =>
  Object.fromEntries(itemsFor(content, group).map(({ id }) => [id, step]))

/** A wave that Luo Wen of the university has planned for the coming fortnight. */
export async function planned(town: Town, { scales = everyScale, doors = 60, openLink = false } = {}): Promise<{ waveId: string }> {
  const lead = town.as('luoWen')
  const questionnaire = await lead.call(desk.saveQuestionnaire, { body: { title: { 'zh-CN': '街坊问卷', en: 'Survey' }, scales } })
  const { id } = await lead.call(desk.planWave, {
    body: {
      title: { 'zh-CN': '2026年冬', en: 'Winter 2026' },
      questionnaireId: questionnaire.id,
      doors,
      leastPerLane: 2,
      openLink,
      opensOn: '2026-11-23',
      closesOn: '2026-12-06',
    },
  })
  return { waveId: id }
}

export async function lanesIn(town: Town): Promise<readonly string[]> {
  return (await town.rows<{ id: string }>('select id from lane where street_id = $1 order by id', [town.street.id])).map(({ id }) => id)
}

/** The same, with forty dwellings in each of the first `lanes` lanes, drawn, letters printed and open. */
export async function opened(town: Town, options: Parameters<typeof planned>[1] & { readonly lanes?: number } = {}) {
  const params = await planned(town, options)
  const lead = town.as('luoWen')
  const lanes = (await lanesIn(town)).slice(0, options.lanes ?? 3)
  await lead.call(desk.saveFrame, {
    params,
    body: { rows: lanes.map((laneId) => ({ laneId, dwellings: 40, countedOn: '2026-11-01', source: '巷长点数' })) },
  })
  await lead.call(desk.fixFrame, { params })
  await lead.call(desk.drawDoors, { params, body: { word: '2026136期 03 07 12 19 22 31 08' } })
  const { letters, content } = await lead.call(desk.printLetters, { params, body: { round: 'first' } })
  await lead.call(desk.openWave, { params })
  return { params, lanes, letters, content, lead }
}
