import { loadProgramme } from '@ronghe/demo/load-programme.ts'
import { services } from '@ronghe/demo/services/all.ts'
import { loadServices } from '@ronghe/server/rooms/station/services-editing.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Addresses, councilAddresses, type CouncilAddresses, loadWholeCouncil } from './council-year.ts'
import { axeFindings, type Flow, openFlow, sidewaysOverflow, type Visit } from './flow.ts'
import { shoot } from './shots.ts'

let flow: Flow
let pages: CouncilAddresses
beforeAll(async () => {
  flow = await openFlow({
    prepare: async (town) => {
      await town.deed((deed) => loadServices(deed, services))
      await town.deed(loadProgramme)
      await loadWholeCouncil(town)
    },
  })
  pages = await councilAddresses(flow.town)
})
afterAll(() => flow?.close())

/** Opens what each of them opens, and says what is wrong with the pages. */
async function lookAt(
  folder: string,
  some: readonly Addresses[],
  open: (visit: Visit) => Promise<Page>,
  titles: string,
): Promise<readonly string[]> {
  const found: string[] = []
  let number = 0
  const byPerson = Map.groupBy(some, ({ who }) => who)
  for (const [who, theirs] of byPerson) {
    const page = await open(who === null ? {} : { as: who })
    for (const address of theirs.flatMap(({ addresses }) => addresses)) {
      await page.goto(address)
      const titled = await page
        .locator(titles)
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

const parts = ['council', 'voices', 'motions', 'meetings', 'ballots', 'allocation'] as const
const looks = { zh: {}, en: { language: 'en' }, large: { appearance: 'large' } } as const satisfies Record<string, Visit>
const each = (Object.keys(looks) as (keyof typeof looks)[]).flatMap((look) => parts.map((part) => ({ look, part })))

// axe reads every page.
const patience = 300_000
test.each(each)('every council page of “$part” is fit at 360 px in look “$look”', { timeout: patience }, async ({ look, part }) => {
  const open = (visit: Visit) => flow.phone({ ...visit, ...looks[look] })
  expect(await lookAt(`council-${look}/${part}`, pages.phone[part], open, 'main h1')).toEqual([])
})

test.each(Object.keys(looks) as (keyof typeof looks)[])(
  'every council page of the desk is fit in look “%s”',
  { timeout: patience },
  async (look) => {
    const open = (visit: Visit) => flow.desk({ ...visit, ...looks[look] })
    expect(await lookAt(`council-desk-${look}/desk`, pages.desk, open, 'main h1, main h2')).toEqual([])
  },
)

test.each(['zh', 'en'] as const)('what the council shows in the hall is fit in look “%s”', { timeout: patience }, async (look) => {
  const open = async () => {
    const page = await flow.desk(looks[look])
    await page.setViewportSize({ width: 1920, height: 1080 })
    return page
  }
  expect(await lookAt(`council-hall-${look}/hall`, [{ who: null, addresses: pages.hall }], open, 'h1')).toEqual([])
})
