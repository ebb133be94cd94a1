import type { KyselyPlugin } from 'kysely'
import { listSteps, readFramework, readOffice } from '@ronghe/contract/insight/framework.ts'
import { writeSetting } from '@ronghe/contract/programme/settings.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deed } from '../../../platform/deed.ts'
import { openCouncil, type CouncilTown } from '../../council/testing.ts'
import { indicators } from '../indicators/all.ts'
import { boxes } from './boxes.ts'
import { readFigure } from './framework.ts'
import { officeVersion } from './steps.ts'

let town: CouncilTown
beforeAll(async () => {
  town = await openCouncil()
  await freezeMonths()
})
afterAll(() => town?.close())

const modules = { council: true, corps: true, school: true, branch: true }
const set = (value: typeof modules) =>
  town.as('zhaoYu', { secondFactor: true }).call(writeSetting, { params: { key: 'modules' }, body: { value } })

/** Twenty-two months of every indicator, as the nights would have frozen them. */
async function freezeMonths(): Promise<void> {
  for (const { key, measures } of indicators) {
    const counts = Object.fromEntries(
      measures.map((measure) => [
        measure.key,
        (measure.byGroup ? ['newcomer', 'local', 'unstated'] : ['all']).flatMap((group) =>
          (measure.kind === 'share' ? ['yes', 'no'] : measure.parts ? Object.keys(measure.parts) : ['3']).map((part, at) => ({
            community: null,
            organ: null,
            group,
            part,
            n: 30 + 10 * at,
            amount: 100,
          })),
        ),
      ]),
    )
    await town.rows(
      `insert into frozen_figure (street_id, figure, period, counts, made_on)
       select $1, $2, to_char(month, 'YYYY-MM'), $3, '2026-11-09'
       from generate_series(date '2025-01-01', date '2026-10-01', interval '1 month') month`,
      [town.street.id, `insight.${key}`, JSON.stringify(counts)],
    )
  }
}

test('The front page shows the boxes of the study in their order, with the study’s word for each integration', async () => {
  const { boxes: shown, until, arrows } = await town.anonymous.call(readFramework)
  expect(shown.map(({ box, role }) => [box, role?.['zh-CN']])).toEqual([
    ['organisationEmbedding', undefined],
    ['memberEmbedding', undefined],
    ['service', '前提保障'],
    ['management', '基础'],
    ['resources', '有效手段'],
    ['values', '补充'],
    ['outcome', undefined],
    ['house', undefined],
  ])
  expect(until).toBe('2026-10')
  expect(arrows.find(({ from, to }) => from === 'service' && to === 'management')!.kind).toBe('precondition')
  expect(arrows.find(({ from, to }) => from === 'resources' && to === 'management')!.kind).toBe('means')
})

test('Each box tells its figures in words, with a trend of thirteen months and what it means and does not', async () => {
  const { boxes: shown } = await town.anonymous.call(readFramework)
  const headlines = shown.flatMap((box) => box.headlines)
  expect(headlines.length).toBeGreaterThan(0)
  for (const { state, says, saysNot, periods, title } of headlines) {
    expect(state.en, title.en).toBeTruthy()
    expect(says.en && saysNot.en && says['zh-CN'] && saysNot['zh-CN'], title.en).toBeTruthy()
    expect(periods.length, title.en).toBeLessThanOrEqual(13)
    expect(`${state.en}${state['zh-CN']}`).not.toContain('{')
  }
})

test('Every headline is a figure that exists, of an indicator of its box, and every indicator has a box', () => {
  for (const { box, headlines } of boxes)
    for (const [key, measure] of headlines) {
      const indicator = indicators.find((one) => one.key === key)
      expect(indicator?.box, key).toBe(box)
      expect(
        indicator?.measures.map((one) => one.key),
        key,
      ).toContain(measure)
    }
  for (const { key, box } of indicators)
    expect(
      boxes.map((one) => one.box),
      key,
    ).toContain(box)
})

