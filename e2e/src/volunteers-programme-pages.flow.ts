import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow, type Visit } from './flow.ts'
import { lookAt } from './look-at.ts'
import { loadVolunteersAndProgramme, volunteersAndProgrammeAddresses } from './volunteers-programme-year.ts'

let flow: Flow
let pages: Awaited<ReturnType<typeof volunteersAndProgrammeAddresses>>
beforeAll(async () => {
  flow = await openFlow({ prepare: loadVolunteersAndProgramme })
  pages = await volunteersAndProgrammeAddresses(flow.town)
})
afterAll(() => flow?.close())

const looks = { zh: {}, en: { language: 'en' }, large: { appearance: 'large' } } as const satisfies Record<string, Visit>
const parts = ['volunteers', 'leading', 'rounds', 'hours', 'programme'] as const
const each = (Object.keys(looks) as (keyof typeof looks)[]).flatMap((look) => parts.map((part) => ({ look, part })))

// axe reads every page.
const patience = 600_000
test.each(each)('every page of “$part” is fit at 360 px in look “$look”', { timeout: patience }, async ({ look, part }) => {
  const open = (visit: Visit) => flow.phone({ ...visit, ...looks[look] })
  expect(await lookAt(`${look}-${part}`, pages.phone[part], open)).toEqual([])
})

const deskEach = (['zh', 'en'] as const).flatMap((look) => (['volunteers', 'programme'] as const).map((part) => ({ look, part })))
test.each(deskEach)('every desk page of “$part” is fit in look “$look”', { timeout: patience }, async ({ look, part }) => {
  const open = (visit: Visit) => flow.desk({ ...visit, ...looks[look] })
  expect(await lookAt(`desk-${look}-${part}`, pages.desk[part], open)).toEqual([])
})
