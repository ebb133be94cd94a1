import { loadProgramme } from '@ronghe/demo/load-programme.ts'
import { services } from '@ronghe/demo/services/all.ts'
import { loadServices } from '@ronghe/server/rooms/station/services-editing.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { councilAddresses, type CouncilAddresses, loadWholeCouncil } from './council-year.ts'
import { type Flow, openFlow, type Visit } from './flow.ts'
import { lookAt } from './look-at.ts'

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
