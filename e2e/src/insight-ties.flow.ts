import { inventTogether } from '@ronghe/demo/insight-together.ts'
import { groupRows, inventResidents, personRows, profileRows, type Maker } from '@ronghe/demo/residents.ts'
import { services } from '@ronghe/demo/services/all.ts'
import type { Town } from '@ronghe/server/platform/database/testing.ts'
import { system } from '@ronghe/server/platform/auth/actor.ts'
import type { Tables } from '@ronghe/server/platform/database/tables.ts'
import { freeze } from '@ronghe/server/platform/privacy/frozen-figures.ts'
import { flowsFigure } from '@ronghe/server/rooms/insight/flows/flows.ts'
import { tiesFigure } from '@ronghe/server/rooms/insight/ties/ties.ts'
import { loadServices } from '@ronghe/server/rooms/station/services-editing.ts'
import type { Insertable } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow } from './flow.ts'
import { isFit, title } from './page.ts'

let flow: Flow
beforeAll(async () => {
  flow = await openFlow({ prepare: yearTogether })
}, 60_000)
afterAll(() => flow?.close())

/** What the night does, and a half-year of long ago in which many moved. */
async function count(town: Town): Promise<void> {
  await town.deed(async (deed) => {
    for (const figure of [tiesFigure, flowsFigure]) await freeze(deed, figure)
  })
  await town.rows('insert into frozen_figure (street_id, figure, period, counts, made_on) values ($1, $2, $3, $4, $5)', [
    town.street.id,
    'insight.flows',
    '2019-H1',
    JSON.stringify({ doors: manyMoved }),
    '2019-07-15',
  ])
}

test('before a quarter is counted both pages say from when there is something to see', async () => {
  const phone = await flow.phone()
  await phone.goto('/insight/ties')
  await title(phone, '两边的人一起做事吗').waitFor()
  await phone.getByText('还没有可以看的季度').waitFor()
  await phone
    .getByText(/起可以看/)
    .first()
    .waitFor()
  await isFit(phone, 'ties-empty')
  await phone.getByRole('link', { name: '看大家从哪扇门走到哪扇门' }).click()
  await title(phone, '从一扇门到另一扇门').waitFor()
  await phone.getByText('还没有可以看的半年').waitFor()
  await isFit(phone, 'flows-empty')
  await phone.context().close()
})

test('Dr Luo reads whether both groups are together more or less than chance, with its range, the table behind and who has not come', async () => {
  await count(flow.town)
  const desk = await flow.desk()
  await desk.goto('/insight/ties')
  await desk.getByRole('heading', { name: '碰过面的' }).first().waitFor()
  await desk
    .getByText(/一百回里有九十五回/)
    .first()
    .waitFor()
  await desk
    .getByText(/^(比碰巧的多。|比碰巧的少。|和碰巧的差不多)/)
    .first()
    .waitFor()
  expect(await desk.getByRole('img', { name: /碰过面的：实际/ }).count()).toBe(1)
  // The table is opened by the keyboard alone.
  const summary = desk.getByText('看表格').first()
  await summary.focus()
  await desk.keyboard.press('Enter')
  await desk.getByRole('cell', { name: '碰巧的范围' }).first().waitFor()
  await desk.getByRole('heading', { name: '几个季度来看' }).waitFor()
  const street = desk.getByRole('row', { name: /^全街/ })
  const words = (await desk.getByRole('table', { name: '按住的社区' }).textContent()) ?? ''
  expect(words.indexOf('来穗人员')).toBeLessThan(words.indexOf('本地居民'))
  expect(await street.getByText(/\d+ \/ \d+ 人/).count()).toBeGreaterThan(0)
  await desk.getByText(/行业、年龄和巷子，平台没有记/).waitFor()
  await isFit(desk, 'ties-desk')

  // What is shown is the same behind the address, and no id is in it.
  const reply = await desk.request.get('/api/v1/insight/ties')
  const body = await reply.text()
  expect(reply.status()).toBe(200)
  for (const { id } of await flow.town.rows<{ id: string }>('select id from person limit 400')) expect(body).not.toContain(id)
  await desk.context().close()
})