test('Ten times the history costs the same: as many questions, and the same answer', async () => {
  const questions = async (): Promise<readonly [questions: number, reply: string]> =>
    town.deed(async (deed) => {
      let asked = 0
      const counting: KyselyPlugin = {
        transformQuery({ node }) {
          asked++
          return node
        },
        transformResult: async ({ result }) => result,
      }
      const reply = JSON.stringify(await readFigure({ ...deed, tx: deed.tx.withPlugin(counting) as Deed['tx'] }))
      return [asked, reply]
    })
  const before = await questions()
  await town.rows(
    `insert into frozen_figure (street_id, figure, period, counts, made_on)
     select street_id, figure, to_char(to_date(period, 'YYYY-MM') - years * interval '2 years', 'YYYY-MM'), counts, made_on
     from frozen_figure, generate_series(1, 9) years where figure like 'insight.%' and street_id = $1`,
    [town.street.id],
  )
  expect(await questions()).toEqual(before)
  // What insight froze is one question; names of the groups and modules are settings, and a figure counted by another room is one each.
  const ofRooms = boxes
    .flatMap(({ headlines }) => headlines)
    .filter(([key, measure]) => indicators.find((one) => one.key === key)?.measures.some((one) => one.key === measure && one.counts.shown))
  expect(before[0]).toBeLessThanOrEqual(3 + 2 * ofRooms.length)
})

test('With the party modules off the member box is absent and nothing mentions it', async () => {
  await set({ ...modules, branch: false })
  try {
    const reply = await town.anonymous.call(readFramework)
    expect(reply.boxes.map(({ box }) => box)).not.toContain('memberEmbedding')
    expect(reply.boxes.map(({ box }) => box)).toContain('organisationEmbedding')
    expect(JSON.stringify(reply)).not.toMatch(/党|party branch|memberEmbedding/)
  } finally {
    await set(modules)
  }
})

test('A street without a school has no box for it', async () => {
  await set({ ...modules, school: false })
  try {
    const { boxes: shown, arrows } = await town.anonymous.call(readFramework)
    expect(shown.map(({ box }) => box)).not.toContain('resources')
    expect(arrows.some(({ from, to }) => from === 'resources' || to === 'resources')).toBe(false)
  } finally {
    await set(modules)
  }
})

test('Anybody sees what could be done next, with links for residents; the office is led to the desk where its post opens it', async () => {
  const { steps } = await town.anonymous.call(listSteps)
  const office = await town.as('officerLin', { secondFactor: true }).call(readOffice)
  expect(steps.map(({ rule }) => rule)).toContain('lanesNotVisited')
  expect(steps.find(({ rule }) => rule === 'lanesNotVisited')!.to).toMatch(/^\/council\/.+\/visits\/plan$/)
  expect(steps.every(({ door }) => door === 'resident')).toBe(true)
  // The officer appoints to posts; visits are the moderator's, so the officer is led to the page that everybody has.
  expect(office.steps.find(({ rule }) => rule === 'postsVacant')).toMatchObject({ door: 'desk', to: '/organs' })
  expect(office.steps.find(({ rule }) => rule === 'lanesNotVisited')).toMatchObject({
    door: 'resident',
    to: steps.find(({ rule }) => rule === 'lanesNotVisited')!.to,
  })
  expect(office.figures).toHaveLength(indicators.flatMap(({ measures }) => measures).length)
})

test('The office version is not for residents or for strangers', async () => {
  expect((await town.anonymous.refused(readOffice)).status).toBe(401)
  expect((await town.as('chen').refused(readOffice)).status).toBe(403)
})

test('Neither version carries the id of a person', async () => {
  const ids = (await town.rows<{ id: string }>('select id from person where street_id = $1', [town.street.id])).map(({ id }) => id)
  const both = JSON.stringify([await town.anonymous.call(listSteps), await town.deed(officeVersion)])
  expect(ids.length).toBeGreaterThan(0)
  for (const id of ids) expect(both).not.toContain(id)
})
