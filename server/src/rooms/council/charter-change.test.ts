import * as pages from '@ronghe/contract/council/charter-pages.ts'
import { articleKeys, type Charter } from '@ronghe/contract/council/charter.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { organId } from '@ronghe/demo/load-cast.ts'
import { adoptCharter, checkCharterDraft, rejectCharter } from './charter-change.ts'
import { charterInForce } from './charter.ts'
import { openCouncil, type CouncilTown } from './testing.ts'

let town: CouncilTown
let of: { councilId: string }
beforeAll(async () => {
  town = await openCouncil()
  of = { councilId: town.councilId }
})
afterAll(() => town.close())

const resolution = '00000000-0000-7000-8000-00000000aaaa'
const form = () => town.as('zhou').call(pages.readCharterForm, { params: of })
const propose = async (edit: (charter: Charter) => Charter) => {
  const { basedOn, charter } = await form()
  return town.as('zhou').call(pages.proposeCharterChange, { params: of, body: { basedOn, reason: '三天太短', charter: edit(charter) } })
}
const longerNotice = (charter: Charter): Charter => ({
  ...charter,
  parameters: {
    ...charter.parameters,
    meetings: { ...charter.parameters.meetings, noticeDays: charter.parameters.meetings.noticeDays + 2 },
  },
})

test('anyone reads the charter in force, with its numbers in words', async () => {
  const charter = await town.anonymous.call(pages.readCharter, { params: of })
  expect(charter.articles.map(({ number }) => number)).toEqual(charter.articles.map((_, index) => index + 1))
  expect(charter.articles.find(({ key }) => key === 'quorum')!.text['zh-CN']).toContain('三分之二')
  expect(charter.articles.find(({ key }) => key === 'quorum')!.text.en).toContain('two-thirds')
  expect(charter.version).toMatchObject({ number: 1, state: 'adopted', inForceNow: true, resolutionId: null })
  expect(charter.may).toEqual([])
  expect((await town.as('zhou').call(pages.readCharter, { params: of })).may).toEqual(['propose'])
  expect((await town.anonymous.refused(pages.readCharter, { params: { councilId: organId(town.street.id, 'school') } })).code).toBe(
    'no-council',
  )
})

test('a council is founded once, by the street lead', async () => {
  expect((await town.as('officerLin').refused(pages.foundCouncil, { params: of, body: { variant: 'loose' } })).code).toBe('not-permitted')
  expect((await town.as('directorHe').refused(pages.foundCouncil, { params: of, body: { variant: 'loose' } })).code).toBe(
    'council-founded-already',
  )
  const school = { councilId: organId(town.street.id, 'school') }
  expect((await town.as('directorHe').refused(pages.foundCouncil, { params: school, body: { variant: 'loose' } })).code).toBe('no-council')
  const { councils, variants } = await town.as('directorHe').call(pages.listFoundable)
  expect(councils).toEqual([])
  expect(variants.map(({ variant }) => variant)).toEqual(['standard', 'strict', 'loose'])
})

test('a change is a delegate’s draft; a resident, an old draft and a wrong name are refused, with the article', async () => {
  const { basedOn, charter } = await form()
  const body = { basedOn, reason: '试试', charter }
  expect((await town.as('chen').refused(pages.proposeCharterChange, { params: of, body })).code).toBe('not-permitted')
  expect(await town.as('zhou').refused(pages.proposeCharterChange, { params: of, body })).toMatchObject({
    code: 'council-charter-same',
    articleAt: `/council/${town.councilId}/charter#change`,
  })
  const typed = {
    ...charter,
    articles: charter.articles.map((article) =>
      article.key === 'floor' ? { ...article, prose: { 'zh-CN': '每次 {floor.minutes} 分钟。' } } : article,
    ),
  }
  expect(
    (await town.as('zhou').refused(pages.proposeCharterChange, { params: of, body: { ...body, charter: typed } })).errors,
  ).toMatchObject([{ path: 'charter.articles.10.prose.zh-CN', code: 'council-charter-name' }])
  const wild = { ...charter, parameters: { ...charter.parameters, floor: { ...charter.parameters.floor, turns: 99 } } }
  expect((await town.as('zhou').refused(pages.proposeCharterChange, { params: of, body: { ...body, charter: wild } })).status).toBe(422)
  // Nobody votes for another, whatever a council would like: there is no charter with proxies.
  const { parameters } = charter
  const proxies = { ...charter, parameters: { ...parameters, ballot: { ...parameters.ballot, proxies: true as false } } }
  expect(
    (await town.as('zhou').refused(pages.proposeCharterChange, { params: of, body: { ...body, charter: proxies } })).errors,
  ).toMatchObject([{ path: 'charter.parameters.ballot.proxies' }])
})

test('a draft holds only when it was carried, sent out in time and started from what stands; meetings that began keep theirs', async () => {
  town.at('2026-11-23T09:00:00+08:00')
  const first = await propose(longerNotice)
  const second = await propose((charter) => ({ ...charter, parameters: { ...charter.parameters, absence: { unexcused: 4 } } }))
  expect((await town.anonymous.call(pages.listCharterVersions, { params: of })).items.map(({ state }) => state)).toEqual([
    'draft',
    'draft',
    'adopted',
  ])
  await expect(town.deed((deed) => adoptCharter(deed, first.versionId, resolution))).rejects.toMatchObject({
    code: 'council-charter-notice',
  })
  town.at('2026-11-30T09:00:00+08:00')
  await town.deed((deed) => checkCharterDraft(deed, town.councilId, first.versionId))
  expect(await town.deed((deed) => adoptCharter(deed, first.versionId, resolution))).toBe('2026-12-07')
  // Carried on the same evening, it would undo the first without a word about it.
  await expect(town.deed((deed) => adoptCharter(deed, second.versionId, resolution))).rejects.toMatchObject({
    code: 'council-charter-stale',
  })
  await expect(town.deed((deed) => adoptCharter(deed, first.versionId, resolution))).rejects.toMatchObject({
    code: 'council-charter-not-draft',
  })
  await town.deed((deed) => rejectCharter(deed, second.versionId))
  const on = (day: string) => town.deed(async (deed) => (await charterInForce(deed, town.councilId, day)).number)
  expect([await on('2026-12-06'), await on('2026-12-07')]).toEqual([1, 2])
  expect((await town.anonymous.call(pages.readCharter, { params: of })).version.number).toBe(1)
  const compared = await town.anonymous.call(pages.compareCharters, {
    params: of,
    query: { from: (await town.deed((deed) => charterInForce(deed, town.councilId))).id, to: first.versionId },
  })
  expect(compared.articles).toMatchObject([{ key: 'meetings', parameters: [{ before: { 'zh-CN': '3' }, after: { 'zh-CN': '5' } }] }])
  expect(compared.articles[0]!.prose['zh-CN'].filter(({ kind }) => kind !== 'same')).toHaveLength(2)
  expect(compared.unchanged).toBe(articleKeys.length - 1)
})

test('not even the database lets the text of a charter be edited, or a version go', async () => {
  const change = (set: { charter: string } | { number: number }) =>
    town.deed(({ tx }) => tx.updateTable('charter_version').set(set).where('state', '=', 'adopted').execute())
  await expect(change({ charter: '{}' })).rejects.toThrow('permission denied')
  await expect(change({ number: 9 })).rejects.toThrow('permission denied')
  await expect(town.deed(({ tx }) => tx.deleteFrom('charter_version').execute())).rejects.toThrow('permission denied')
})
