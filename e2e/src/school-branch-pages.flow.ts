import { loadProgramme } from '@ronghe/demo/load-programme.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Addresses } from './council-year.ts'
import { axeFindings, type Flow, openFlow, sidewaysOverflow, type Visit } from './flow.ts'
import { loadSchoolAndBranch, putInClasses, type SchoolAndBranch, schoolAndBranchAddresses } from './school-branch-year.ts'
import { shoot } from './shots.ts'

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

/** Opens what each of them opens, and says what is wrong with the pages. */
async function lookAt(folder: string, some: readonly Addresses[], open: (visit: Visit) => Promise<Page>): Promise<readonly string[]> {
  const found: string[] = []
  let number = 0
  for (const [who, theirs] of Map.groupBy(some, (one) => one.who)) {
    const page = await open(who === null ? {} : { as: who })
    for (const address of theirs.flatMap(({ addresses }) => addresses)) {
      await page.goto(address)
      const titled = await page
        .locator('main h1, main h2')
        .first()
        .waitFor()
        .then(
          () => true,
          () => false,
        )
      if (!titled) found.push(`${who} ${address}: no title`)
      await page.waitForLoadState('networkidle')
      number += 1
      await shoot(page, `${folder}-${String(number).padStart(2, '0')}`)
      const outside = await sidewaysOverflow(page)
      if (outside !== 0) found.push(`${who} ${address}: sticks out by ${outside} px`)
      for (const finding of await axeFindings(page)) found.push(`${who} ${address}: ${finding}`)
    }
    await page.context().close()
  }
  return found
}

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