test('the flows are told in words, drawn, and stand in a table', async () => {
  const phone = await flow.phone()
  await phone.goto('/insight/flows')
  await phone.getByRole('heading', { name: '用话来说' }).waitFor()
  await phone.getByText(/先来办事的有 \d+ 人/).waitFor()
  await isFit(phone, 'flows-last-half')
  // A half-year in which many moved, so that groups can be told apart.
  await phone.getByLabel('半年', { exact: true }).selectOption({ label: '2019年上半年' })
  await phone.getByText(/31 人后来也来上课（15%）/).waitFor()
  await phone.getByText(/来穗人员 124 人，本地居民 75 人/).waitFor()
  await phone.getByRole('img', { name: /流向图/ }).waitFor()
  await phone.getByText('看表格').click()
  await phone.getByRole('table', { name: '每条路多少人' }).waitFor()
  await isFit(phone, 'flows-phone')
  await phone.getByRole('link', { name: '看两边的人一起做事吗' }).click()
  await title(phone, '两边的人一起做事吗').waitFor()
  await phone.getByRole('heading', { name: '谁来了，谁还没来' }).waitFor()
  await isFit(phone, 'ties-phone')
  await phone.context().close()
})

test('both read in English and in large print', async () => {
  const english = await flow.phone({ language: 'en' })
  await english.goto('/insight/ties')
  await title(english, 'Do both groups do things together?').waitFor()
  await english.getByText('It does not say').first().waitFor()
  await isFit(english, 'ties-en')
  await english.goto('/insight/flows')
  await english.getByLabel('Half-year', { exact: true }).selectOption({ label: 'First half of 2019' })
  await english.getByText(/31 of them later learned \(15%\)/).waitFor()
  await isFit(english, 'flows-en')
  await english.context().close()
  const large = await flow.phone({ appearance: 'large' })
  await large.goto('/insight/ties')
  await large.getByRole('heading', { name: '碰过面的' }).first().waitFor()
  await isFit(large, 'ties-large')
  await large.goto('/insight/flows')
  await large.getByLabel('半年', { exact: true }).selectOption({ label: '2019年上半年' })
  await large.getByRole('img', { name: /2019年上半年的流向图/ }).waitFor()
  await isFit(large, 'flows-large')
  await large.context().close()
})

const manyMoved = (
  [
    ['served', 'learning', 19, 12, 0],
    ['served', 'volunteering', 11, 8, 0],
    ['served', 'deciding', 6, 5, 0],
    ['served', null, 88, 50, 13],
    ['learning', 'volunteering', 12, 9, 0],
    ['learning', null, 24, 17, 6],
    ['volunteering', 'deciding', 9, 8, 0],
    ['volunteering', null, 31, 28, 0],
    ['deciding', null, 8, 9, 0],
  ] as const
).flatMap(([from, to, ...people]) =>
  (['newcomer', 'local', 'unstated'] as const).map((group, index) => ({ from, to, group, people: people[index] })),
)

/** A year of neighbours who help where they live, and cases of some of them that were closed. */
async function yearTogether(town: Town): Promise<void> {
  const now = town.now()
  const maker: Maker = { street: town.street, platform: town.platform, now, actor: system }
  const residents = inventResidents(600, now)
  const month = 30 * 86_400_000
  const served = new Map(
    residents.slice(0, 420).map(({ id }, index) => [id, [new Date(now.getTime() - ((index % 11) + 0.3) * month)] as const]),
  )
  const rows = inventTogether(maker, residents, served)
  await town.deed((deed) => loadServices(deed, services))
  await town.deed(async (deed) => {
    const put = async <Table extends keyof Tables & string>(table: Table, all: readonly Insertable<Tables[Table]>[]): Promise<void> => {
      for (let from = 0; from < all.length; from += 500)
        await deed.tx
          .insertInto(table)
          .values(all.slice(from, from + 500) as never)
          .execute()
    }
    await put('person', personRows(maker, residents))
    await put('group_choice', groupRows(maker, residents))
    await put('profile', profileRows(maker, residents))
    await put('activity', rows.activities)
    await put('shift', rows.shifts)
    await put('sign_up', rows.signUps)
    await put('shift_presence', rows.presences)
  })
  await town.rows(
    `insert into service_case (street_id, id, number, code_hash, service_id, version_id, person_id, channel, group_at_filing, state, outcome,
       department, owner_post, filed_at, entered_at, decided_at, closed_at)
     select $1, gen_random_uuid(), 'case ' || person, decode(md5(person::text), 'hex'), version.service_id, version.id, person, 'desk', 'unstated',
       'closed', 'granted', 'street', $4, at, at, at, at
     from unnest($2::uuid[], $3::timestamptz[]) as served (person, at),
       (select * from service_version where street_id = $1 order by id limit 1) version`,
    [town.street.id, [...served.keys()], [...served.values()].map(([at]) => at), town.idOf('heMin')],
  )
}
