import { loadProgramme } from '@ronghe/demo/load-programme.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Flow, openFlow, type Visit } from './flow.ts'
import { lookAt } from './look-at.ts'
import { loadSchoolAndBranch, putInClasses, type SchoolAndBranch, schoolAndBranchAddresses } from './school-branch-year.ts'

let flow: Flow
let pages: SchoolAndBranch
beforeAll(async () => {
  flow = await openFlow({
    prepare: async (town) => {
      await town.deed(loadProgramme)
      await loadSchoolAndBranch(town)
    },
  })
  await putInClasses(flow.town)
  pages = await schoolAndBranchAddresses(flow.town)
}, 240_000)
afterAll(() => flow?.close())

const looks = { zh: {}, en: { language: 'en' }, large: { appearance: 'large' } } as const satisfies Record<string, Visit>
const parts = ['school', 'teaching', 'branch', 'office'] as const
const each = (Object.keys(looks) as (keyof typeof looks)[]).flatMap((look) => parts.map((part) => ({ look, part })))

// axe reads every page.
const patience = 400_000
test.each(each)('every page of “$part” is fit at 360 px in look “$look”', { timeout: patience }, async ({ look, part }) => {
  const open = (visit: Visit) => flow.phone({ ...visit, ...looks[look] })
  expect(await lookAt(`${look}/${part}`, pages.phone[part], open)).toEqual([])
})

test.each(['zh', 'en'] as const)('every page of the school’s desk is fit in look “%s”', { timeout: patience }, async (look) => {
  const open = (visit: Visit) => flow.desk({ ...visit, ...looks[look] })
  expect(await lookAt(`${look}/desk`, pages.desk, open)).toEqual([])
})
