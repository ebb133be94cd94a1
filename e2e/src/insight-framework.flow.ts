import { communityId } from '@ronghe/demo/load-cast.ts'
import { indicators } from '@ronghe/server/rooms/insight/indicators/all.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, type Flow, openFlow, sidewaysOverflow } from './flow.ts'
import { shoot } from './shots.ts'

let flow: Flow
/** A Monday in February: the last finished year has its twelve months. */
const at = '2027-02-15T09:00:00+08:00'

beforeAll(async () => {
  flow = await openFlow({
    at,
    prepare: async (town) => {
      const communities = [communityId(town.street.id, 'rongshu'), communityId(town.street.id, 'songbai')]
      for (const { key, measures } of indicators) {
        for (let month = 0; month < 25; month++) {
          const period = new Date(Date.UTC(2025, month, 1)).toISOString().slice(0, 7)
          const counts = Object.fromEntries(
            measures.map((measure) => [
              measure.key,
              communities.flatMap((community, place) =>
                (measure.byGroup ? ['newcomer', 'local', 'unstated'] : ['all']).flatMap((group, row) =>
                  (measure.kind === 'share' ? ['yes', 'no'] : measure.parts ? Object.keys(measure.parts) : ['3']).map((part, at) => ({
                    community,
                    organ: null,
                    group,
                    part,
                    // Newcomers begin far behind and come nearer; the months differ, so that a chosen year shows other numbers.
                    n: part === 'no' ? 20 + (group === 'newcomer' ? 40 - month : 0) : 30 + 3 * place + row + at + (month % 4),
                    amount: 100,
                  })),
                ),
              ),
            ]),
          )
          await town.rows('insert into frozen_figure (street_id, figure, period, counts, made_on) values ($1, $2, $3, $4, $5)', [
            town.street.id,
            `insight.${key}`,
            period,
            JSON.stringify(counts),
            '2027-02-08',
          ])
        }
      }
    },
  })
})
afterAll(() => flow?.close())

const clean = async (page: Awaited<ReturnType<Flow['phone']>>, name: string): Promise<void> => {
  await shoot(page, `framework-${name}`)
  expect(await axeFindings(page), name).toEqual([])
  expect(await sidewaysOverflow(page), name).toBe(0)
}

test('on a phone the boxes stand in the order of the figure with the arrows in words, and a box opens to its figures', async () => {
  const page = await flow.phone()
  await page.goto('/')
  await page.getByRole('link', { name: '融合情况' }).click()
  await page.getByRole('heading', { name: '融合情况', level: 1 }).waitFor()
  await page.getByRole('heading', { name: '共同议事' }).waitFor()
  expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
    '组织嵌入',
    '党员嵌入',
    '服务整合',
    '共同议事',
    '融合学堂',
    '志愿服务',
    '社区融合',
    '街道自己',
  ])
  await page.getByText('嵌入带动整合').last().waitFor()
  await page.getByText('先把事办好，才谈得上一起议事').last().waitFor()
  await page.getByText('箭头是研究里的想法').waitFor()
  await clean(page, 'phone')

  const school = page.getByRole('region', { name: '融合学堂' })
  await school.getByText('2026年11月—2027年1月').first().waitFor()
  await school.getByText('打开：数字、说明、下一步').press('Enter')
  await school.getByText('它没说的是').first().waitFor()
  // The table behind the trend, by keyboard.
  await school.getByText('看表格').first().press('Enter')
  await school
    .getByRole('row', { name: /2027年1月/ })
    .first()
    .waitFor()
  await clean(page, 'box-open')
  await school.getByRole('link', { name: '学堂办得怎么样' }).or(school.getByRole('list').getByRole('link')).first().click()
  await page.waitForURL(/\/insight\/indicators\/school$/)
  await page.getByRole('heading', { name: '怎么算的' }).or(page.getByText('怎么算的')).first().waitFor()
  await page.context().close()
})

test('an indicator by month, year and community; its table is read by keyboard, and the order of places is never a ranking', async () => {
  const page = await flow.phone()
  await page.goto('/insight/indicators/concerns')
  const card = page.getByRole('region', { name: '按时答复的诉求', exact: true })
  await card.getByRole('heading', { name: '2027年1月' }).waitFor()
  const january = await card.locator('strong').first().textContent()
  await page.getByLabel('看哪个时期').selectOption('2026')
  await card.getByRole('heading', { name: '2026年', exact: true }).waitFor()
  const ofTheYear = await card
    .getByText(/件里/)
    .first()
    .textContent()
  expect(ofTheYear).toMatch(/\d{3,} 件里 \d{3,}/)
  expect(january).toMatch(/%$/)
  await card.getByText('看表格').first().press('Enter')
  await card
    .getByRole('row', { name: /全部/ })
    .first()
    .waitFor()

  const places = page.getByRole('region', { name: '按地方看' })
  await places.getByLabel('哪个季度或哪年').selectOption('2026-Q4')
  const rows = places.getByRole('row')
  await places.getByRole('caption').filter({ hasText: '2026年第4季度' }).waitFor()
  expect(await rows.count()).toBeGreaterThanOrEqual(3)
  // No column can be sorted by: a list of places never becomes a list of better and worse.
  expect(await places.getByRole('columnheader').getByRole('button').count()).toBe(0)
  await clean(page, 'indicator')
  await page.context().close()
})

test('large print and English', async () => {
  const large = await flow.phone({ appearance: 'large' })
  await large.goto('/insight')
  await large.getByRole('heading', { name: '共同议事' }).waitFor()
  await clean(large, 'large')
  await large.goto('/insight/indicators/school')
  await large.getByText('看表格').first().waitFor()
  await clean(large, 'indicator-large')
  await large.context().close()

  const english = await flow.desk({ language: 'en' })
  await english.goto('/insight')
  const figure = english.getByRole('figure', { name: 'The figure' })
  await figure.getByRole('button', { name: /Deciding together/ }).click()
  await english.getByRole('region', { name: 'Deciding together' }).getByText('Indicators of this box').waitFor()
  await english.getByRole('region', { name: 'Deciding together' }).getByText('the base').waitFor()
  await clean(english, 'english')
  await english.goto('/insight/dictionary')
  await english.getByText('Concerns answered in time').first().click()
  await english.getByText('all concerns answered in the month').first().waitFor()
  await clean(english, 'dictionary-english')
  await english.context().close()
})

test('the office sees what could be done next and is led to where it is done', async () => {
  const page = await flow.desk({ as: 'officerLin' })
  await page.goto('/desk')
  await page.getByRole('navigation', { name: '工作栏目' }).getByRole('link', { name: '融合情况' }).click()
  await page.getByRole('heading', { name: '下一步可以做' }).first().waitFor()
  await page.getByRole('table', { name: '全部数字，一项一句' }).waitFor()
  await clean(page, 'office')
  await page.getByRole('link', { name: '任命岗位' }).first().click()
  await page.waitForURL(/\/desk\/organs/)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.context().close()

  const resident = await flow.desk({ as: 'chen' })
  await resident.goto('/desk/insight')
  await resident.getByRole('heading', { level: 1 }).waitFor()
  expect(await resident.getByText('全部数字，一项一句').count()).toBe(0)
  await resident.context().close()
})
